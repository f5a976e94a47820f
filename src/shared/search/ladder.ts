import { domainsOf } from '../customer/customer-domains.ts';
import type { IndexedCustomer } from './index.ts';
import type { Key } from './key.ts';
import type { Query } from './query.ts';

/** The kinds of match, best first. Nothing about use ever lifts a customer over a step. */
export const steps = [
  'exact',
  'name',
  'prefix',
  'words',
  'id',
  'domain',
  'letters',
  'typos',
  'loose',
  'wide',
  'scattered',
] as const;
export type Step = (typeof steps)[number];

/**
 * Where on the ladder a match stands, as one number, smaller is better: step, then tier, then quality. Tiers part a
 * step into kinds so unlike that use must not mix them; quality only decides between equals in use.
 */
export type Rung = number;
export const noRung: Rung = 0x7fffffff;

export function rung(step: Step, tier: number, quality: number): Rung {
  return (steps.indexOf(step) << 16) | (Math.min(tier, 255) << 8) | Math.min(quality, 255);
}
export const stepOf = (at: Rung): Step => steps[at >> 16] ?? 'scattered';
/** Step and tier: what use may not cross. */
export const levelOf = (at: Rung): number => at >> 8;
export const qualityOf = (at: Rung): number => at & 255;

const exact = rung('exact', 0, 0);
const fullName = rung('name', 0, 0);
const coreName = rung('name', 0, 1);
const prefixWhole = rung('prefix', 0, 0);
const initialsWhole = rung('prefix', 0, 1);
const wordWhole = rung('prefix', 0, 1);
/** The name with another legal form than was typed: below names that begin as typed, form and all. */
const otherForm = rung('prefix', 0, 1);
/** Two letters begin many names, and are the initials of few. */
const twoInitials = rung('prefix', 0, 2);
const prefixPart = rung('prefix', 0, 3);
/** A whole word this short is more often the beginning of a name: "cap" of Capital. */
const shortWord = 3;
const shortWordWhole = rung('prefix', 0, 4);
const otherInitials = rung('words', 0, 0);
const wordPart = rung('words', 0, 2);
const someInitials = rung('words', 0, 4);
/** The name without the "Group" that was typed: below names that have one. */
const leanName = rung('words', 1, 0);
/** Added to the quality of words that are found outside the core only: hardly anyone looks for an "Inc". */
const outsideCore = 8;
const domainLabel = rung('domain', 0, 0);
const domainPrefix = rung('domain', 0, 1);
const domainWord = rung('domain', 0, 2);

/** What of a query a name is held against. */
export type Wanted = Pick<Query, 'text' | 'words' | 'core' | 'leans'>;

/** The best rung of the steps from a whole name to word starts that this name or alias stands on for the query. */
export function climbName(key: Key, query: Wanted): Rung {
  const { text } = key;
  const wanted = query.text;
  if (begins(text, wanted, 0)) {
    if (isSignOnly(key, query)) return wordPart;
    if (text.length === wanted.length) return key.field === 'alias' ? exact : fullName;
    if (wanted.length === key.coreEnd && key.coreStart === 0) return coreName;
    if (endsWord(key, wanted.length)) return prefixWhole;
    return key.initials.includes(wanted) ? initialsRung(wanted) : prefixPart;
  }
  if (key.coreStart > 0 && begins(text, wanted, key.coreStart)) {
    const end = key.coreStart + wanted.length;
    if (end === key.coreEnd) return coreName;
    return endsWord(key, end) ? prefixWhole : prefixPart;
  }
  if (query.core !== wanted && isCore(key, query.core)) return otherForm;
  const at = climbWords(key, query);
  const lean = at > leanName ? query.leans.findIndex((each) => isCore(key, each)) : -1;
  return lean < 0 ? at : Math.min(at, leanName + lean);
}

/** What was typed ends in the "&" of "B&G", where it would have to be read as a word run together with the letter. */
function isSignOnly(key: Key, { text, words }: Wanted): boolean {
  return words.length === 1 && text.length <= key.signEnd && text.length > key.signEnd - 3;
}

function isCore(key: Key, core: string): boolean {
  return key.coreEnd - key.coreStart === core.length && begins(key.text, core, key.coreStart);
}

/** `text.startsWith`, without a call for each place where already the first letter differs. */
function begins(text: string, wanted: string, at: number): boolean {
  for (let i = 0; i < wanted.length; i++) if (text.charCodeAt(at + i) !== wanted.charCodeAt(i)) return false;
  return true;
}

function initialsRung(typed: string): Rung {
  return typed.length > 2 ? initialsWhole : twoInitials;
}

function endsWord(key: Key, end: number): boolean {
  return end === key.text.length || key.words.includes(end);
}

function climbWords(key: Key, query: Wanted): Rung {
  const wanted = query.text;
  if (query.words.length > 1)
    return key.initials.includes(wanted) && isSpeltWithAnd(query)
      ? initialsWhole
      : allWords(key, query.words);
  let best = noRung;
  for (const initials of key.initials) {
    if (initials === wanted) return initialsRung(wanted);
    if (begins(initials, wanted, 0)) best = someInitials;
  }
  // One letter is no initials.
  if (wanted.length > 1)
    for (const initials of key.otherInitials) if (initials === wanted) best = otherInitials;
  for (const start of key.starts) {
    if (!begins(key.text, wanted, start)) continue;
    const inCore = start >= key.coreStart && start < key.coreEnd;
    if (inCore && endsWord(key, start + wanted.length) && key.words.includes(start))
      return wanted.length > shortWord ? wordWhole : Math.min(best, shortWordWhole);
    const inWord = key.words.includes(start) ? 0 : 1;
    best = Math.min(best, wordPart + inWord + (inCore ? 0 : outsideCore));
  }
  return best;
}

/** Initials as in "P&G". */
function isSpeltWithAnd({ words }: Wanted): boolean {
  return words.includes('and') && words.every((word) => word.length === 1 || word === 'and');
}

/** Each word of the query begins another word of the name, in any order. Longest first needs no second try. */
function allWords(key: Key, words: readonly string[]): Rung {
  let taken = 0;
  let partial = 0;
  let outside = 0;
  for (const word of words) {
    let found = -1;
    let whole = false;
    for (let i = 0; i < key.starts.length && !whole; i++) {
      const start = key.starts[i]!;
      if (taken & (1 << i) || !begins(key.text, word, start)) continue;
      whole = endsWord(key, start + word.length);
      if (found < 0 || whole) found = i;
    }
    if (found < 0) return noRung;
    taken |= 1 << found;
    const start = key.starts[found]!;
    if (start < key.coreStart || start >= key.coreEnd) outside = outsideCore;
    if (!whole) partial = Math.min(partial + 1, 2);
  }
  return rung('words', 0, partial + outside);
}

/** The rung of a domain: whole, its first label, its head, or a word in it. */
export function climbDomain(key: Key, query: Query, entry: IndexedCustomer | undefined): Rung {
  if (
    query.domain !== undefined &&
    entry !== undefined &&
    domainsOf(entry.customer)[key.ordinal] === query.domain
  ) {
    return exact;
  }
  const wanted = query.text;
  if (begins(key.text, wanted, 0)) return wanted.length === key.coreEnd ? domainLabel : domainPrefix;
  for (const start of key.starts) if (begins(key.text, wanted, start)) return domainWord;
  return noRung;
}
