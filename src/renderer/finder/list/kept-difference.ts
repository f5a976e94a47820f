/** A name in three parts, of which the middle one must be seen. Joined they are the name. */
export interface KeptName {
  readonly before: string;
  readonly kept: string;
  readonly after: string;
}

/** Without another name to compare with, the end is kept: names of one group begin alike. */
const keptEnd = 12;

/**
 * Where a name differs from those of `others`, from the first letter that one of them does not share to the last one: what
 * may be cut lies before and behind. Equal names are told apart by domain and id, not by this.
 */
export function keptDifference(name: string, others: readonly string[]): KeptName {
  const different = others.filter((other) => other !== name && isAlike(name, other));
  if (different.length === 0) {
    const at = Math.max(0, name.length - keptEnd);
    return partsAt(name, at, name.length);
  }
  // Every look-alike's first difference is to be seen, and its last.
  const start = Math.min(...different.map((other) => commonStart(name, other)));
  const end = Math.max(...different.map((other) => name.length - commonEnd(name, other)));
  // A difference that only adds letters to the other name has no width of its own here: a word beside it shows where.
  return end > start
    ? partsAt(name, start, end)
    : partsAt(name, Math.max(0, start - 1), Math.min(name.length, start + 1));
}

/** Whole words: a syllable alone says nothing. */
function partsAt(name: string, start: number, end: number): KeptName {
  const from = name.lastIndexOf(' ', Math.max(0, start - 1)) + 1;
  const space = name.indexOf(' ', end);
  const wordEnd = space < 0 ? name.length : space;
  const to = wordEnd - end > keptEnd ? end : wordEnd;
  return { before: name.slice(0, from), kept: name.slice(from, to), after: name.slice(to) };
}

/** Names that share so much that cutting one end would make them the same to the eye. */
function isAlike(one: string, other: string): boolean {
  const shared = commonStart(one, other) + commonEnd(one, other);
  return shared * 2 >= Math.min(one.length, other.length);
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length) - commonStart(one, other);
  let length = 0;
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length += 1;
  return length;
}
