import { fold, wordsOf } from '../search/normalise.ts';
import { editsBetween } from './edits.ts';
import type { Destination } from './destination.ts';
import { portalNames } from './portal-names.ts';

/** How words name a page, best first. Nothing lifts a page over a step. */
export const pageSteps = [
  /** One of its names, whole: "incidents", "tabl". */
  'name',
  /** The same beside the portal it is in: "entra users". */
  'portal-and-name',
  /** The beginning of a name: "quar". */
  'beginning',
  /** The beginnings of words of one name: "cond acc", "policies threat". */
  'words',
  /** The initials of a name of several words: "pim", "aa". */
  'initials',
  /** Words of several names, or the portal alone. */
  'mixed',
  /** A name with a slip of the finger: "incidnets". */
  'slip',
] as const;
export type PageStep = (typeof pageSteps)[number];

export interface PageHit {
  readonly destination: Destination;
  readonly step: PageStep;
  /** Letters of the name that were not typed: of two equal hits the shorter name is meant. */
  readonly rest: number;
}

/** Fewer letters are no beginning of a name: too many begin so. */
const fewestLetters = 3;
/** Shorter names are not looked for with slips: too many words resemble them. */
const fewestForSlips = 5;

/**
 * The pages that words name, best first, those of one step and length in the given order. Slips are looked for only
 * where nothing else fits and `slips` allows it.
 */
export function findPages(
  destinations: readonly Destination[],
  words: readonly string[],
  slips: boolean,
): readonly PageHit[] {
  if (words.length === 0) return [];
  const hits = destinations.flatMap((destination) => stand(destination, words) ?? []);
  const found = hits.length > 0 || !slips ? hits : destinations.flatMap((each) => slipped(each, words) ?? []);
  return found.sort(
    (one, other) => pageSteps.indexOf(one.step) - pageSteps.indexOf(other.step) || one.rest - other.rest,
  );
}

/** The pages whose names look most like words that name none, at most `most`. */
export function nearestPages(
  destinations: readonly Destination[],
  words: readonly string[],
  most: number,
): readonly Destination[] {
  const typed = words.join('');
  if (typed.length < fewestLetters) return [];
  return destinations
    .map((destination) => {
      const { phrases } = vocabularyOf(destination);
      const shares = phrases.map(({ whole }) => {
        const longer = Math.max(typed.length, whole.length);
        return editsBetween(typed, whole, longer) / longer;
      });
      const distance = Math.min(...shares);
      return { destination, distance };
    })
    .filter(({ distance }) => distance <= farthest)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ destination }) => destination);
}
/** The share of letters that may differ in a name that is offered as near. */
const farthest = 0.5;

interface Phrase {
  readonly words: readonly string[];
  /** Without spaces: "sign-ins", "sign ins" and "signins" are one name. */
  readonly whole: string;
  readonly initials: string;
}

interface Vocabulary {
  readonly phrases: readonly Phrase[];
  /** What the page's portal is called, without spaces. */
  readonly portal: ReadonlySet<string>;
}

const vocabularies = new WeakMap<Destination, Vocabulary>();

function vocabularyOf(destination: Destination): Vocabulary {
  const known = vocabularies.get(destination);
  if (known !== undefined) return known;
  const portal = new Set('portal' in destination.host ? portalNames(destination.host.portal) : []);
  const phrases: Phrase[] = [];
  for (const text of destination.words) {
    // "Entra: users" is the page "users" in the portal "Entra".
    const at = text.indexOf(':');
    if (at > 0) portal.add(fold(text.slice(0, at)).text);
    for (const part of at > 0 ? [text, text.slice(at + 1)] : [text]) {
      const words = wordsOf(fold(part));
      const initials = words.length > 1 ? words.map((word) => word.charAt(0)).join('') : '';
      if (words.length > 0) phrases.push({ words, whole: words.join(''), initials });
    }
  }
  const vocabulary = { phrases, portal };
  vocabularies.set(destination, vocabulary);
  return vocabulary;
}

function stand(destination: Destination, words: readonly string[]): PageHit | undefined {
  const { phrases, portal } = vocabularyOf(destination);
  const typed = words.join('');
  const within = withoutPortal(words, portal);
  const rest = within?.join('') ?? '';
  let best: PageHit | undefined;
  const take = (step: PageStep, left: number): void => {
    const better =
      best === undefined ||
      pageSteps.indexOf(step) < pageSteps.indexOf(best.step) ||
      (step === best.step && left < best.rest);
    if (better) best = { destination, step, rest: left };
  };
  for (const { whole, initials, words: own } of phrases) {
    if (whole === typed) take('name', 0);
    else if (rest !== '' && whole === rest) take('portal-and-name', 0);
    else if (typed.length >= fewestLetters && whole.startsWith(typed))
      take('beginning', whole.length - typed.length);
    else if (rest.length >= fewestLetters && whole.startsWith(rest))
      take('beginning', whole.length - rest.length);
    else if (typed.length >= fewestLetters && beginEach(own, words))
      take('words', whole.length - typed.length);
    else if (rest.length >= fewestLetters && beginEach(own, within ?? []))
      take('words', whole.length - rest.length);
    else if (initials.length > 1 && initials === typed) take('initials', whole.length);
  }
  if (best === undefined && isMixed(words, phrases, portal)) take('mixed', typed.length);
  return best;
}

/** Each word begins another word of the name. */
function beginEach(own: readonly string[], words: readonly string[]): boolean {
  const left = [...own];
  return words.every((word) => {
    const at = left.findIndex((each) => each.startsWith(word));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** What is left of the words without the portal's name at their beginning or end; nothing where it is not there. */
function withoutPortal(words: readonly string[], portal: ReadonlySet<string>): readonly string[] | undefined {
  for (const length of [2, 1]) {
    if (portal.has(words.slice(0, length).join(''))) return words.slice(length);
    if (portal.has(words.slice(-length).join(''))) return words.slice(0, -length);
  }
  return undefined;
}

function isMixed(words: readonly string[], phrases: readonly Phrase[], portal: ReadonlySet<string>): boolean {
  if (!words.some((word) => word.length >= fewestLetters)) return false;
  return words.every(
    (word) => portal.has(word) || phrases.some(({ words: own }) => own.some((each) => each.startsWith(word))),
  );
}

function slipped(destination: Destination, words: readonly string[]): PageHit | undefined {
  const { phrases, portal } = vocabularyOf(destination);
  let best: PageHit | undefined;
  for (const typed of [words.join(''), withoutPortal(words, portal)?.join('') ?? '']) {
    if (typed.length < fewestForSlips) continue;
    for (const { whole } of phrases) {
      const most = slipsIn(whole);
      if (most === 0) continue;
      const edits = editsBetween(typed, whole, most);
      if (edits <= most && (best === undefined || edits < best.rest))
        best = { destination, step: 'slip', rest: edits };
    }
  }
  return best;
}

/** So many letters of a name may be wrong: one of five, two of eight, three of fourteen. */
function slipsIn({ length }: string): number {
  if (length < fewestForSlips) return 0;
  return length < 8 ? 1 : length < 14 ? 2 : 3;
}
