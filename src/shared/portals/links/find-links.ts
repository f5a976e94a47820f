import { exactHosts } from '../hosts.ts';

/** A place in a text where a link stands. */
export interface LinkPlace {
  /** The link as it stands there. */
  readonly first: string;
  /** The link joined with one more of the lines that follow it, then with two, and so on. */
  readonly joined: () => Iterable<string>;
  /** The link with the lines below it that are its own beyond doubt; nothing where there are none. */
  readonly wrapped: () => { readonly link: string; readonly end: number } | undefined;
  /** [start, end) in the text: of the link as it stands there. */
  readonly start: number;
  readonly end: number;
}

/** No link that people copy is longer, wrappers and all, in characters. */
export const longestLink = 20_000;

/** More lines, and more characters in them, than a link is ever wrapped over. */
const mostLines = 40;
const longestJoined = 8_000;
/** More schemes at a line's end than one link ever has. */
const mostSchemes = 2;

const hosts = exactHosts.map((host) => host.replaceAll('.', '\\.')).join('|');
/** A scheme, bracketed or not, or, where chats leave it out, a portal's own host. */
const start = new RegExp(`<\\s*(?=https?://)|https?://|hxxps?://|(?<![\\w@./-])(?:${hosts})(?=[/?#])`, 'gi');

/**
 * Where links stand in a text, in its order. Reads a mail as it looks: lines may be wrapped, quoted, bracketed.
 * SECURITY: every character is looked at a few times at most, whatever the text.
 */
export function* findLinks(text: string): Generator<LinkPlace> {
  const pattern = new RegExp(start);
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const from = found.index + (found[0].startsWith('<') ? found[0].length : 0);
    const place = (from > found.index ? bracketed(text, found.index, from) : undefined) ?? bare(text, from);
    yield place;
    pattern.lastIndex = Math.max(place.end, pattern.lastIndex);
  }
}

/** RFC 3986, appendix C: between angle brackets line breaks are none. Some clients put a label behind a bar. */
function bracketed(text: string, start: number, from: number): LinkPlace | undefined {
  const inside = /^[^<>]*/.exec(text.slice(from, from + longestLink))?.[0] ?? '';
  const end = from + inside.length;
  if (text.charAt(end) !== '>') return undefined;
  const [link = ''] = inside.split('|', 1);
  const [line = '', ...lines] = link.split(/[\r\n]+/);
  const joined = [line.trimEnd(), ...lines.map((each) => each.replace(/^[>\s]+/, '').trimEnd())].join('');
  return { first: joined.trim(), joined: () => [], wrapped: () => undefined, start, end: end + 1 };
}

function bare(text: string, start: number): LinkPlace {
  const closer = closers[text.charAt(start - 1)];
  const end = endOfWord(text, start, closer);
  const first = trimmed(text.slice(start, end));
  return {
    first: withScheme(first),
    joined: () => joinedLines(text, start, end, closer),
    wrapped: () => wrappedLines(text, start, end, closer),
    start,
    end: start + first.length,
  };
}

/** What goes on right behind a line's end may be the rest of the link, unless a link of its own stands in it. */
function* joinedLines(text: string, start: number, firstEnd: number, closer: string | undefined) {
  let end = firstEnd;
  let spelling = text.slice(start, end);
  let schemesEnded = 0;
  for (let lines = 0; lines < mostLines; lines += 1) {
    const gap = /^[ \t]*\r?\n[> \t]*(?=[^\s>])/.exec(text.slice(end, end + 40))?.[0];
    if (gap === undefined || (closer !== undefined && text.charAt(end) === closer)) return;
    const from = end + gap.length;
    end = endOfWord(text, from, closer, from + longestJoined);
    const more = text.slice(from, end);
    if (more === '' || spelling.length + more.length > longestJoined) return;
    if (another.test(more)) {
      // A host may stand on the line below its scheme: once for the wrapper, once for the link within.
      const belowItsScheme = spelling.endsWith('://') && !schemeAhead.test(more);
      schemesEnded += 1;
      if (!belowItsScheme || schemesEnded > mostSchemes) return;
    }
    spelling += more;
    yield withScheme(trimmed(spelling));
  }
}

/** More lines than a link that is read already goes on over. */
const mostWrapped = 8;
/** What only an address has: another parameter, or an encoded sign. */
const addressOnly = /[&?][\w.-]+=|%[0-9a-f]{2}/i;

