import type { SettingsPage } from '#shared/settings/settings-page.ts';
import { withoutAccents } from '#shared/text/without-accents.ts';

/** Something that the pages of the settings declare: a page, a part of one, a setting, a button. */
export interface Findable {
  readonly page: SettingsPage;
  /** The page's name. */
  readonly title: string;
  /** The heading that it stands below; a heading stands below itself. Empty for a page. */
  readonly heading: string;
  readonly text: string;
  /** The sentences beside it. */
  readonly hint: string;
  /** It can be set or pressed. */
  readonly isControl: boolean;
}

/** [start, end) in UTF-16 code units. */
export type Span = readonly [start: number, end: number];

/** The words to look for, without case and accents. */
export function wordsIn(query: string): readonly string[] {
  return withoutAccents(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * What contains every word, the best first: its own text comes before the sentences beside it, and those before the
 * names of its page and heading. What can be set comes before headings, then the order of the pages counts.
 */
export function find(all: readonly Findable[], query: string): readonly Findable[] {
  const words = wordsIn(query);
  if (words.length === 0) return [];
  return all
    .map((each) => ({ each, cost: costOf(each, words) }))
    .filter(({ cost }) => cost < Infinity)
    .sort((a, b) => a.cost - b.cost)
    .map(({ each }) => each);
}

function costOf({ heading, hint, isControl, text, title }: Findable, words: readonly string[]): number {
  const places = [text, hint, `${heading}\n${title}`].map(withoutAccents);
  const costs = words.map((word) => {
    const place = places.findIndex((each) => each.includes(word));
    if (place < 0) return Infinity;
    return 2 * place + (beginsWord(places[place] ?? '', word) ? 0 : 1);
  });
  return 2 * Math.max(...costs) + (isControl ? 0 : 1);
}

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return false;
}

/** Where the words stand in a text as it is written, in its order. */
export function spansOf(text: string, words: readonly string[]): readonly Span[] {
  let folded = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  // An accent that is a character of its own belongs to the letter before it.
  for (const letter of text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const plain = withoutAccents(letter);
    for (let unit = 0; unit < plain.length; unit += 1) {
      from.push(at);
      to.push(at + letter.length);
    }
    folded += plain;
    at += letter.length;
  }
  const spans: [number, number][] = [];
  for (const word of words)
    for (let place = folded.indexOf(word); place >= 0; place = folded.indexOf(word, place + word.length)) {
      const start = from[place];
      const end = to[place + word.length - 1];
      if (start !== undefined && end !== undefined) spans.push([start, end]);
    }
  return spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
