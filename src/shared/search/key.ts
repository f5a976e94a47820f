import { domainsOf } from '../customer/customer-domains.ts';
import type { Customer } from '../customer/customer.ts';
import { coreOf } from './core.ts';
import { smallWords } from './legal-forms.ts';
import { letterBit, letterMask, pairBit, tripleBit } from './mask.ts';
import { dropAnd, fold, type Folded, readAnd, umlautAsTwo } from './normalise.ts';

/** What of a customer a key was made from, and so what a hit shows. */
export type Field = 'name' | 'alias' | 'domain' | 'id';

/** One folded text by which a customer can be found. A customer has a few. */
export interface Key {
  readonly field: Field;
  /** Which of the customer's aliases or of `domainsOf`; 0 for a name. */
  readonly ordinal: number;
  /** The reading (bits of normalise.ts) the key was folded with. */
  readonly reading: number;
  readonly text: string;
  readonly starts: readonly number[];
  readonly words: readonly number[];
  /** The part without legal forms. */
  readonly coreStart: number;
  readonly coreEnd: number;
  /** The end of an "&" behind one or two letters at the head, as in "B&G", or 0: nobody means it by "ban". */
  readonly signEnd: number;
  /** Initials of the core's words, but for "&", with and without small words such as "of"; and as in "P&G": "pandg". */
  readonly initials: readonly string[];
  /** Other initials: with "&", with legal forms ("Ford Motor Company": fmc), of the parts of words ("GameStop": gs). */
  readonly otherInitials: readonly string[];
}

/** A key's letters; and first letter, first two and first three of what begins at each of its `starts` and of initials. */
export interface KeyMasks {
  readonly mask: number;
  readonly startMask: number;
  readonly pairMask: number;
  readonly tripleMask: number;
}

/** Words may begin at this many places; matching keeps them in one 32-bit set. */
const maxStarts = 31;

export function keysOf(customer: Customer): Key[] {
  const keys = nameKeys(customer.name, 'name', 0);
  customer.aliases.forEach((alias, i) => keys.push(...nameKeys(alias, 'alias', i)));
  domainsOf(customer).forEach((domain, i) => keys.push(...domainKey(domain, i)));
  return keys;
}

function nameKeys(text: string, field: Field, ordinal: number): Key[] {
  const plain = fold(text);
  if (plain.text === '') return [];
  const keys = [toKey(plain, field, ordinal, readAnd)];
  const others = [];
  if (plain.text.includes('and')) others.push(dropAnd);
  if (/[äöüåø]/i.test(text)) others.push(umlautAsTwo);
  for (const reading of others) {
    const folded = fold(text, reading);
    if (folded.text !== plain.text) keys.push(toKey(folded, field, ordinal, reading));
  }
  return keys;
}

function domainKey(domain: string, ordinal: number): Key[] {
  const folded = fold(domain);
  if (folded.text === '') return [];
  // The last label, and onmicrosoft before it, begin no word: every customer would match "com".
  const labels = domain.toLowerCase().split('.');
  const own = labels.at(-2) === 'onmicrosoft' ? labels.slice(0, -2) : labels.slice(0, -1);
  const coreEnd = fold(own.join('.')).text.length || folded.text.length;
  const starts = folded.starts.filter((at) => at < coreEnd);
  const words = folded.words.filter((at) => at < coreEnd);
  return [{ ...toKey({ ...folded, starts, words }, 'domain', ordinal, readAnd), coreStart: 0, coreEnd }];
}

function toKey(folded: Folded, field: Field, ordinal: number, reading: number): Key {
  const core = coreOf(folded);
  const starts = folded.starts.slice(0, maxStarts);
  const words = folded.words.slice(0, maxStarts);
  const initials = field === 'domain' ? noInitials : initialsOf(folded, core.start, core.end);
  return {
    field,
    ordinal,
    reading,
    text: folded.text,
    starts,
    // Words are among the starts: where there are as many they are the same, and one list in memory does.
    words: words.length === starts.length ? starts : words,
    coreStart: core.start,
    coreEnd: core.end,
    signEnd: signEndOf(folded),
    ...initials,
  };
}

/** Not kept with the key: the index has them in columns, and a number of 32 bits in an object is an object of its own. */
export function masksOf({ initials, otherInitials, starts, text }: Key): KeyMasks {
  let [startMask, pairMask, tripleMask] = [0, 0, 0];
  const head = (word: string, at: number): void => {
    startMask |= letterBit(word.charCodeAt(at));
    pairMask |= pairBit(word, at);
    tripleMask |= tripleBit(word, at);
  };
  for (const start of starts) head(text, start);
  for (const some of initials) head(some, 0);
  for (const some of otherInitials) head(some, 0);
  return { mask: letterMask(text), startMask, pairMask, tripleMask };
}

function signEndOf(folded: Folded): number {
  const second = folded.words[1] ?? 0;
  return second > 0 && second < 3 && isSign(folded, second) ? second + 3 : 0;
}

/** True for a word "and" that stands for "&". */
function isSign({ text, from }: Folded, at: number): boolean {
  return from[at] === from[at + 2] && text.startsWith('and', at);
}

/** Letters that begin the places from `start` to `end`, leaving out small words if told to. */
function initialsAt(
  folded: Folded,
  places: readonly number[],
  start: number,
  end: number,
  small = true,
): string {
  return places
    .filter(
      (at, i) => at >= start && at < end && (small || !smallWords.has(folded.text.slice(at, places[i + 1]))),
    )
    .map((at) => folded.text.charAt(at))
    .join('');
}

/** One for all: most names have no other initials, and domains none. */
const none: readonly string[] = [];

/** Without repeats; one letter is no initials. */
function distinct(initials: readonly string[], except: readonly string[] = []): readonly string[] {
  const those = [...new Set(initials)].filter((some) => some.length >= 2 && !except.includes(some));
  // What a filter returns has room to grow, which for thousands of names is megabytes: a copy has none.
  return those.length === 0 ? none : those.slice();
}

const noInitials: Pick<Key, 'initials' | 'otherInitials'> = { initials: none, otherInitials: none };

/** As people write "P&G" for Procter & Gamble: with the "and" between the letters, which a query's "&" is folded to. */
function initialsWithAnd({ text, words }: Folded, start: number, end: number): string[] {
  const parts = words
    .map((at, i) => text.slice(at, words[i + 1]))
    .filter((_, i) => words[i]! >= start && words[i]! < end);
  if (!parts.includes('and')) return [];
  return [parts.map((part) => (part === 'and' ? part : part.charAt(0))).join('')];
}

function initialsOf(folded: Folded, start: number, end: number): Pick<Key, 'initials' | 'otherInitials'> {
  const { words, starts, text } = folded;
  const spelt = words.filter((at) => !isSign(folded, at));
  const initials = distinct([
    initialsAt(folded, spelt, start, end),
    initialsAt(folded, words, start, end, false),
    ...initialsWithAnd(folded, start, end),
  ]);
  const others = [
    initialsAt(folded, words, start, end),
    initialsAt(folded, starts, start, end),
    initialsAt(folded, words, start, text.length, false),
    initialsAt(folded, words, 0, text.length),
  ];
  return { initials, otherInitials: distinct(others, initials) };
}
