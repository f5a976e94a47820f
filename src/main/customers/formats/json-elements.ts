import { LineCounter } from './line-counter.ts';

export interface JsonElement {
  readonly text: string;
  /** On which it begins, from 1 in the JSON text. */
  readonly line: number;
}

/** So many tokens without an element make a pause, for who reads in slices. */
const pauseAfter = 5_000;

/** So many characters show whether an array is one of customers. */
const beginning = 4_000;

/** Lists stand in no more objects than this. */
const deepest = 4;

export interface Wrappers {
  /** Names of arrays in the outermost object that are the list. */
  readonly names: ReadonlySet<string>;
  /** Whether an array further in is the list, by its beginning. */
  readonly fits: (beginning: string) => boolean;
}

/**
 * The texts of a list's elements in a JSON text that begins with `[` or `{`: those of the outermost array, or of the first
 * array that `wrappers` takes; the whole text when there is neither. Each is to be
 * parsed by itself: what is cut off or wrong in one does not touch those before it. Null is a pause. Returns where the
 * value ends in the text, which may go on.
 */
export function* jsonElements(json: string, wrappers: Wrappers): Generator<JsonElement | null, number> {
  const lines = new LineCounter(json);
  const list = new ListFinder(json, wrappers);
  let count = 0;
  for (const token of tokens(json)) {
    count += 1;
    if (count % pauseAfter === 0) yield null;
    const start = list.endingAt(token);
    if (start !== undefined) yield { text: json.slice(start, token.at), line: lines.at(start) };
    if (token.depth > 0 || count === 1) continue;
    if (!list.found) yield { text: json.slice(0, token.end), line: 1 };
    return token.end;
  }
  const rest = list.cutOffAt;
  yield { text: json.slice(rest), line: lines.at(rest) };
  return json.length;
}

/** Finds the list and, token by token, its elements. */
class ListFinder {
  readonly #json: string;
  readonly #wrappers: Wrappers;
  /** How many brackets are open around an element; 0 before the list. */
  #depth = 0;
  #closed = false;
  /** The name before the value that comes next in the outermost object. */
  #property = '';
  /** Where the element under way begins. */
  #start: number | undefined;

  constructor(json: string, wrappers: Wrappers) {
    this.#json = json;
    this.#wrappers = wrappers;
  }

  get found(): boolean {
    return this.#depth > 0;
  }

  /** Where what is left begins when the text ends too early. */
  get cutOffAt(): number {
    return this.found ? (this.#start ?? this.#json.length) : 0;
  }

  /** Where the element begins that this token ends, if it ends one. */
  endingAt(token: Token): number | undefined {
    if (this.#closed) return undefined;
    if (!this.found) {
      this.#lookFor(token);
      return undefined;
    }
    const { sign, depth, at } = token;
    if (depth > this.#depth) return undefined;
    if (depth === this.#depth && sign !== ',') {
      this.#start ??= at;
      return undefined;
    }
    const start = this.#start;
    this.#start = undefined;
    this.#closed = depth < this.#depth;
    return start;
  }

  #lookFor({ sign, depth, at, end }: Token): void {
    if (depth === 1 && sign === '"') this.#property = this.#json.slice(at + 1, Math.min(end - 1, at + 100));
    if (sign === '[' && this.#isList(depth, at)) this.#depth = depth + 1;
  }

  #isList(depth: number, at: number): boolean {
    if (depth === 0 || (depth === 1 && this.#wrappers.names.has(this.#property))) return true;
    return depth <= deepest && this.#wrappers.fits(this.#json.slice(at, at + beginning));
  }
}

interface Token {
  /** Its first character. */
  readonly sign: string;
  readonly at: number;
  readonly end: number;
  /** How many brackets are open around it; a bracket is not around itself. */
  readonly depth: number;
}

/** Brackets, commas, strings and other values; white space and colons are passed over. */
function* tokens(json: string): Generator<Token> {
  const pattern = /"[^"\\]*(?:\\[^][^"\\]*)*"?|[[\]{},]|[^\s:"[\]{},]+/g;
  let depth = 0;
  for (let match = pattern.exec(json); match !== null; match = pattern.exec(json)) {
    const sign = match[0].charAt(0);
    if (sign === ']' || sign === '}') depth -= 1;
    yield { sign, at: match.index, end: pattern.lastIndex, depth };
    if (sign === '[' || sign === '{') depth += 1;
  }
}
