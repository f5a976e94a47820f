import type { Key } from './key.ts';
import type { PackedTexts } from './packed.ts';

/**
 * Looking for a query's letters in a packed name. All offsets count from the beginning of the name; -1 is nowhere.
 */

/** How many letters may be left out of a query of this length for it to count as typed in order. */
export function allowedGaps(length: number): number {
  return Math.max(1, Math.floor(length / 4));
}

/** The letters side by side, anywhere. */
export function findTogether(texts: PackedTexts, id: number, wanted: Uint16Array): number {
  const { codes } = texts;
  const from = texts.textAt[id]!;
  const last = texts.textAt[id + 1]! - wanted.length;
  const first = wanted[0]!;
  for (let at = from; at <= last; at++) {
    if (codes[at] !== first) continue;
    let same = 1;
    while (same < wanted.length && codes[at + same] === wanted[same]) same++;
    if (same === wanted.length) return at - from;
  }
  return -1;
}

/** Where the shortest stretch begins that has the letters in order, from a word's start on, at most `most` between. */
export function findInOrder(texts: PackedTexts, id: number, wanted: Uint16Array, most: number): number {
  const { codes, starts } = texts;
  const from = texts.textAt[id]!;
  const end = texts.startsAt[id + 1]!;
  const first = wanted[0]!;
  let best = -1;
  let left = most;
  for (let i = texts.startsAt[id]!; i < end && left >= 0; i++) {
    const start = starts[i]!;
    if (codes[from + start] !== first) continue;
    const gaps = gapsFrom(texts, id, start, wanted, left);
    if (gaps < 0) continue;
    best = start;
    left = gaps - 1;
  }
  return best;
}

/** How many other letters stand between the wanted ones from `start` on; -1 if there are more than `most`. */
export function gapsFrom(
  texts: PackedTexts,
  id: number,
  start: number,
  wanted: Uint16Array,
  most: number,
): number {
  const { codes } = texts;
  const from = texts.textAt[id]! + start;
  const last = Math.min(texts.textAt[id + 1]!, from + wanted.length + most);
  let next = 0;
  let code = wanted[0]!;
  for (let at = from; at < last; at++) {
    if (codes[at] !== code) continue;
    if (++next === wanted.length) return at + 1 - from - wanted.length;
    code = wanted[next]!;
  }
  return -1;
}

const vowels: ReadonlySet<number> = new Set(Array.from('aeiouy', (letter) => letter.charCodeAt(0)));

/** Where the letters end if from `start` on nothing but vowels is left out, and no word's first letter; or -1. */
export function endWithoutVowels(key: Key, start: number, wanted: Uint16Array): number {
  const { text, words } = key;
  let next = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === wanted[next]) {
      if (++next === wanted.length) return at + 1;
    } else if (!vowels.has(code) || words.includes(at)) return -1;
  }
  return -1;
}

/** More tries than any name people type needs; only text made for it has so many ways. */
const maxTries = 64;
const tries = { left: 0 };

/**
 * The query cut into heads of words in order, as "bofa" for Bank of America, from the name's beginning on; words may be
 * passed over. Says whether it can be cut so, and collects the offsets of its letters, unordered, if they are wanted.
 */
export function inWordHeads(
  texts: PackedTexts,
  id: number,
  wanted: Uint16Array,
  letters?: number[],
): boolean {
  const coreStart = texts.coreStarts[id]!;
  const end = texts.startsAt[id + 1]!;
  for (let word = texts.startsAt[id]!; word < end; word++) {
    const start = texts.starts[word]!;
    if (start > coreStart) return false;
    if (start !== 0 && start !== coreStart) continue;
    tries.left = maxTries;
    if (texts.codes[texts.textAt[id]! + start] === wanted[0] && cutFrom(texts, id, wanted, 0, word, letters))
      return true;
  }
  return false;
}

/** As above for the rest of the query from `next` on, which begins at the word. */
function cutFrom(
  texts: PackedTexts,
  id: number,
  wanted: Uint16Array,
  next: number,
  word: number,
  letters: number[] | undefined,
): boolean {
  const start = texts.starts[word]!;
  const from = texts.textAt[id]! + start;
  const most = Math.min(wanted.length - next, texts.textAt[id + 1]! - from);
  let length = 0;
  while (length < most && wanted[next + length] === texts.codes[from + length]) length++;
  for (; length > 0; length--) {
    if (next + length < wanted.length && !cutLater(texts, id, wanted, next + length, word + 1, letters))
      continue;
    letters?.push(...Array.from({ length }, (_, at) => start + at));
    return true;
  }
  return false;
}

function cutLater(
  texts: PackedTexts,
  id: number,
  wanted: Uint16Array,
  next: number,
  word: number,
  letters: number[] | undefined,
): boolean {
  const from = texts.textAt[id]!;
  const end = texts.startsAt[id + 1]!;
  for (let later = word; later < end; later++) {
    if (texts.codes[from + texts.starts[later]!] !== wanted[next]) continue;
    if (--tries.left < 0) return false;
    if (cutFrom(texts, id, wanted, next, later, letters)) return true;
  }
  return false;
}
