import { longestLine, readRequestLine, type ChannelRequest, type RequestLine } from './wire.ts';

/** What has come of a request so far. */
export type Heard =
  | { readonly kind: 'line' | 'list' | 'refused' }
  | { readonly kind: 'request'; readonly request: ChannelRequest };

/** Puts one request together from the pieces in which it arrives. What comes behind it is not looked at. */
export class RequestReader {
  readonly #pieces: Buffer[] = [];
  #length = 0;
  /** The request of an import whose list is still arriving. */
  #line: Extract<RequestLine, { do: 'import' }> | undefined;

  /** `line`, `list`: that is not whole yet. */
  add(piece: Buffer): Heard {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#line !== undefined) return this.#listOf(this.#line);
    const end = piece.indexOf(0x0a);
    const whole = end < 0 ? this.#length : this.#length - piece.length + end;
    if (whole > longestLine) return { kind: 'refused' };
    if (end < 0) return { kind: 'line' };
    const all = Buffer.concat(this.#pieces.splice(0));
    const request = readRequestLine(all.toString('utf8', 0, whole));
    if (request === undefined) return { kind: 'refused' };
    if (request.do !== 'import') return { kind: 'request', request };
    const rest = all.subarray(whole + 1);
    this.#pieces.push(rest);
    this.#length = rest.length;
    this.#line = request;
    return this.#listOf(request);
  }

  #listOf({ bytes, ...rest }: Extract<RequestLine, { do: 'import' }>): Heard {
    if (this.#length < bytes) return { kind: 'list' };
    const content = Buffer.concat(this.#pieces).subarray(0, bytes);
    return { kind: 'request', request: { ...rest, content } };
  }
}
