import type { Usage } from '../usage.ts';
import { browse } from './browse.ts';
import { chooseBest } from './choose.ts';
import { climbAll } from './climb.ts';
import type { SearchIndex } from './index.ts';
import type { SearchHit } from './hit.ts';
import { stepOf } from './ladder.ts';
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
  const query = readQuery(typed);
  if (query === undefined) return typed.trim() === '' ? browse(index, usage, limit) : [];
  index.complete();
  climbAll(index, query, limit);
  const hits = chooseBest(index, typed, usage, now, limit).map((slot) => toHit(index, slot, query));
  return withTagged(index, typed, hits).slice(0, limit);
}

/** Who has the query for a tag stands below those whom it names, and above those who are guessed. */
function withTagged(index: SearchIndex, typed: string, hits: SearchHit[]): SearchHit[] {
  const found = new Set(hits.map(({ customer }) => customer));
  const tagged = withTag(index, typed).filter(({ customer }) => !found.has(customer));
  if (tagged.length === 0) return hits;
  const guessed = hits.findIndex(isGuess);
  return hits.toSpliced(guessed < 0 ? hits.length : guessed, 0, ...tagged);
}

function isGuess({ step }: SearchHit): boolean {
  return step === 'letters' || step === 'typos' || step === 'scattered';
}

function toHit(index: SearchIndex, slot: number, query: Query): SearchHit {
  const { customer } = index.entries[slot]!;
  const step = stepOf(index.rungs[slot]!);
  const match = matchOf(index, customer, index.bestKeys[slot]!, step, query);
  return { customer, step, ...match, lookAlike: step === 'typos' || index.looksLikeAnother(slot) };
}
