import { exactHosts } from '../hosts.ts';

/** A place in a text where a link stands. */
export interface LinkPlace {
  /** The link as it stands there, then joined with more and more of the lines that follow it. At least one. */
  readonly spellings: readonly string[];
  /** [start, end) in the text, all spellings included. */
  readonly start: number;
  readonly end: number;
}

/** More lines than a link is ever wrapped over. */
const mostLines = 40;
const mostPlaces = 1_000;

const hosts = exactHosts.map((host) => host.replaceAll('.', '\\.')).join('|');
/** A scheme, or, where chats leave it out, a portal's own host. */
const start = new RegExp(
  `<\\s*(https?://[^<>]{1,20000})>|https?://|hxxps?://|(?<![\\w@./-])(?:${hosts})(?=[/?#])`,
  'gi',
);

/** Where links stand in a text, in its order. Reads a mail as it looks: lines may be wrapped, quoted, bracketed. */
export function findLinks(text: string): readonly LinkPlace[] {
  const places: LinkPlace[] = [];
  start.lastIndex = 0;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const place = found[1] === undefined ? bare(text, found) : bracketed(found, found[1]);
    places.push(place);
    if (places.length >= mostPlaces) break;
    start.lastIndex = Math.max(place.end, start.lastIndex);
  }
  return places;
}

/** RFC 3986, appendix C: between angle brackets line breaks are none. Some clients put a label behind a bar. */
function bracketed(found: RegExpExecArray, inside: string): LinkPlace {
  const joined = inside.replace(/\s*[\r\n]+[>\s]*/g, '').replace(/\|.*$/s, '');
  return {
    spellings: [joined.trim()],
    start: found.index,
    end: found.index + found[0].length,
  };
}

function bare(text: string, found: RegExpExecArray): LinkPlace {
  const closer = closers[text.charAt(found.index - 1)];
  let end = endOfWord(text, found.index, closer);
  const spellings = [trimmed(text.slice(found.index, end))];
  let spelling = text.slice(found.index, end);
  // What goes on right behind a line's end may be the rest of the link.
  for (let lines = 0; lines < mostLines; lines += 1) {
    const gap = /^[ \t]*\r?\n[> \t]*(?=[^\s>])/.exec(text.slice(end, end + 40))?.[0];
    if (gap === undefined || (closer !== undefined && text.charAt(end) === closer)) break;
    const from = end + gap.length;
    end = endOfWord(text, from, closer);
    if (end === from) break;
    spelling += text.slice(from, end);
    spellings.push(trimmed(spelling));
  }
  return {
    spellings: spellings.map(withScheme),
    start: found.index,
    end: found.index + (spellings[0] ?? '').length,
  };
}

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

function endOfWord(text: string, from: number, closer: string | undefined): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (/[\s<>"`|]/.test(letter)) return at;
    // A bracket that opened within the link closes within it.
    if (letter === '(') depth += 1;
    else if (letter === ')' && depth > 0) depth -= 1;
    else if (letter === closer) return at;
  }
  return text.length;
}

const trailing =
  /[.,;:!?'"*_~\])}»”’“‹›«…。，、；：！？）】」》\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Without the punctuation of the sentence that the link stands in, and without what nobody sees. */
export function trimmed(link: string): string {
  let end = link.length;
  while (end > 0 && trailing.test(link.charAt(end - 1))) end -= 1;
  return link.slice(0, end);
}

/** What stands behind an address in writing that puts no space there; in an address it is always encoded. */
const foreign = /[“”„‹›«»「」《》（）【】，；、。！？]/u;

/** The link up to the first sign that an address never has as it is; nothing where there is none. */
export function withoutForeign(link: string): string | undefined {
  const at = link.search(foreign);
  return at > 0 ? trimmed(link.slice(0, at)) : undefined;
}

/** What ends an address in tables and markup that put no space behind it, though an address may hold some of it. */
const cutting = /[,;~[\]<{}"“”„‹›«»「」《》（）【】，；、。！？]/u;

/** The link up to the first sign that may be the text's and not the link's own; nothing where there is none. */
export function cutShort(link: string): string | undefined {
  const at = link.search(cutting);
  return at > 0 ? trimmed(link.slice(0, at)) : undefined;
}

function withScheme(link: string): string {
  return /^[a-z]+:\/\//i.test(link) ? link : `https://${link}`;
}
