import { allowedEdits } from './align.ts';
import { allButOne } from './all-but-one.ts';
import { placesInId } from './id-parts.ts';
import type { SearchIndex } from './index.ts';
import type { Key } from './key.ts';
import { climbDomain, climbName, noRung, qualityOf, rung, type Rung } from './ladder.ts';
import {
  allowedGaps,
  endWithoutVowels,
  findInOrder,
  findTogether,
  gapsFrom,
  inWordHeads,
} from './letters.ts';
import { smallWords } from './legal-forms.ts';
import { maxFolded } from './normalise.ts';
import { type Query, readOtherLayouts, withoutForms } from './query.ts';
import { climbTypos, typoCandidates, wideNet } from './typo.ts';

/** Stands for the tenant id where a key's id is kept. */
const idKey = -1;

/** With so many found as typed nobody reads on to those found by fewer letters. */
const enough = 10;

/** The most likely candidates come first; this many cells are more than names of people's customers ever need. */
export const maxCells = 120_000;

/** A query that is found as typed is only looked for with a slip too from this length on: shorter ones fit anything. */
const longEnough = 4;

/**
 * Puts every customer that matches on its best rung (`index.rungs`) and notes the key that did it (`index.bestKeys`).
 * The dear steps, letters in order and typos, are only tried while the others leave room.
 */
export function climbAll(index: SearchIndex, query: Query, limit: number): void {
  let found = climbNamed(index, query);
  const fits = found > 0;
  const room = Math.min(enough, limit);
  if (found >= room || query.text.length < 2) return;
  const shortened = letters(index, query, allowedGaps(query.text.length));
  // Looser than a slip: however many there are, they are no reason not to look for slips.
  const sure = found + shortened.sure;
  found += shortened.found;
  // Nothing but parts of an id: no slip explains them.
  // SECURITY: digits of an id are never a misspelt name.
  if (query.hexWords.length === query.typedWords.length) return;
  if (sure < room) found += otherLayouts(index, query, fits);
  if (sure < room) found += typos(index, query, found, fits);
  if (found > 0) return;
  letters(index, query, maxFolded);
}

/** The steps from a whole alias or id to the domain, on which nothing is guessed; says how many stand on them. */
export function climbNamed(index: SearchIndex, query: Query): number {
  index.rungs.fill(noRung);
  return climbKeys(index, query) + climbIds(index, query);
}

/** The steps from a whole name to the domain. */
function climbKeys(index: SearchIndex, query: Query, placed = (at: Rung): Rung => at): number {
  const { keys, masks, startMasks, pairMasks, tripleMasks, slotOfKey, bySlot, texts } = index;
  // Most readings under other layouts go here.
  if ((texts.scripts & query.scripts) !== query.scripts) return 0;
  const { mask, startMask, leanMask, pairMask, tripleMask, wordPairs, wordTriples, leanPair, leanTriple } =
    query;
  const hasLean = query.core !== query.text || query.leans.length > 0;
  let found = 0;
  for (let id = 0; id < keys.length; id++) {
    const letters = masks[id]!;
    const hasLetters = (letters & mask) === mask;
    const hasLeanLetters = hasLean && (letters & leanMask) === leanMask;
    // Most keys go here: what else is known of them is not even read from memory.
    if (!hasLetters && !hasLeanLetters) continue;
    const heads = startMasks[id]!;
    const pairs = pairMasks[id]!;
    const triples = tripleMasks[id]!;
    const fits =
      hasLetters &&
      (heads & startMask) === startMask &&
      (((pairs & pairMask) === pairMask && (triples & tripleMask) === tripleMask) ||
        ((pairs & wordPairs) === wordPairs && (triples & wordTriples) === wordTriples));
    const fitsLean =
      hasLeanLetters && (pairs & leanPair) === leanPair && (triples & leanTriple) === leanTriple;
    if (!fits && !fitsLean) continue;
    const key = keys[id]!;
    const slot = slotOfKey[id]!;
    const at = key.field === 'domain' ? climbDomain(key, query, bySlot[slot]) : climbName(key, query);
    if (at !== noRung) found += raise(index, slot, placed(at), id);
  }
  return found;
}

const wholeId = rung('exact', 0, 0);

