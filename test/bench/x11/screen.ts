import { setTimeout as pause } from 'node:timers/promises';
import { requestOf, type XConnection } from './connection.ts';

/** A part of the screen, in pixels. */
export interface Strip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** When pixels changed after something was done, in milliseconds since then. */
export interface Changes {
  readonly first: number;
  /** The last change before nothing changed for a while. */
  readonly settled: number;
}

const bytesPerPixel = 4;
/** Longer than any step of what is measured, shorter than a caret blinks (600 ms). */
const quietMs = 250;
const patienceMs = 20_000;

/** The screen as someone in front of it sees it, looked at about once a millisecond. */
export class Screen {
  readonly #connection: XConnection;

  constructor(connection: XConnection) {
    this.#connection = connection;
  }

  /** Four bytes for each pixel: blue, green, red, nothing. */
  async look({ x, y, width, height }: Strip): Promise<Buffer> {
    const request = requestOf(73, 2, 20);
    request.writeUInt32LE(this.#connection.root, 4);
    request.writeInt16LE(x, 8);
    request.writeInt16LE(y, 10);
    request.writeUInt16LE(width, 12);
    request.writeUInt16LE(height, 14);
    request.writeUInt32LE(0xffffffff, 16);
    return (await this.#connection.ask(request)).subarray(32, 32 + bytesPerPixel * width * height);
  }

  /** Does something (which gives the moment it began) and watches until the strip has been still for a while. */
  async changesAfter(strip: Strip, act: () => number | Promise<number>): Promise<Changes> {
    let last = await this.look(strip);
    const began = await act();
    let first: number | undefined;
    let settled = 0;
    while (first === undefined || performance.now() - began - settled < quietMs) {
      const now = await this.look(strip);
      const at = performance.now() - began;
      if (!now.equals(last)) {
        first ??= at;
        settled = at;
        last = now;
      }
      if (at > patienceMs)
        throw new Error('What was done does not show on the screen, or never comes to rest.');
      await pause(1);
    }
    return { first, settled };
  }

  /** Waits until a strip looks as wanted. Gives the moment, as of `performance.now()`. */
  async until(strip: Strip, wanted: (pixels: Buffer) => boolean, what: string, everyMs = 1): Promise<number> {
    const began = performance.now();
    while (!wanted(await this.look(strip))) {
      if (performance.now() - began > patienceMs) throw new Error(`The screen does not show ${what}.`);
      await pause(everyMs);
    }
    return performance.now();
  }
}
