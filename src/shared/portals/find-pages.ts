import { fold, wordsOf } from '../search/normalise.ts';
import { letterMask } from '../search/mask.ts';
import { editsBetween } from './edits.ts';
import type { PortalPage } from './page.ts';
import { portalNames } from './portal-names.ts';

/** How words name a page, best first. Nothing lifts a page over a step. */
export const pageSteps = [
  /** One of its names, whole: "incidents", "tabl". */
  'name',
  /** The same beside the portal it is in: "entra users". */
  'portal-and-name',
  /** Its path as the address bar shows it, whole: "/securitysettings/endpoints/licenses". */
  'path',
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

/** What words can name: a page, or whatever else has names. */
export type Findable = Pick<PortalPage, 'words'> & Partial<Pick<PortalPage, 'host' | 'path' | 'fragment'>>;

export interface PageHit<Found extends Findable = PortalPage> {
  readonly page: Found;
  readonly step: PageStep;
  /** Letters of the name that were not typed: of two equal hits the shorter name is meant. */
  readonly rest: number;
}

/** Fewer letters are no beginning of a name: too many begin so. */
const fewestLetters = 3;
/** Shorter names are not looked for with slips: too many words resemble them. */
const fewestForSlips = 5;
/** The share of letters that may differ in a name that is offered as near. */
const farthest = 0.5;

/**
 * The pages that words name, best first, those of one step and length in the given order. Slips are looked for only
 * where nothing else fits and `slips` allows it.
 */
export function findPages<Found extends Findable>(
  pages: readonly Found[],
  words: readonly string[],
  slips: boolean,
): readonly PageHit<Found>[] {
  if (words.length === 0) return [];
  const { begins, paths } = beginningsOf(pages);
  const whole = words.join('');
  // Most words are a customer's and begin nothing here: those cost next to nothing.
  const fits = begins(whole) || words.every(begins) || paths.has(whole);
  const hits = fits ? pages.flatMap((page) => standAnyhow(page, words, whole) ?? []) : [];
  const found = hits.length > 0 || !slips ? hits : pages.flatMap((each) => slipped(each, words) ?? []);
  return found.sort((one, other) => placeOf[one.step] - placeOf[other.step] || one.rest - other.rest);
}

const placeOf = Object.fromEntries(pageSteps.map((step, place) => [step, place])) as Readonly<
  Record<PageStep, number>
>;

/** The pages whose names look most like words that name none, at most `most`. */
export function nearestPages(
  pages: readonly PortalPage[],
  words: readonly string[],
  most: number,
): readonly PortalPage[] {
  const typed = words.join('');
  if (typed.length < fewestLetters) return [];
  return pages
    .map((page) => {
      const { phrases } = vocabularyOf(page);
      const shares = phrases.map(({ whole }) => {
        const longer = Math.max(typed.length, whole.length);
        return editsBetween(typed, whole, longer) / longer;
      });
      const distance = Math.min(...shares);
      return { page, distance };
    })
    .filter(({ distance }) => distance <= farthest)
    .sort((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ page }) => page);
}

interface Phrase {
  readonly words: readonly string[];
  /** Without spaces: "sign-ins", "sign ins" and "signins" are one name. */
  readonly whole: string;
  readonly initials: string;
  readonly mask: number;
}

interface Vocabulary {
  readonly phrases: readonly Phrase[];
  /** What the page's portal is called, without spaces. */
  readonly portal: ReadonlySet<string>;
  /** Path and fragment, folded; empty for a home page. */
  readonly paths: readonly string[];
}

const vocabularies = new WeakMap<Findable, Vocabulary>();

function vocabularyOf(page: Findable): Vocabulary {
  const known = vocabularies.get(page);
  if (known !== undefined) return known;
  const { host } = page;
  const portal = new Set(host !== undefined && 'portal' in host ? portalNames(host.portal) : []);
  const phrases: Phrase[] = [];
  for (const text of page.words) {
    const [first, behind] = partsOf(text);
    if (behind !== undefined) portal.add(fold(first).text);
    for (const part of behind === undefined ? [text] : [text, behind]) {
      const words = wordsOf(fold(part));
      const initials = words.length > 1 ? words.map((word) => word.charAt(0)).join('') : '';
      const whole = words.join('');
      if (whole !== '') phrases.push({ words, whole, initials, mask: letterMask(whole) });
    }
  }
  const paths = [page.path, page.fragment]
    .filter((text) => text !== undefined && !text.includes('{'))
    .map((text) => wordsOf(fold(text ?? '')).join(''))
    .filter((text) => text !== '');
  const vocabulary = { phrases, portal, paths };
  vocabularies.set(page, vocabulary);
  return vocabulary;
}

/** "Entra: users" is the page "users" in the portal "Entra". */
function partsOf(phrase: string): readonly [string, string?] {
  const at = phrase.indexOf(':');
  return at > 0 ? [phrase.slice(0, at), phrase.slice(at + 1)] : [phrase];
}