/** Ids that may have the parts are read one by one: an index of all parts would cost memory all day. */
function climbIds(index: SearchIndex, { id, idParts }: Query): number {
  if (id !== undefined) {
    const entry = index.indexed(id);
    return entry === undefined ? 0 : raise(index, entry.slot, wholeId, idKey);
  }
  if (idParts === undefined) return 0;
  let found = 0;
  const { bySlot, idPairs } = index;
  for (let slot = 0; slot < bySlot.length; slot++) {
    if ((idPairs[slot]! & idParts.pairs) !== idParts.pairs) continue;
    const entry = bySlot[slot];
    const at = entry && placesInId(idParts, entry.customer.tenantId);
    if (at !== undefined) found += raise(index, slot, rung('id', at.tier, 0), idKey);
  }
  return found;
}

/** Above this a customer is named in full: by its alias, tenant id, domain or name. */
const firstPartial = rung('prefix', 0, 0);

/** Puts a customer on a rung if that is better than its own; 1 if it had none. */
function raise(index: SearchIndex, slot: number, at: Rung, keyId: number): number {
  const before = index.rungs[slot]!;
  // Of keys on one rung the first counts: a name before an alias.
  if (at >= before) return 0;
  if (at >= firstPartial && index.bySlot[slot]!.customer.hidden) return 0;
  index.rungs[slot] = at;
  index.bestKeys[slot] = keyId;
  return before === noRung ? 1 : 0;
}

/**
 * The query's letters in order. Few left out from a word's start on, or nothing but vowels, is the step "letters"; many
 * within the name's first word are "loose", below typos. Any others are "scattered" and come last: in a long name
 * almost any letters are found in order.
 */
function letters(index: SearchIndex, query: Query, most: number): Shortened {
  const { keys, nameMasks, slotOfKey, rungs } = index;
  let found = 0;
  let sure = 0;
  for (let id = 0; id < keys.length; id++) {
    if ((nameMasks[id]! & query.mask) !== query.mask) continue;
    const slot = slotOfKey[id]!;
    if (rungs[slot]! < firstLetters || !hasHexWords(index, id, query)) continue;
    const at = climbLetters(index, id, query, most);
    if (at === noRung) continue;
    const isNew = raise(index, slot, at, id);
    found += isNew;
    if (at < firstLoose) sure += isNew;
  }
  return { found, sure };
}

/** How many customers were found by letters in order, and how many of them before any slip. */
interface Shortened {
  readonly found: number;
  readonly sure: number;
}
const firstLoose = rung('typos', 0, 0);

/** A part of an id is no misspelt name: whoever lost the first digits of an id must not get a customer for the last. */
function hasHexWords({ keys }: SearchIndex, id: number, { hexWords }: Query): boolean {
  // Hardly any query has such words: then not even the key is read from memory.
  for (const word of hexWords) if (!keys[id]!.text.includes(word)) return false;
  return true;
}

const inWordHeadsRung = rung('letters', 0, 1);
const together = rung('letters', 0, 3);
/** From inside one word into the next: nobody types so, it only happens. */
const acrossWords = rung('loose', 1, 3);

function climbLetters(index: SearchIndex, id: number, query: Query, most: number): Rung {
  const { texts, startMasks, keys } = index;
  const { codes } = query;
  if ((startMasks[id]! & query.startMask) !== 0) {
    if (inWordHeads(texts, id, codes)) return headsRung(index, id, codes);
    const ofHead = climbHead(index, id, query, most);
    if (ofHead !== noRung) return ofHead;
    const start = findInOrder(texts, id, codes, most);
    if (start >= 0)
      return lettersRung(keys[id]!, start, gapsFrom(texts, id, start, codes, most), codes.length);
  }
  const at = findTogether(texts, id, codes);
  if (at < 0) return noRung;
  return keys[id]!.words.some((word) => word > at && word < at + codes.length) ? acrossWords : together;
}

/** In heads of words one after the other, or with words passed over: almost any letters are found so in a long name. */
function headsRung({ texts, keys }: SearchIndex, id: number, codes: Uint16Array): Rung {
  const heads: number[] = [];
  inWordHeads(texts, id, codes, heads);
  const passed = wordsPassed(keys[id]!, new Set(heads));
  return passed === 0 ? inWordHeadsRung : rung('loose', 1, passed);
}

/** How many words that are not small lie between the heads. */
function wordsPassed({ text, words }: Key, heads: ReadonlySet<number>): number {
  const last = Math.max(...heads);
  return words.filter(
    (start, i) => start < last && !heads.has(start) && !smallWords.has(text.slice(start, words[i + 1])),
  ).length;
}

