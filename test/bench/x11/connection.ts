import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';

/** The head of every reply, error and event. */
const headBytes = 32;
const kinds = { error: 0, reply: 1 } as const;

interface Waiting {
  readonly resolve: (reply: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A client of the display, spoken to in X's own protocol over its local socket (X Window System Protocol, X11R7.7):
 * the bench presses keys and looks at pixels without starting a process for each, which would take longer than what
 * it measures. Only for a private display that asks for no authorisation.
 */
export class XConnection {
  /** The window that is the whole screen. */
  readonly root: number;
  readonly keycodes: { readonly least: number; readonly most: number };
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(event: Buffer) => void>();
  #unread: Buffer;
  #sequence = 0;

  /** `display` is what DISPLAY means, such as ":99". */
  static async open(display: string): Promise<XConnection> {
    const number = /^:(\d+)/.exec(display)?.[1];
    if (number === undefined) throw new Error(`"${display}" is no display of this machine.`);
    const socket = createConnection(`/tmp/.X11-unix/X${number}`);
    await once(socket, 'connect');
    const hello = Buffer.alloc(12);
    hello.write('l');
    hello.writeUInt16LE(11, 2);
    socket.write(hello);
    const welcome = await readWelcome(socket);
    if (welcome.readUInt8(0) !== 1) throw new Error(`The display ${display} refuses clients.`);
    return new XConnection(socket, welcome);
  }

  private constructor(socket: Socket, welcome: Buffer) {
    const vendorBytes = padded(welcome.readUInt16LE(24));
    const formats = welcome.readUInt8(29);
    this.root = welcome.readUInt32LE(40 + vendorBytes + 8 * formats);
    this.keycodes = { least: welcome.readUInt8(34), most: welcome.readUInt8(35) };
    this.#socket = socket;
    this.#unread = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('close', () => this.#fail(new Error('The display is gone.')));
    socket.on('error', (error) => this.#fail(error));
  }

  /** Sends requests that have no reply, in one write. */
  send(...requests: readonly Buffer[]): void {
    this.#sequence += requests.length;
    this.#socket.write(Buffer.concat(requests));
  }

  /** Sends a request and gives its reply, head included. */
  ask(request: Buffer): Promise<Buffer> {
    this.send(request);
    const sequence = this.#sequence & 0xffff;
    return new Promise((resolve, reject) => this.#waiting.set(sequence, { resolve, reject }));
  }

  onEvent(listener: (event: Buffer) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The number by which the display knows a name. */
  async atom(name: string): Promise<number> {
    const request = requestOf(16, 0, 8 + padded(name.length));
    request.writeUInt16LE(name.length, 4);
    request.write(name, 8, 'latin1');
    return (await this.ask(request)).readUInt32LE(8);
  }

  /** The opcode of an extension's requests. */
  async extension(name: string): Promise<number> {
    const request = requestOf(98, 0, 8 + padded(name.length));
    request.writeUInt16LE(name.length, 4);
    request.write(name, 8, 'latin1');
    const reply = await this.ask(request);
    if (reply.readUInt8(8) === 0) throw new Error(`The display has no ${name}.`);
    return reply.readUInt8(9);
  }

  close(): void {
    this.#socket.removeAllListeners('close');
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#unread = this.#unread.length === 0 ? chunk : Buffer.concat([this.#unread, chunk]);
    while (this.#unread.length >= headBytes) {
      const isReply = this.#unread.readUInt8(0) === kinds.reply;
      const bytes = headBytes + (isReply ? 4 * this.#unread.readUInt32LE(4) : 0);
      if (this.#unread.length < bytes) return;
      const message = this.#unread.subarray(0, bytes);
      this.#unread = this.#unread.subarray(bytes);
      this.#hand(message);
    }
  }

  #hand(message: Buffer): void {
    const kind = message.readUInt8(0);
    if (kind !== kinds.error && kind !== kinds.reply) {
      for (const listener of this.#listeners) listener(message);
      return;
    }
    const sequence = message.readUInt16LE(2);
    const waiting = this.#waiting.get(sequence);
    this.#waiting.delete(sequence);
    if (kind === kinds.reply) waiting?.resolve(message);
    else waiting?.reject(new Error(`The display refuses a request: error ${message.readUInt8(1)}.`));
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** An empty request: its opcode, the byte after it, and its length, which is a multiple of four. */
export function requestOf(opcode: number, detail: number, bytes: number): Buffer {
  const request = Buffer.alloc(bytes);
  request.writeUInt8(opcode, 0);
  request.writeUInt8(detail, 1);
  request.writeUInt16LE(bytes / 4, 2);
  return request;
}

function padded(bytes: number): number {
  return (bytes + 3) & ~3;
}

async function readWelcome(socket: Socket): Promise<Buffer> {
  let welcome = Buffer.alloc(0);
  while (welcome.length < 8 || welcome.length < 8 + 4 * welcome.readUInt16LE(6)) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    welcome = Buffer.concat([welcome, chunk]);
  }
  return welcome;
}
