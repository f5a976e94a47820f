import type { Usage } from '../status/usage.ts';
import { browse } from './browse.ts';
import { chooseBest } from './choose.ts';
import { climbAll, climbNamed } from './climb.ts';
import type { SearchIndex } from './index.ts';
import type { SearchHit } from './hit.ts';
import { type Step, stepOf, steps } from './ladder.ts';
import { type Query, readQuery } from './query.ts';
import { matchOf } from './ranges.ts';
import { tagIn, withTag, withTagFrom } from './tags.ts';

const defaultLimit = 50;

/**
 * The customers that match, best first. `now` is in milliseconds. A blank query gives everybody as `browse` does, one
 * that begins with `#` those with such a tag, from A to Z.
 * Pure but for work space inside the index; the order depends on list, query, usage and time alone.
 */
export function search(
  index: SearchIndex,
  typed: string,
  usage: Usage,
  now: number,
  limit = defaultLimit,
): SearchHit[] {
  const tag = tagIn(typed);
  if (tag !== undefined) return withTagFrom(index, tag).slice(0, limit);
  if (typed.trim() === '') return browse(index, usage, limit);
  const hits = find(index, typed, usage, now, limit, climbAll);
  return withTagged(index, typed, hits).slice(0, limit);
}

/** As `search` without what is guessed: only customers that what was typed names, in whole or in part. */
export function searchNamed(
  index: SearchIndex,
  typed: string,
  usage: Usage,
  now: number,
  limit = defaultLimit,
): SearchHit[] {
  return find(index, typed, usage, now, limit, climbNamed);
}

function find(
  index: SearchIndex,
  typed: string,
  usage: Usage,
  now: number,
  limit: number,
  climb: typeof climbAll,
): SearchHit[] {
  const query = readQuery(typed);
  if (query === undefined) return [];
  index.complete();
  climb(index, query, limit);
  return chooseBest(index, typed, usage, now, limit).map((slot) => toHit(index, slot, query));
}

/** Puts customers with the query as a tag below those whom it names, and above those who are guessed. */
function withTagged(index: SearchIndex, typed: string, hits: SearchHit[]): SearchHit[] {
  const tagged = withTag(index, typed);
  if (tagged.length === 0) return hits;
  const found = new Set(hits.map(({ customer }) => customer));
  const guessed = hits.findIndex(({ step }) => step === 'letters' || loose.has(step));
  const at = guessed < 0 ? hits.length : guessed;
  return hits.toSpliced(at, 0, ...tagged.filter(({ customer }) => !found.has(customer)));
}

const loose: ReadonlySet<SearchHit['step']> = new Set(steps.slice(steps.indexOf('typos')));

/** Taken for what was typed in spite of a slip. */
function isGuess(step: Step): boolean {
  return step === 'typos' || step === 'wide';
}

function toHit(index: SearchIndex, slot: number, query: Query): SearchHit {
  const { customer } = index.bySlot[slot]!;
  const step = stepOf(index.rungs[slot]!);
  const match = matchOf(index, customer, index.bestKeys[slot]!, step, query);
  return { customer, step, ...match, lookAlike: isGuess(step) || index.looksLikeAnother(slot) };
}
