import { LineCounter } from './line-counter.ts';
import { pauseAfter, tokens, type Token } from './json-tokens.ts';
import { longestList } from './list-row.ts';

export interface JsonElement {
  readonly text: string;
  /** On which it begins, from 1 in the JSON text. */
  readonly line: number;
  /** What the list in which it stands is called; '' where it has no name. */
  readonly list: string;
}

/** So many characters of an array show whether customers stand in it. */
const beginning = 4_000;

/** Lists stand in no more brackets than this. */
const deepest = 4;

export interface Wrappers {
  /** Names of lists, in lower case. An array of the outermost object that has one is a list, whatever stands in it. */
  readonly names: ReadonlySet<string>;
  /** Those of them that only lists of customers have. */
  readonly certain: ReadonlySet<string>;
  /** Whether an array is a list by a property of its elements. */
  readonly fits: (property: string) => boolean;
  /** Whether the elements of one that is named as a list are customers by this property. */
  readonly fitsNamed: (property: string) => boolean;
}

/** An array that is a list by its elements, beside one that is named as the list: it is not read. */
export interface JsonLeftOut {
  readonly leftOut: string;
  readonly line: number;
}

/**
 * The texts of a list's elements in a JSON text that begins with `[` or `{`: those of the outermost array, or of every
 * array that `wrappers` takes, but of those alone that are named as lists where customers stand in one of these; the whole
 * text when there is neither. Each is to be parsed by itself: what is cut off or wrong in one does not touch those before
 * it. Null is a pause. Returns where the value ends in the text, which may go on.
 */
export function* jsonElements(
  json: string,
  wrappers: Wrappers,
): Generator<JsonElement | JsonLeftOut | null, number> {
  const lines = new LineCounter(json);
  const outermost = json.search(/\S/);
  if (json[outermost] === '[')
    return (yield* elementsOf(json, { at: outermost, name: '' }, lines)) ?? json.length;
  const finder = new ListFinder(json, wrappers);
  const end = yield* finder.search();
  if (!finder.found) {
    yield { text: json.slice(0, end), line: 1, list: '' };
    return end ?? json.length;
  }
  let isCutOff = end === undefined;
  for (const list of finder.lists) {
    if (!finder.isRead(list)) yield { leftOut: list.name, line: lines.at(list.at) };
    // What is cut off in an element is told there.
    else if ((yield* elementsOf(json, list, lines)) === undefined) isCutOff = false;
  }
  if (isCutOff) yield { text: '', line: lines.at(json.length), list: '' };
  return end ?? json.length;
}

/** The elements of an array. Returns where it ends, or nothing when it is cut off. */
function* elementsOf(
  json: string,
  { at: from, name: list }: Pick<List, 'at' | 'name'>,
  lines: LineCounter,
): Generator<JsonElement | null, number | undefined> {
  let count = 0;
  /** Where the element under way begins. */
  let start: number | undefined;
  for (const { sign, depth, at, end } of tokens(json, from)) {
    count += 1;
    if (count % pauseAfter === 0) yield null;
    if (depth > 1 || count === 1) continue;
    if (depth === 1 && sign !== ',') {
      start ??= at;
      continue;
    }
    if (start !== undefined) yield { text: json.slice(start, at), line: lines.at(start), list };
    start = undefined;
    if (depth < 1) return end;
  }
  const rest = start ?? json.length;
  yield { text: json.slice(rest), line: lines.at(rest), list };
  return undefined;
}

interface List {
  readonly at: number;
  /** How many brackets are open around it. */
  readonly depth: number;
  readonly name: string;
  /** It is named as a list. */
  readonly isNamed: boolean;
  /** By its name and place alone. */
  readonly isWrapped: boolean;
  /** It has an element, and is a list. */
  isTaken: boolean;
  /** Customers stand in it. */
  isMeant: boolean;
}

/** Finds the lists in a JSON object. */
class ListFinder {
  /** In their order; none stands in another. */
  readonly lists: List[] = [];
  readonly #json: string;
  readonly #wrappers: Wrappers;
  /** The arrays around the place, the outermost first; of those in a list, none. */
  readonly #around: List[] = [];
  /** The name before the next value, for each number of brackets that are open. */
  readonly #names: string[] = [];
  #hasWrapper = false;
  #hasMeantName = false;

  constructor(json: string, wrappers: Wrappers) {
    this.#json = json;
    this.#wrappers = wrappers;
  }

  /** True also for a list that is named as one and has no elements. */
  get found(): boolean {
    return this.#hasWrapper || this.lists.length > 0;
  }

  isRead({ isNamed }: List): boolean {
    return isNamed || !this.#hasMeantName;
  }

  /** Looks through the object. Null is a pause. Returns where it ends, or nothing when it is cut off. */
  *search(): Generator<null, number | undefined> {
    let count = 0;
    for (const token of tokens(this.#json, 0)) {
      count += 1;
      if (count % pauseAfter === 0) yield null;
      this.#look(token);
      if (token.depth <= 0 && count > 1) return this.#ended(token.end);
    }
    return this.#ended(undefined);
  }

  #ended(end: number | undefined): number | undefined {
    this.#hasMeantName = this.lists.some(({ isNamed, isMeant }) => isNamed && isMeant);
    return end;
  }

  #look(token: Token): void {
    const { sign, depth, at, end } = token;
    const innermost = this.#around.at(-1);
    if (sign === ']' || sign === '}') {
      if (innermost?.depth === depth) this.#around.pop();
      return;
    }
    if (innermost?.isWrapped === true && !innermost.isTaken) {
      this.#take(innermost);
      innermost.isMeant ||= sign !== '{' && sign !== '[';
    }
    if (sign === '"' && this.#isName(end)) this.#lookAtName(depth, at, end);
    if (sign === '[' && depth <= deepest && innermost?.isTaken !== true) this.#enter(depth, at);
    if (sign === '[' || sign === '{') this.#names[depth + 1] = '';
  }

  #enter(depth: number, at: number): void {
    const name = this.#names[depth] ?? '';
    const isNamed = this.#wrappers.names.has(name.toLowerCase());
    const isWrapped = isNamed && depth === 1;
    const isMeant = isNamed && this.#wrappers.certain.has(name.toLowerCase());
    this.#hasWrapper ||= isWrapped;
    this.#around.push({ at, depth, name, isNamed, isWrapped, isTaken: false, isMeant });
  }

  #isName(end: number): boolean {
    colon.lastIndex = end;
    return colon.test(this.#json);
  }

  /** A property of an element, or of an object in one, may tell of what the array is one. */
  #lookAtName(depth: number, at: number, end: number): void {
    const name = this.#json.slice(at + 1, Math.min(end - 1, at + 100));
    this.#names[depth] = name;
    const list =
      this.#around.findLast((each) => each.depth === depth - 2) ??
      this.#around.findLast((each) => each.depth === depth - 3);
    if (list === undefined || at - list.at > beginning || (list.isTaken && list.isMeant)) return;
    const isOne = list.isWrapped ? this.#wrappers.fitsNamed(name) : this.#wrappers.fits(name);
    if (!isOne) return;
    list.isMeant = true;
    if (!list.isTaken) this.#take(list);
  }

  #take(list: List): void {
    // What was found in its elements is no list of its own.
    while ((this.lists.at(-1)?.at ?? -1) > list.at) this.lists.pop();
    while (this.#around.at(-1) !== list) this.#around.pop();
    list.isTaken = true;
    // Each has an element: more of them than this are more rows than a list may have.
    if (this.lists.length <= longestList) this.lists.push(list);
  }
}

const colon = /\s*:/y;