/** The name's beginning without its vowels, or with other letters left out within its first word. */
function climbHead({ texts, keys }: SearchIndex, id: number, { codes }: Query, most: number): Rung {
  const coreStart = texts.coreStarts[id]!;
  const gaps = gapsFrom(texts, id, coreStart, codes, most);
  const begins = texts.codes[texts.textAt[id]! + coreStart] === codes[0];
  const isLoose = gaps > allowedGaps(codes.length);
  // Most names go here: the rest of the key is not even read from memory.
  if (!begins && !isLoose) return noRung;
  const key = keys[id]!;
  const { words, text } = key;
  const end = endWithoutVowels(key, coreStart, codes);
  if (end - coreStart > codes.length + 1)
    return rung('letters', 1, end === text.length || words.includes(end) ? 0 : 1);
  if (!isLoose) return noRung;
  const last = coreStart + gaps + codes.length;
  return words.some((at) => at > coreStart && at < last) ? noRung : rung('loose', 0, gaps);
}

function lettersRung(key: Key, start: number, gaps: number, length: number): Rung {
  if (gaps > allowedGaps(length)) return rung('scattered', 0, gaps);
  const end = start + length + gaps;
  const fromHead = start === 0 || start === key.coreStart;
  const wholeWord = end === key.text.length || key.words.includes(end);
  return rung('letters', Math.max(0, gaps - 1), (fromHead ? 0 : 2) + (wholeWord ? 0 : 1));
}

/** As one slip: every letter is explained, and the name is found as if it had been typed so. */
function otherLayouts(index: SearchIndex, query: Query, fits: boolean): number {
  let found = 0;
  for (const other of readOtherLayouts(query, fits)) found += climbKeys(index, other, asOneSlip);
  return found;
}

function asOneSlip(at: Rung): Rung {
  return rung('typos', 1, (at >> 16) * qualities + Math.min(qualityOf(at), qualities - 1));
}
/** So many qualities of each step are kept apart. */
const qualities = 16;

const firstLetters = rung('letters', 0, 0);

function typos(index: SearchIndex, query: Query, before: number, fits: boolean): number {
  // Where something was found as typed, only the next best reading is of interest.
  const most = before > 0 ? Number(query.text.length >= longEnough) : allowedEdits(query.text.length);
  if (most === 0) return 0;
  const candidates = candidatesFor(index, query, most);
  const core = before > 0 ? undefined : withoutForms(query);
  let ofCore: readonly number[] | undefined;
  index.table.cells = 0;
  let found = 0;
  // Few slips are quick to look for, and explain nearly everything; more are only tried when they do not.
  for (let edits = 1; edits <= most && found === 0; edits++) {
    found = slips(index, query, candidates, edits);
    if (found > 0 || core === undefined || edits > allowedEdits(core.text.length)) continue;
    ofCore ??= candidatesFor(index, core, most);
    found = slips(index, core, ofCore, edits, withOtherForm);
  }
  if (!fits)
    for (const { id, rung } of allButOne(index, query)) found += raise(index, index.slotOfKey[id]!, rung, id);
  // What the wide net catches does not count as found: letters in order are tried all the same.
  if (before + found === 0) {
    for (const { id, rung } of wideNet(index, query, candidates))
      raise(index, index.slotOfKey[id]!, rung, id);
  }
  return found;
}

function candidatesFor(index: SearchIndex, query: Query, most: number): number[] {
  return typoCandidates(index, query, most).filter((id) => hasHexWords(index, id, query));
}

/** A legal form that the name does not have, as "mircosoft corp" for Microsoft, counts as one slip more. */
function withOtherForm(at: Rung): Rung {
  return at + oneSlipMore;
}
const oneSlipMore = rung('typos', 1, 0) - rung('typos', 0, 0);

function slips(
  index: SearchIndex,
  query: Query,
  candidates: readonly number[],
  edits: number,
  placed = (at: Rung): Rung => at,
): number {
  let found = 0;
  for (const id of candidates) {
    if (index.table.cells > maxCells) break;
    const slot = index.slotOfKey[id]!;
    if (index.rungs[slot]! < firstLetters) continue;
    const at = climbTypos(index.keys[id]!, query, edits, index.table);
    if (at !== noRung) found += raise(index, slot, placed(at), id);
  }
  return found;
}
