import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/*
 * SECURITY: a pipe of Windows has a name that anybody can take first, and Node tells neither end who the other is. So both
 * prove that they can read a file of this user's before anything is asked or told. Three lines: what the client drew; what
 * the server drew, with its proof; the client's proof. A proof is of no use for another connection.
 */

/** Bytes that no line of a greeting has more of. */
const longestGreeting = 256;
const drawn = /^[0-9a-f]{32}$/;

const draw = (): string => randomBytes(16).toString('hex');

function proof(key: string, of: 'server' | 'client', client: string, server: string): string {
  return createHmac('sha256', key).update(`${of} ${client} ${server}`).digest('hex');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The client's side of one greeting. */
export class ClientGreeting {
  readonly #key: string;
  readonly #drawn = draw();

  constructor(key: string) {
    this.#key = key;
  }

  first(): string {
    return `${this.#drawn}\n`;
  }

  /** What to send for the server's line; nothing when whoever sent it does not know the key. */
  answer(line: string): string | undefined {
    const [server = '', told = ''] = line.split(' ');
    if (!drawn.test(server)) return undefined;
    if (!isSame(told, proof(this.#key, 'server', this.#drawn, server))) return undefined;
    return `${proof(this.#key, 'client', this.#drawn, server)}\n`;
  }
}

/** What the server does with what it has heard: it waits for more, says a line, hangs up, or lets the rest in. */
export type Greeted =
  | { readonly kind: 'wait' | 'refused' }
  | { readonly kind: 'say'; readonly line: string }
  | { readonly kind: 'in'; readonly rest: Buffer };

/** The server's side of one greeting. */
export class ServerGreeting {
  readonly #key: string;
  readonly #drawn = draw();
  #heard: Buffer = Buffer.alloc(0);
  #client: string | undefined;

  constructor(key: string) {
    this.#key = key;
  }

  hear(piece: Buffer): Greeted {
    this.#heard = Buffer.concat([this.#heard, piece]);
    const end = this.#heard.indexOf(0x0a);
    if (end > longestGreeting || (end < 0 && this.#heard.length > longestGreeting))
      return { kind: 'refused' };
    if (end < 0) return { kind: 'wait' };
    const line = this.#heard.toString('latin1', 0, end);
    const rest = this.#heard.subarray(end + 1);
    if (this.#client === undefined) {
      // Nobody has more to say before our proof.
      if (!drawn.test(line) || rest.length > 0) return { kind: 'refused' };
      this.#client = line;
      this.#heard = rest;
      return { kind: 'say', line: `${this.#drawn} ${proof(this.#key, 'server', line, this.#drawn)}\n` };
    }
    const known = isSame(line, proof(this.#key, 'client', this.#client, this.#drawn));
    return known ? { kind: 'in', rest } : { kind: 'refused' };
  }
}
