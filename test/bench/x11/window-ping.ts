import { setTimeout as pause } from 'node:timers/promises';
import { requestOf, type XConnection } from './connection.ts';

const clientMessage = 33;
const substructureNotify = 1 << 19;
const everyMs = 5;

interface Atoms {
  readonly protocols: number;
  readonly ping: number;
}

/**
 * Asks a window over and over whether it is alive (_NET_WM_PING of the Extended Window Manager Hints), as a window
 * manager does. In Electron the thread that answers is the main process's own, so that an answer which takes long
 * tells from outside that this thread was busy.
 */
export class WindowPing {
  readonly #connection: XConnection;
  readonly #window: number;
  readonly #atoms: Atoms;
  #answered: (() => void) | undefined;
  #waits: number[] = [];
  #going = true;
  readonly #finished: Promise<void>;
  readonly #release: () => void;

  static async start(connection: XConnection, window: number): Promise<WindowPing> {
    const atoms = {
      protocols: await connection.atom('WM_PROTOCOLS'),
      ping: await connection.atom('_NET_WM_PING'),
    };
    const listen = requestOf(2, 0, 16);
    listen.writeUInt32LE(connection.root, 4);
    listen.writeUInt32LE(1 << 11, 8);
    listen.writeUInt32LE(substructureNotify, 12);
    connection.send(listen);
    return new WindowPing(connection, window, atoms);
  }

  private constructor(connection: XConnection, window: number, atoms: Atoms) {
    this.#connection = connection;
    this.#window = window;
    this.#atoms = atoms;
    this.#release = connection.onEvent((event) => {
      const isAnswer =
        (event.readUInt8(0) & 0x7f) === clientMessage && event.readUInt32LE(12) === this.#atoms.ping;
      if (isAnswer) this.#answered?.();
    });
    this.#finished = this.#go();
  }

  /** The longest wait for an answer since the last call, in milliseconds. */
  longest(): number {
    const longest = Math.max(0, ...this.#waits);
    this.#waits = [];
    return longest;
  }

  async stop(): Promise<void> {
    this.#going = false;
    await this.#finished;
    this.#release();
  }

  async #go(): Promise<void> {
    while (this.#going) {
      const began = performance.now();
      const answer = new Promise<void>((resolve) => (this.#answered = resolve));
      this.#send();
      await Promise.race([answer, pause(5_000)]);
      this.#waits.push(performance.now() - began);
      await pause(everyMs);
    }
  }

  #send(): void {
    const request = requestOf(25, 0, 44);
    request.writeUInt32LE(this.#window, 4);
    const event = request.subarray(12);
    event.writeUInt8(clientMessage, 0);
    event.writeUInt8(32, 1);
    event.writeUInt32LE(this.#window, 4);
    event.writeUInt32LE(this.#atoms.protocols, 8);
    event.writeUInt32LE(this.#atoms.ping, 12);
    event.writeUInt32LE(this.#window, 20);
    this.#connection.send(request);
  }
}