/** A mail that cuts a link behind its tenant leaves a link that reads, and would lose what stands below. */
function wrappedLines(
  text: string,
  start: number,
  firstEnd: number,
  closer: string | undefined,
): { readonly link: string; readonly end: number } | undefined {
  let end = firstEnd;
  let spelling = text.slice(start, end);
  let found: { readonly link: string; readonly end: number } | undefined;
  for (let lines = 0; lines < mostWrapped; lines += 1) {
    const gap = /^[ \t]*\r?\n[> \t]*(?=[^\s>])/.exec(text.slice(end, end + 40))?.[0];
    if (gap === undefined || (closer !== undefined && text.charAt(end) === closer)) break;
    const from = end + gap.length;
    end = endOfWord(text, from, closer, from + longestJoined);
    const more = text.slice(from, end);
    if (more === '' || spelling.length + more.length > longestJoined || another.test(more)) break;
    // The name of a parameter, cut in two.
    const isCutName = /[&?][\w.-]*$/.test(spelling) && /^[\w.-]*=/.test(more);
    spelling += more;
    if (isCutName || addressOnly.test(more)) found = { link: withScheme(trimmed(spelling)), end };
  }
  return found;
}

const another = new RegExp(start.source, 'i');
const schemeAhead = /^h(?:tt|xx)ps?:\/\//i;
const schemeFirst = /^https?:\/\//i;

const closers: Readonly<Record<string, string>> = {
  "'": "'",
  '(': ')',
  '[': ']',
  '«': '»',
  '“': '”',
  '„': '“',
  '‘': '’',
  '‹': '›',
  '»': '«',
  '「': '」',
  '《': '》',
  '（': '）',
  '【': '】',
  '~': '~',
};

const space = /[\s<>"`|]/;

function endOfWord(text: string, from: number, closer: string | undefined, most = text.length): number {
  let depth = 0;
  const last = Math.min(most, text.length);
  for (let at = from; at < last; at += 1) {
    const letter = text.charAt(at);
    if (space.test(letter)) return at;
    // A bracket that opened within the link closes within it.
    if (letter === '(') depth += 1;
    else if (letter === ')' && depth > 0) depth -= 1;
    else if (letter === closer) return at;
    // A table without spaces: behind this sign the next link begins.
    else if (at > from && cutting.test(letter) && schemeFirst.test(text.slice(at + 1, at + 9))) return at;
    else if (letter === 'h' && at > from && gluedTo.test(text.slice(at - 1, at + 8))) return at;
  }
  return last;
}

/** Two links without anything between them. Within a link an address stands behind a sign of the link's. */
const gluedTo = /^[a-z0-9]https?:\/\//i;

/** True where a link is glued to another. */
export function holdsGlued(text: string): boolean {
  return /[a-z0-9]https?:\/\//i.test(text);
}

const trailing =
  /[.,;:!?'"*_~\])}»”’“‹›«…。，、；：！？）】」》\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Without the punctuation of the sentence that the link stands in, and without what nobody sees. */
export function trimmed(link: string): string {
  let end = link.length;
  while (end > 0 && trailing.test(link.charAt(end - 1)) && !closesOwn(link, end - 1)) end -= 1;
  return link.slice(0, end);
}

/** A bracket that opened within the link is the link's. */
function closesOwn(link: string, at: number): boolean {
  if (link.charAt(at) !== ')' || !link.includes('(')) return false;
  let depth = 0;
  for (let before = at; before >= 0; before -= 1) {
    const letter = link.charAt(before);
    if (letter === ')') depth += 1;
    else if (letter === '(') depth -= 1;
    if (depth === 0) return true;
  }
  return false;
}

/** What stands behind an address in writing that puts no space there; in an address it is always encoded. */
const foreign = /[“”„‹›«»「」《》（）【】，；、。！？]/u;

/** The link up to the first sign that an address never has as it is; nothing where there is none. */
export function withoutForeign(link: string): string | undefined {
  const at = link.search(foreign);
  return at > 0 ? trimmed(link.slice(0, at)) : undefined;
}

/** What ends an address in tables and markup that put no space behind it, though an address may hold some of it. */
const cutting = /[,;~[\]<{}"“”„‹›«»「」《》（）【】，；、。！？–—―]/u;

/** The link up to the first sign that may be the text's and not the link's own; nothing where there is none. */
export function cutShort(link: string): string | undefined {
  const at = link.search(cutting);
  return at > 0 ? trimmed(link.slice(0, at)) : undefined;
}

function withScheme(link: string): string {
  return /^[a-z]+:\/\//i.test(link) ? link : `https://${link}`;
}
