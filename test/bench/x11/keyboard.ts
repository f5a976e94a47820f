import { requestOf, type XConnection } from './connection.ts';

/** Numbers of keys that are no characters (X11's keysymdef.h); a character's own number is its Latin-1 code. */
const keysyms = {
  BackSpace: 0xff08,
  Tab: 0xff09,
  Return: 0xff0d,
  Escape: 0xff1b,
  Shift: 0xffe1,
  Control: 0xffe3,
  F8: 0xffc5,
  F9: 0xffc6,
} as const;

type Key = string;
export type Chord = readonly Key[];

const fakeKey = { press: 2, release: 3 } as const;
const grabStatus = { taken: 1 } as const;

/** The machine's keyboard, by the XTEST extension. Times are those of `performance.now()`. */
export class Keyboard {
  readonly #connection: XConnection;
  readonly #xtest: number;
  readonly #keycodes: ReadonlyMap<number, number>;

  static async open(connection: XConnection): Promise<Keyboard> {
    const xtest = await connection.extension('XTEST');
    return new Keyboard(connection, xtest, await readKeycodes(connection));
  }

  private constructor(connection: XConnection, xtest: number, keycodes: ReadonlyMap<number, number>) {
    this.#connection = connection;
    this.#xtest = xtest;
    this.#keycodes = keycodes;
  }

  /** Presses and releases a chord. Gives the moment just before. */
  press(chord: Chord): number {
    const before = performance.now();
    this.#connection.send(...this.#down(chord), ...this.#up(chord));
    return before;
  }

  /** Types a text of lower-case letters, digits, dots and hyphens. */
  type(text: string): void {
    for (const letter of text) this.press([letter]);
  }

  /**
   * Presses a chord and says whether somebody has it as a global hotkey: then the keyboard is that client's until the
   * chord is released, and nobody else can grab it. Gives the moment before, or undefined.
   */
  async pressHotkey(chord: Chord): Promise<number | undefined> {
    const before = performance.now();
    this.#connection.send(...this.#down(chord));
    const grab = requestOf(31, 0, 16);
    grab.writeUInt32LE(this.#connection.root, 4);
    grab.writeUInt8(1, 12);
    grab.writeUInt8(1, 13);
    const status = (await this.#connection.ask(grab)).readUInt8(1);
    this.#connection.send(requestOf(32, 0, 8), ...this.#up(chord));
    return status === grabStatus.taken ? before : undefined;
  }

  #down(chord: Chord): Buffer[] {
    return chord.map((key) => this.#fake(fakeKey.press, key));
  }

  #up(chord: Chord): Buffer[] {
    return chord.map((key) => this.#fake(fakeKey.release, key)).toReversed();
  }

  #fake(type: number, key: Key): Buffer {
    const keysym = (keysyms as Readonly<Record<string, number>>)[key] ?? key.charCodeAt(0);
    const keycode = this.#keycodes.get(keysym);
    if (keycode === undefined) throw new Error(`The keyboard has no "${key}".`);
    const request = requestOf(this.#xtest, 2, 36);
    request.writeUInt8(type, 4);
    request.writeUInt8(keycode, 5);
    return request;
  }
}

/** The key for each number that needs no Shift. */
async function readKeycodes(connection: XConnection): Promise<ReadonlyMap<number, number>> {
  const { least, most } = connection.keycodes;
  const request = requestOf(101, 0, 8);
  request.writeUInt8(least, 4);
  request.writeUInt8(most - least + 1, 5);
  const reply = await connection.ask(request);
  const perKey = reply.readUInt8(1);
  const keycodes = new Map<number, number>();
  for (let keycode = least; keycode <= most; keycode += 1) {
    const keysym = reply.readUInt32LE(32 + 4 * perKey * (keycode - least));
    if (!keycodes.has(keysym)) keycodes.set(keysym, keycode);
  }
  return keycodes;
}