/**
 * Phrases as they are read here: folded, each once, and none that stands behind a portal's name as well, as "incidents" does in
 * "Defender: incidents". The build gives windows these, because they are a fifth shorter.
 */
export function asRead(phrases: readonly string[]): readonly string[] {
  const read = phrases.map((phrase) => partsOf(phrase).map((part = '') => wordsOf(fold(part)).join(' ')));
  const behind = new Set(read.map(([, part]) => part));
  const whole = new Set(
    read.filter(([first, part]) => part !== undefined || !behind.has(first)).map((parts) => parts.join(':')),
  );
  return [...whole].filter((phrase) => phrase !== '');
}

interface Beginnings {
  /** Whether a text begins a word, a name or a portal's name. */
  readonly begins: (text: string) => boolean;
  readonly paths: ReadonlySet<string>;
}

const beginnings = new WeakMap<readonly Findable[], Beginnings>();

function beginningsOf(pages: readonly Findable[]): Beginnings {
  const known = beginnings.get(pages);
  if (known !== undefined) return known;
  const texts = new Set<string>();
  const paths = new Set<string>();
  for (const { phrases, portal, paths: own } of pages.map(vocabularyOf)) {
    for (const name of portal) texts.add(name);
    for (const path of own) paths.add(path);
    for (const { words, whole, initials } of phrases)
      for (const text of [...words, whole, initials]) texts.add(text);
  }
  const sorted = [...texts].sort();
  const begins = (text: string): boolean => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return sorted[low]?.startsWith(text) === true;
  };
  const made = { begins, paths };
  beginnings.set(pages, made);
  return made;
}

function standAnyhow<Found extends Findable>(
  page: Found,
  words: readonly string[],
  whole: string,
): PageHit<Found> | undefined {
  const named = stand(page, words);
  const isPath = vocabularyOf(page).paths.includes(whole);
  const isBetter = named !== undefined && placeOf[named.step] < placeOf.path;
  return isPath && !isBetter ? { page, step: 'path', rest: 0 } : named;
}

function stand<Found extends Findable>(page: Found, words: readonly string[]): PageHit<Found> | undefined {
  const { phrases, portal } = vocabularyOf(page);
  const typed = words.join('');
  const within = withoutPortal(words, portal);
  const rest = within?.join('') ?? '';
  let best: PageHit<Found> | undefined;
  const take = (step: PageStep, left: number): void => {
    const better =
      best === undefined || placeOf[step] < placeOf[best.step] || (step === best.step && left < best.rest);
    if (better) best = { page, step, rest: left };
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

function slipped<Found extends Findable>(page: Found, words: readonly string[]): PageHit<Found> | undefined {
  const { phrases, portal } = vocabularyOf(page);
  const within = withoutPortal(words, portal);
  let best: PageHit<Found> | undefined;
  for (const typed of within === undefined ? [words] : [words, within]) {
    const whole = typed.join('');
    if (whole.length < fewestForSlips) continue;
    const mask = letterMask(whole);
    for (const phrase of phrases) {
      const edits = slipsFrom(typed, whole, mask, phrase);
      if (edits !== undefined && (best === undefined || edits < best.rest))
        best = { page, step: 'slip', rest: edits };
    }
  }
  return best;
}

/** How many slips make the name of what was typed, as one text or word by word; nothing for too many. */
function slipsFrom(
  typed: readonly string[],
  whole: string,
  mask: number,
  phrase: Phrase,
): number | undefined {
  const most = slipsIn(phrase.whole);
  // Each slip changes two letters of those that are used at most.
  if (most > 0 && bitsOf(mask ^ phrase.mask) <= 2 * most) {
    const edits = editsBetween(whole, phrase.whole, most);
    if (edits <= most) return edits;
  }
  if (typed.length !== phrase.words.length || typed.length < 2) return undefined;
  let sum = 0;
  for (const [at, word] of typed.entries()) {
    const own = phrase.words[at] ?? '';
    if (word.length >= 2 && own.startsWith(word)) {
      // A word in part is less sure than one in full.
      sum += word === own ? 0 : 1;
      continue;
    }
    const allowed = slipsIn(own);
    const edits = allowed === 0 ? 1 : editsBetween(word, own, allowed);
    if (edits > allowed) return undefined;
    sum += edits;
  }
  return sum <= 2 ? sum : undefined;
}

function bitsOf(mask: number): number {
  let bits = 0;
  for (let left = mask; left !== 0; left &= left - 1) bits += 1;
  return bits;
}

/** So many letters of a name may be wrong: one of five, two of eight, three of fourteen. */
function slipsIn({ length }: string): number {
  if (length < fewestForSlips) return 0;
  return length < 8 ? 1 : length < 14 ? 2 : 3;
}
