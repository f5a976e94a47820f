import type { SearchIndex } from './index.ts';
import type { Key } from './key.ts';
import { climbName, noRung, rung, stepOf, type Rung, type Wanted } from './ladder.ts';
import { letterMask, pairBit, tripleBit } from './mask.ts';
import type { Query } from './query.ts';
import type { Guess } from './typo.ts';
import { legalForms, weakWords } from './legal-forms.ts';

/** Of a query with more words than this hardly anybody means all but one. */
const mostWords = 6;
/** A single word that is left must say more than two letters, or be the whole name. */
const telling = 3;

/** The query without one of its words. */
interface Rest extends Wanted {
  readonly mask: number;
  /** First letter of each word. */
  readonly heads: number;
  /** First letters of `text`, and of each word. */
  readonly pair: number;
  readonly triple: number;
  readonly wordPairs: number;
  readonly wordTriples: number;
  /** Letters of the word that is left out. */
  readonly missing: number;
}

/**
 * Names that all words of the query fit but one, as "contoso germany" for Contoso: what people add to tell places and
 * purposes apart, and what the list's name does not have.
 */
export function allButOne(index: SearchIndex, query: Query): Guess[] {
  const { typedWords } = query;
  if (typedWords.length < 2 || typedWords.length > mostWords) return [];
  const best = new Map<number, Rung>();
  typedWords.forEach((_, at) => {
    const rest = restWithout(typedWords, at);
    if (rest !== undefined) climbRest(index, rest, best);
  });
  // In the order of the keys: of those on one rung the first counts.
  return Array.from(best, ([id, rung]) => ({ id, rung })).sort((a, b) => a.id - b.id);
}

/** Notes the keys that the rest fits, with their rungs where those are better than before. */
function climbRest(index: SearchIndex, rest: Rest, best: Map<number, Rung>): void {
  const { keys, nameMasks, startMasks, pairMasks, tripleMasks } = index;
  const { mask, text } = rest;
  for (let id = 0; id < keys.length; id++) {
    // As for whole queries: what cannot fit is refused before its name is read.
    if ((nameMasks[id]! & mask) !== mask) continue;
    if (!has(startMasks[id]!, pairMasks[id]!, tripleMasks[id]!, rest)) continue;
    const key = keys[id]!;
    if (text.length < telling && !isAsLong(key, text)) continue;
    const at = rungOf(climbName(key, rest), rest);
    if (at < (best.get(id) ?? noRung)) best.set(id, at);
  }
}

/** Whether the text may be the whole name, with or without its legal forms. */
function isAsLong({ text, coreStart, coreEnd }: Key, { length }: string): boolean {
  return text.length === length || coreEnd - coreStart === length;
}

function has(heads: number, pairs: number, triples: number, rest: Rest): boolean {
  return (
    (rest.text.length > 1 && (pairs & rest.pair) === rest.pair && (triples & rest.triple) === rest.triple) ||
    ((heads & rest.heads) === rest.heads &&
      (pairs & rest.wordPairs) === rest.wordPairs &&
      (triples & rest.wordTriples) === rest.wordTriples)
  );
}

function restWithout(words: readonly string[], at: number): Rest | undefined {
  const left = words.filter((_, other) => other !== at);
  // What is left must say who is meant.
  if (left.every((word) => weakWords.has(word) || legalForms.has(word))) return undefined;
  const text = left.join('');
  return {
    ...{ text, core: text, leans: [] },
    words: left.toSorted((a, b) => b.length - a.length),
    mask: letterMask(text),
    heads: letterMask(left.map((word) => word.charAt(0)).join('')),
    pair: pairBit(text, 0),
    triple: tripleBit(text, 0),
    wordPairs: left.reduce((mask, word) => mask | pairBit(word, 0), 0),
    wordTriples: left.reduce((mask, word) => mask | tripleBit(word, 0), 0),
    missing: words[at]!.length,
  };
}

/** Below one slip; the more of the name is left open and the longer the word, the lower. */
function rungOf(at: Rung, { text, words, missing }: Rest): Rung {
  if (at === noRung) return noRung;
  const step = stepOf(at);
  const whole = step === 'exact' || step === 'name';
  if (!whole && text.length < telling) return noRung;
  if (whole) return rung('typos', 2, missing);
  if (step === 'prefix') return rung('typos', 4, missing);
  return words.length > 1 ? rung('typos', 5, missing) : noRung;
}
