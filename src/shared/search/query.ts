import { parseDomain } from '../tenant/domain.ts';
import { withoutMailbox } from '../tenant/mail-address.ts';
import { parseTenantId, type TenantId } from '../tenant/tenant-id.ts';
import { allowedEdits } from './align.ts';
import { coreOf, leansOf } from './core.ts';
import { type IdParts, readIdParts } from './id-parts.ts';
import { isInOtherScript, underOtherLayouts } from './layouts.ts';
import { letterMask, pairBit, scriptMask, tripleBit } from './mask.ts';
import { fold, wordsOf } from './normalise.ts';

/** What was typed, read in every way the ladder asks for. */
export interface Query {
  /** As typed, but for spaces around it and the name before the "@" of an address. */
  readonly typed: string;
  /** Folded, without spaces; never empty. */
  readonly text: string;
  /** Its words, longest first. */
  readonly words: readonly string[];
  /** Its words as typed. */
  readonly typedWords: readonly string[];
  /** Without legal forms at its ends; the same as `text` if there are none. */
  readonly core: string;
  /** Without one word such as "Group" at its end either, without two, and so on; mostly none. */
  readonly leans: readonly string[];
  /** Letters of `text`, and the first of them. */
  readonly mask: number;
  readonly startMask: number;
  /** Scripts without which nobody fits: those of `text` that the last of `leans`, or `core`, has too. */
  readonly scripts: number;
  /** Its first two and three letters, */
  readonly pairMask: number;
  readonly tripleMask: number;
  /** and those of each of its words. */
  readonly wordPairs: number;
  readonly wordTriples: number;
  /** `text` as code units. */
  readonly codes: Uint16Array;
  /** Letters of the last of `leans`, or of `core`, and its first two and three: all those have them too. */
  readonly leanMask: number;
  readonly leanPair: number;
  readonly leanTriple: number;
  /** A whole tenant id. */
  readonly id: TenantId | undefined;
  /** One or more parts of a tenant id. */
  readonly idParts: IdParts | undefined;
  /** Words that may be parts of an id: a name has them as they are, for nobody mistypes one into another. */
  readonly hexWords: readonly string[];
  /** A whole domain. */
  readonly domain: string | undefined;
}

const maxTyped = 256;
const maxText = 96;

/** Nothing for a query without any character to search by. */
export function readQuery(typed: string): Query | undefined {
  const trimmed = withoutMailbox(typed.slice(0, maxTyped).trim());
  const folded = fold(trimmed);
  const text = folded.text.slice(0, maxText);
  if (text === '') return undefined;
  const typedWords = wordsOf(folded).slice(0, 16);
  const core = coreOf(folded);
  const coreText = folded.text.slice(core.start, core.end);
  const leans = leansOf(folded);
  const lean = leans.at(-1) ?? coreText;
  return {
    typed: trimmed,
    text,
    words: [...typedWords].sort((a, b) => b.length - a.length),
    typedWords,
    core: coreText,
    leans,
    mask: letterMask(text),
    startMask: letterMask(text.charAt(0)),
    scripts: scriptMask(text) & scriptMask(lean),
    pairMask: pairBit(text, 0),
    tripleMask: tripleBit(text, 0),
    wordPairs: typedWords.reduce((mask, word) => mask | pairBit(word, 0), 0),
    wordTriples: typedWords.reduce((mask, word) => mask | tripleBit(word, 0), 0),
    codes: Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
    leanMask: letterMask(lean),
    leanPair: pairBit(lean, 0),
    leanTriple: tripleBit(lean, 0),
    id: wholeId(trimmed),
    idParts: readIdParts(trimmed),
    hexWords: typedWords.filter((word) => /^(?=.*\d)[0-9a-f]{4,}$/.test(word)),
    domain: trimmed.includes('.') ? parseDomain(trimmed) : undefined,
  };
}

/** The query without legal forms at its ends; nothing where it has none, or where too little is left to have a slip. */
export function withoutForms({ text, core, typedWords }: Query): Query | undefined {
  if (core === text || allowedEdits(core.length) === 0) return undefined;
  const start = text.indexOf(core);
  let at = 0;
  const words = typedWords.filter((word) => {
    const from = at;
    at += word.length;
    return from >= start && at <= start + core.length;
  });
  return readQuery(words.join(' '));
}

/** Asked again for each customer that is shown, and long to make. */
const otherReadings = new WeakMap<Query, readonly Query[]>();

/**
 * The query as its keys read under other keyboard layouts. Parts of an id are the same under all. `isName`: it is a
 * name as it stands, so that no Latin key is doubted.
 */
export function readOtherLayouts(query: Query, isName: boolean): readonly Query[] {
  if (isName && !isInOtherScript(query.typed)) return [];
  let readings = otherReadings.get(query);
  if (readings === undefined) otherReadings.set(query, (readings = readingsOf(query)));
  return readings;
}

function readingsOf({ typed, text: asTyped, hexWords }: Query): readonly Query[] {
  return underOtherLayouts(typed)
    .flatMap((text) => readQuery(text) ?? [])
    .filter(({ text }) => text.length >= asTyped.length && hexWords.every((word) => text.includes(word)));
}

/** Two queries with the same words are the same query to the memory of choices. */
export function queryMemoryKey(typed: string): string {
  return wordsOf(fold(typed.slice(0, maxTyped)))
    .join(' ')
    .slice(0, maxText);
}

function wholeId(text: string): TenantId | undefined {
  const digits = /^[0-9a-f]{32}$/i.test(text) ? dashed(text.toLowerCase()) : text;
  return parseTenantId(digits);
}

function dashed(digits: string): string {
  const cuts = [0, 8, 12, 16, 20, 32];
  return cuts
    .slice(1)
    .map((end, i) => digits.slice(cuts[i], end))
    .filter((group) => group !== '')
    .join('-');
}
