import Fuse from 'fuse.js/basic';
import { align, type Alignment, allowedEdits, type AlignmentTable, tenthsPerEdit } from './align.ts';
import type { SearchIndex } from './index.ts';
import type { Key } from './key.ts';
import { noRung, rung, type Rung } from './ladder.ts';
import { countBits } from './mask.ts';
import type { Query } from './query.ts';

/** No more names than this are compared letter by letter, however many there are. */
export const maxCandidates = 200;
/** No more names than this are given to Fuse.js: it takes ten times as long for one as `align` does. */
const maxForFuse = 60;
/** Fuse.js looks for longer texts in pieces; what is that long and fits nothing is no name with slips. */
const longestForFuse = 32;

/** Fuse.js's own measure: the share of the query's letters that may be wrong. */
const fuseThreshold = 0.4;
/** A name that shares less than this with the query is no candidate, however few there are. */
const leastShare = 0.2;
/** Scores are counted in this many classes to find the best without sorting them all. */
const classes = 1024;

/** Ids of the keys that share most pairs of letters with the query, at most `maxCandidates`, best first. */
export function typoCandidates(index: SearchIndex, query: Query, edits: number): number[] {
  const { scores, most } = index.grams().score(query.text);
  if (most === 0) return [];
  const perClass = new Uint32Array(classes + 1);
  const scale = classes / most;
  const { nameMasks } = index;
  const sharing: number[] = [];
  for (let id = 0; id < index.keys.length; id++) {
    const score = scores[id]!;
    if (score === 0) continue;
    const mask = nameMasks[id]!;
    // Each letter the name does not have at all is a slip.
    if (mask === 0 || countBits(query.mask & ~mask) > edits) continue;
    scores[id] = score * likeness(query.text.length, id, index);
    perClass[Math.trunc(scores[id]! * scale)]!++;
    sharing.push(id);
  }
  let lowest = classes;
  let above = 0;
  while (lowest > leastShare * classes && above + perClass[lowest]! <= maxCandidates)
    above += perClass[lowest--]!;
  const ids: number[] = [];
  const atBar: number[] = [];
  for (const id of sharing) {
    const place = Math.trunc(scores[id]! * scale);
    if (place > lowest) ids.push(id);
    else if (place === lowest && place > leastShare * classes) atBar.push(id);
  }
  ids.push(...firstFromAToZ(index, atBar, maxCandidates - ids.length));
  const places = index.places();
  const placeOf = (id: number): number => places[index.slotOfKey[id]!]!;
  return ids.sort((a, b) => scores[b]! - scores[a]! || placeOf(a) - placeOf(b) || a - b);
}

/** Long names have some of any letters: of equal shares those count that are hardly longer than what was typed. */
function likeness(typed: number, id: number, { texts }: SearchIndex): number {
  const length = texts.textAt[id + 1]! - texts.textAt[id]!;
  return typed >= length ? 1 : leastLikeness + ((1 - leastLikeness) * typed) / length;
}
const leastLikeness = 0.7;

/** So many of the keys, by A to Z of their customers and never by when a customer came into the list. */
function firstFromAToZ(index: SearchIndex, ids: readonly number[], count: number): number[] {
  const places = index.places();
  const firstKey = (id: number): number => index.bySlot[index.slotOfKey[id]!]!.firstKey;
  // Place and number of the key within its customer as one number: sorting numbers is quick, however many are equal.
  const ranks = Float64Array.from(
    ids,
    (id) => places[index.slotOfKey[id]!]! * keysPerPlace + (id - firstKey(id)),
  );
  const order = index.aToZ();
  return Array.from(ranks.sort().subarray(0, count), (rank) => {
    const entry = order[Math.floor(rank / keysPerPlace)]!;
    return entry.firstKey + (rank % keysPerPlace);
  });
}
const keysPerPlace = 2 ** 20;

/** The rung of a key by the cheapest slips that explain what was typed. */
export function climbTypos(key: Key, query: Query, edits: number, table: AlignmentTable): Rung {
  const places = placeWithSlips(key, query, edits, table);
  const [first] = places;
  if (first === undefined) return noRung;
  const cost = places.reduce((sum, place) => sum + place.cost, 0);
  const slips = Math.round(cost / tenthsPerEdit);
  const shade = (cost - tenthsPerEdit * slips + tenthsPerEdit) * placings;
  return rung('typos', slips, shade + placingOf(key, places, first));
}

/** Of equal slips the whole name comes first, then what was typed in a row, from the head on, up to a word's end. */
function placingOf(key: Key, { length }: readonly Placed[], first: Placed): number {
  const fromHead = first.start === 0 || first.start === key.coreStart;
  const wholeName = first.end === key.text.length || first.end === key.coreEnd;
  if (length === 1 && fromHead && wholeName) return 0;
  const wholeWord = first.end === key.text.length || key.words.includes(first.end);
  return 1 + (length === 1 ? 0 : 4) + (fromHead ? 0 : 2) + (wholeWord ? 0 : 1);
}
const placings = 9;

/** Where all that was typed stands in a row, or else each of its words by itself; empty if nowhere. */
export function placeWithSlips(key: Key, query: Query, edits: number, table: AlignmentTable): Placed[] {
  const most = edits * (tenthsPerEdit + 1);
  const inARow = placeOf(key, query.text, most, table);
  if (inARow !== undefined) return [inARow];
  if (query.words.length < 2) return [];
  const places: Placed[] = [];
  let left = most;
  for (const word of query.words) {
    const bar = Math.min(left, allowedEdits(word.length) * (tenthsPerEdit + 1));
    const place = placeOf(key, word, bar, table, places);
    if (place === undefined) return [];
    left -= place.cost;
    places.push(place);
  }
  return places;
}

/** An alignment and where in the key's text it begins; its end counts from the beginning of the text too. */
interface Placed extends Alignment {
  readonly start: number;
}

function placeOf(
  key: Key,
  typed: string,
  most: number,
  table: AlignmentTable,
  taken: readonly Placed[] = [],
): Placed | undefined {
  let best: Placed | undefined;
  let bar = most;
  for (const start of key.starts) {
    if (taken.some((place) => place.start === start)) continue;
    const found = align(typed, key.text, start, bar, table);
    if (found === undefined || (best !== undefined && found.cost >= best.cost)) continue;
    best = { cost: found.cost, start, end: start + found.end };
    bar = found.cost;
  }
  return best;
}

/** A key that was found, and its rung in the step. */
export interface Guess {
  readonly id: number;
  readonly rung: Rung;
}

/** What no list of slips explains but Fuse.js still takes for the query, among the best of the candidates. */
export function wideNet(index: SearchIndex, query: Query, candidates: readonly number[]): Guess[] {
  if (query.text.length > longestForFuse) return [];
  const ids = candidates.slice(0, maxForFuse);
  const fuse = new Fuse(
    ids.map((id) => index.keys[id]!.text),
    { ...fuseOptions, includeScore: true },
  );
  return fuse.search(query.text).map(({ refIndex, score }) => ({
    id: ids[refIndex]!,
    rung: rung('wide', 0, Math.round((score ?? 1) * 100)),
  }));
}

const fuseOptions = {
  threshold: fuseThreshold,
  ignoreLocation: true,
  ignoreFieldNorm: true,
  shouldSort: false,
  isCaseSensitive: true,
};

/** Where Fuse.js sees the query in the text. */
export function wideRanges(typed: string, text: string): { readonly start: number; readonly end: number }[] {
  const found = Fuse.match(typed, text, { ...fuseOptions, includeMatches: true });
  return (found.indices ?? []).map(([first, last]) => ({ start: first, end: last + 1 }));
}
