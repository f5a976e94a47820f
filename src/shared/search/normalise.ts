/**
 * Folding: what two spellings of one name have in common. Letters and digits only, lower case by rules that know no
 * locale, without accents; every script is kept. Positions lead back to the text, so that a match can be shown in it.
 */
export interface Folded {
  /** The folded text without any space. */
  readonly text: string;
  /** Offsets in `text` where a word begins, ascending; parts of a word ("GameStop", "LifeX2060") count as words. */
  readonly starts: readonly number[];
  /** Those of `starts` that follow a space or punctuation (or begin the text). */
  readonly words: readonly number[];
  /** For each code unit of `text` the [start, end) of the character in the source that it came from. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** How to read characters that have two readings; bits, so that a key remembers how it was made. */
export const readAnd = 0;
/** Leave "and" and "&" out. */
export const dropAnd = 1;
/** Read ä ö ü å ø as ae oe ue aa oe. */
export const umlautAsTwo = 2;

/** No name is longer than this many folded code units; what follows is not searched. */
export const maxFolded = 160;
const maxSource = 512;

/** Letters that Unicode does not take apart, in lower case. */
const whole: Readonly<Record<string, string>> = {
  ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k', ŀ: 'l',
  ə: 'e', ƒ: 'f', ς: 'σ',
}; // prettier-ignore
const twoLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

const apostrophe = /^['’‘ʼ`´·]$/;
const searchable = /^[\p{L}\p{N}\p{M}]+$/u;
/** Accents and points; the vowel signs of Indic scripts and the voicing marks of kana make another letter and stay. */
const accent = new RegExp(
  `[${[
    String.raw`\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f`,
    String.raw`\u0591-\u05c7`,
    String.raw`\u064b-\u065f\u0670`,
    String.raw`\ufe00-\ufe0f`,
  ].join('')}]`,
  'gu',
);
/** Scripts written without spaces: a word may begin at each character. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What one character of a name is. Kinds: separator, joins (an apostrophe), lower or other letter, capital, digit. */
interface Glyph {
  readonly folded: string;
  readonly kind: 'separator' | 'joins' | 'small' | 'capital' | 'digit' | 'unspaced';
}

/** Characters met so far. Names use few; the bound only keeps hostile input from growing it. */
const glyphs = new Map<string, Glyph>();
const maxGlyphs = 20_000;

function glyphOf(character: string): Glyph {
  const known = glyphs.get(character);
  if (known !== undefined) return known;
  const glyph = readGlyph(character);
  if (glyphs.size < maxGlyphs) glyphs.set(character, glyph);
  return glyph;
}

function readGlyph(character: string): Glyph {
  if (apostrophe.test(character)) return { folded: '', kind: 'joins' };
  const lower = character.toLowerCase();
  const plain = lower.normalize('NFKD').replace(accent, '').toLowerCase();
  const folded = Array.from(plain, (part) => whole[part] ?? part)
    .filter((part) => searchable.test(part))
    .join('');
  if (folded === '') return { folded, kind: searchable.test(character) ? 'joins' : 'separator' };
  if (unspaced.test(character)) return { folded, kind: 'unspaced' };
  if (/^\p{N}/u.test(character)) return { folded, kind: 'digit' };
  return { folded, kind: lower === character ? 'small' : 'capital' };
}

/** Folds a text. A text of nothing but signs folds to those signs, so that no name has an empty key. */
export function fold(source: string, reading = readAnd): Folded {
  const text: string[] = [];
  const starts: number[] = [];
  const words: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let before: Glyph['kind'] = 'separator';
  let at = 0;
  const emit = (folded: string, end: number, begins: 'word' | 'part' | 'no'): void => {
    if (begins !== 'no') starts.push(from.length);
    if (begins === 'word') words.push(from.length);
    text.push(folded);
    for (let i = 0; i < folded.length; i++) {
      from.push(at);
      to.push(end);
    }
  };
  const composed = source.slice(0, maxSource);
  for (const character of composed) {
    if (from.length >= maxFolded) break;
    const end = at + character.length;
    const glyph = glyphOf(character);
    if (glyph.kind === 'separator') {
      if (character === '&' && !(reading & dropAnd)) emit('and', end, 'word');
      before = 'separator';
    } else if (glyph.kind !== 'joins') {
      const folded =
        reading & umlautAsTwo ? (twoLetters[character.toLowerCase()] ?? glyph.folded) : glyph.folded;
      const abbreviated =
        before === 'separator' && inAbbreviation(source, at, end) && starts.at(-1) === from.length - 1;
      emit(folded, end, abbreviated ? 'part' : beginning(before, glyph.kind));
      before = glyph.kind;
    } else if (glyph.folded === '' && from.length > 0 && before !== 'separator') {
      // An accent typed as a character of its own belongs to the letter before it.
      to[to.length - 1] = apostrophe.test(character) ? (to[to.length - 1] ?? end) : end;
    }
    at = end;
  }
  const folded = { text: text.join(''), starts, words, from, to };
  if (folded.text === '') return foldSigns(composed);
  return reading & dropAnd ? withoutAnd(folded) : folded;
}

const plain = /^[\x20-\x7e]*$/;

/** `fold(source).text`, several times as quick for the letters that most names are made of. */
export function foldText(source: string): string {
  if (!plain.test(source)) return fold(source).text;
  const text = source
    .slice(0, maxSource)
    .replaceAll('&', 'and')
    .replace(/[^A-Za-z0-9]+/g, '')
    .toLowerCase();
  return text === '' || text.length > maxFolded ? fold(source).text : text;
}

function beginning(before: Glyph['kind'], now: Glyph['kind']): 'word' | 'part' | 'no' {
  if (before === 'separator') return 'word';
  if (now === 'unspaced') return 'part';
  const changes = (before === 'small' && now === 'capital') || (before === 'digit') !== (now === 'digit');
  return changes || before === 'unspaced' ? 'part' : 'no';
}

/** True for a letter on its own behind a dot, as the S in "U.S.": with a single letter before, both are one word. */
function inAbbreviation(source: string, start: number, end: number): boolean {
  if (source.charAt(start - 1) !== '.') return false;
  const next = source.charAt(end);
  return next === '' || glyphOf(next).kind === 'separator';
}

function foldSigns(source: string): Folded {
  const from: number[] = [];
  const to: number[] = [];
  let text = '';
  for (let i = 0; i < source.length && text.length < maxFolded; i++) {
    const unit = source.charAt(i);
    if (/\s/.test(unit)) continue;
    text += unit;
    from.push(i);
    to.push(i + 1);
  }
  const starts = text === '' ? [] : [0];
  return { text, starts, words: starts, from, to };
}

/** The folded text without its words "and"; the same object if there is none or nothing else. */
function withoutAnd(folded: Folded): Folded {
  const drop = folded.words.filter((start, i) => folded.text.slice(start, folded.words[i + 1]) === 'and');
  if (drop.length === 0 || drop.length === folded.words.length) return folded;
  const dropped = (at: number): boolean => drop.some((start) => at >= start && at < start + 3);
  const shift = (at: number): number => at - 3 * drop.filter((start) => start < at).length;
  const keep = <T>(list: readonly T[]): T[] => list.filter((_, at) => !dropped(at));
  return {
    text: keep(folded.text.split('')).join(''),
    starts: folded.starts.filter((at) => !dropped(at)).map(shift),
    words: folded.words.filter((at) => !dropped(at)).map(shift),
    from: keep(folded.from),
    to: keep(folded.to),
  };
}

/** The words of a folded text. */
export function wordsOf(folded: Folded): string[] {
  return folded.words.map((start, i) => folded.text.slice(start, folded.words[i + 1]));
}
