import { helpTopics } from '#shared/access/topics.ts';
import { nobody } from '#shared/customer/nobody.ts';
import { findPages } from '#shared/portals/find-pages.ts';
import { fold, wordsOf } from '#shared/search/normalise.ts';
import type { Row } from './row.ts';

/** The rows of the help that a query asks for. */
export interface HelpRows {
  /** By words that a part of the help is known by, whole. */
  readonly named: readonly Row[];
  /** By the beginnings of those words. */
  readonly begun: readonly Row[];
}

/** Fewer letters ask for a customer or a page. */
const fewestLetters = 6;

export function helpRows(query: string): HelpRows {
  const words = wordsOf(fold(query));
  const hits = findPages(helpTopics, words, false);
  const named = hits.filter(({ step }) => step === 'name');
  const isLong = words.join('').length >= fewestLetters;
  const begun = hits.filter(({ step }) => isLong && (step === 'beginning' || step === 'words'));
  const rowsOf = (found: typeof hits) => found.map(({ page: topic }) => helpRow(topic));
  return { named: rowsOf(named), begun: rowsOf(begun) };
}

function helpRow(topic: (typeof helpTopics)[number]): Row {
  return {
    customer: nobody,
    name: { text: '', ranges: [] },
    detail: { text: '', ranges: [] },
    tellApart: false,
    sign: null,
    target: { kind: 'help', topic },
  };
}
