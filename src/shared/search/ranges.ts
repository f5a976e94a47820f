import { domainsOf } from '../customer/customer-domains.ts';
import type { Customer } from '../customer/customer.ts';
import { allowedEdits } from './align.ts';
import type { SearchIndex } from './index.ts';
import { placesInId } from './id-parts.ts';
import type { Field, Key } from './key.ts';
import { climbDomain, climbName, noRung, type Step, stepOf } from './ladder.ts';
import { findInOrder, findTogether, inWordHeads } from './letters.ts';
import { fold, maxFolded } from './normalise.ts';
import type { PackedTexts } from './packed.ts';
import { type Query, readOtherLayouts, withoutForms } from './query.ts';
import { placeWithSlips, wideRanges } from './typo.ts';

/** [start, end) in UTF-16 code units. */
export type Range = readonly [start: number, end: number];

export interface Match {
  readonly field: Field;
  readonly text: string;
  readonly ranges: readonly Range[];
}

/** What to mark in the text that matched. No key means that the tenant id matched. */
export function matchOf(
  index: SearchIndex,
  customer: Customer,
  keyId: number,
  step: Step,
  query: Query,
): Match {
  const key = index.keys[keyId];
  if (key === undefined) {
    const text = customer.tenantId;
    const found = query.idParts && placesInId(query.idParts, text);
    return { field: 'id', text, ranges: found?.places ?? [[0, text.length]] };
  }
  const text = textOf(customer, key);
  if (key.field === 'domain' && step === 'exact')
    return { field: 'domain', text, ranges: [[0, text.length]] };
  return { field: key.field, text, ranges: inSource(text, key, marked(index, keyId, key, step, query)) };
}

function textOf(customer: Customer, key: Key): string {
  if (key.field === 'alias') return customer.aliases[key.ordinal] ?? '';
  if (key.field === 'domain') return domainsOf(customer)[key.ordinal] ?? '';
  return customer.name;
}

/** Offsets in the key's text that the query accounts for. */
function marked(index: SearchIndex, keyId: number, key: Key, step: Step, query: Query): Set<number> {
  if (step === 'words') return markedWords(key, query);
  if (step === 'letters' || step === 'loose' || step === 'scattered')
    return markedLetters(index.texts, keyId, query.codes);
  if (step === 'typos' || step === 'wide') return markedTypos(index, keyId, key, query);
  for (const wanted of [query.text, query.core]) {
    for (const start of [0, key.coreStart, ...key.starts]) {
      if (key.text.startsWith(wanted, start)) return span(start, start + wanted.length);
    }
  }
  return markedWords(key, query);
}

function span(start: number, end: number, into = new Set<number>()): Set<number> {
  for (let at = start; at < end; at++) into.add(at);
  return into;
}

function markedWords(key: Key, query: Query): Set<number> {
  const marks = new Set<number>();
  const taken = new Set<number>();
  for (const word of query.words) {
    const free = key.starts.filter((start) => !taken.has(start) && key.text.startsWith(word, start));
    const ends = (start: number): boolean => {
      const end = start + word.length;
      return end === key.text.length || key.words.includes(end);
    };
    const start = free.find(ends) ?? free[0];
    if (start === undefined) return markedInitials(key, query.text);
    taken.add(start);
    span(start, start + word.length, marks);
  }
  return marks;
}

/** Initials stand at the beginnings of words, some of which may be passed over. */
function markedInitials(key: Key, initials: string): Set<number> {
  for (const places of [key.words, key.starts]) {
    const marks = new Set<number>();
    let next = 0;
    for (const start of places) {
      if (next < initials.length && key.text.charAt(start) === initials.charAt(next)) {
        marks.add(start);
        next++;
      }
    }
    if (next === initials.length) return marks;
  }
  return new Set();
}

function markedLetters(texts: PackedTexts, keyId: number, wanted: Uint16Array): Set<number> {
  const heads: number[] = [];
  if (inWordHeads(texts, keyId, wanted, heads)) return new Set(heads);
  const start = findInOrder(texts, keyId, wanted, maxFolded);
  const together = findTogether(texts, keyId, wanted);
  if (together >= 0) return span(together, together + wanted.length);
  const marks = new Set<number>();
  if (start < 0) return marks;
  const from = texts.textAt[keyId]!;
  for (let at = start, next = 0; next < wanted.length; at++) {
    if (texts.codes[from + at] !== wanted[next]) continue;
    marks.add(at);
    next++;
  }
  return marks;
}

function markedTypos(index: SearchIndex, keyId: number, key: Key, query: Query): Set<number> {
  const places = [query, withoutForms(query)]
    .filter((reading) => reading !== undefined)
    .map((reading) => placeWithSlips(key, reading, allowedEdits(reading.text.length), index.table))
    .find((found) => found.length > 0);
  const marks = new Set<number>();
  for (const { start, end } of places ?? []) span(start, end, marks);
  if (marks.size > 0) return marks;
  const meant = otherLayoutOf(key, query);
  if (meant !== undefined) return marked(index, keyId, key, meant.step, meant.query);
  for (const [start, end] of wordsThatFit(key, query.words)) span(start, end, marks);
  if (marks.size === 0)
    for (const { start, end } of wideRanges(query.text, key.text)) span(start, end, marks);
  return marks;
}

/** What was meant under another keyboard layout, and the step on which it finds the key. */
function otherLayoutOf(key: Key, query: Query): { readonly query: Query; readonly step: Step } | undefined {
  for (const other of readOtherLayouts(query, false)) {
    const at = key.field === 'domain' ? climbDomain(key, other, undefined) : climbName(key, other);
    if (at !== noRung) return { query: other, step: stepOf(at) };
  }
  return undefined;
}

/** Where those words stand that begin a word of the name. */
function wordsThatFit(key: Key, words: readonly string[]): Range[] {
  return words.flatMap((word): Range[] => {
    const start = word.length < 2 ? undefined : key.starts.find((at) => key.text.startsWith(word, at));
    return start === undefined ? [] : [[start, start + word.length]];
  });
}

/** The marks as ranges of the text the key was folded from. Neighbours merge, also over a space between two words. */
function inSource(source: string, key: Key, marks: ReadonlySet<number>): Range[] {
  const folded = fold(source, key.reading);
  const ranges: [number, number][] = [];
  for (const at of [...marks].sort((a, b) => a - b)) {
    const start = folded.from[at];
    const end = folded.to[at];
    if (start === undefined || end === undefined) continue;
    const last = ranges.at(-1);
    if (last !== undefined && (start <= last[1] || marks.has(at - 1))) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}
