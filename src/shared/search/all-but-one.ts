import type { SearchIndex } from './index.ts';
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
  const rests = typedWords.flatMap((_, at) => restWithout(typedWords, at) ?? []);
  const { keys, nameMasks, pairMasks, tripleMasks } = index;
  const guesses: Guess[] = [];
  for (let id = 0; id < keys.length; id++) {
    const letters = nameMasks[id]!;
    if (letters === 0) continue;
    let best = noRung;
    for (const rest of rests) {
      if ((letters & rest.mask) !== rest.mask) continue;
      // As for whole queries: what cannot fit is refused before its name is read.
      if (!has(pairMasks[id]!, tripleMasks[id]!, rest)) continue;
      best = Math.min(best, rungOf(climbName(keys[id]!, rest), rest));
    }
    if (best !== noRung) guesses.push({ id, rung: best });
  }
  return guesses;
}

function has(pairs: number, triples: number, rest: Rest): boolean {
  return (
    ((pairs & rest.pair) === rest.pair && (triples & rest.triple) === rest.triple) ||
    ((pairs & rest.wordPairs) === rest.wordPairs && (triples & rest.wordTriples) === rest.wordTriples)
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
