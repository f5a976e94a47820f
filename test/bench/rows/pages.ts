import { compare, type Comparison } from '../comparison.ts';
import { finderWith, measurePages, type PagesReport } from '../pages/measure.ts';
import { makePageQueries, readPageQueries } from '../pages/queries.ts';
import { readCustomers, scaleTo } from '../search/customers.ts';
import type { SearchRequest } from './search.ts';

/** The same queries in every run. */
const seed = 11;
const many = 10_000;
const target = 98;
const longestMs = 4;

/** Whether the first row is the page that was asked for: the repository's queries, or those of a file. */
export function measurePageFinding({ customers, queries }: SearchRequest): PagesReport {
  const list = customers === null ? readCustomers() : readCustomers(customers);
  return measurePages(list, queries === null ? makePageQueries(list, seed) : readPageQueries(queries));
}

export function pageFindingRows({ hit1, queries }: PagesReport): readonly Comparison[] {
  return [
    compare({
      row: 'pages',
      what: `Right page of the right customer first, ${queries} queries`,
      unit: '%',
      tidegate: [100 * hit1],
      beside: 'all of them',
      floor: [100],
      measure: 'below it',
      target: 100 - target,
    }),
  ];
}

/** Each letter of queries with a page in them, with 10,000 customers. */
export function pageKeystrokeRows(): readonly Comparison[] {
  const customers = scaleTo(readCustomers(), many, seed);
  const ask = finderWith(customers);
  const typed = makePageQueries(customers, seed).flatMap(({ q }) =>
    Array.from(q, (_, at) => q.slice(0, at + 1)).slice(-8),
  );
  // Once for the compiler, then for the clock.
  for (const q of typed.slice(0, 500)) ask(q);
  const times = typed.slice(0, 4_000).map((q) => {
    const started = performance.now();
    ask(q);
    return performance.now() - started;
  });
  return [
    compare({
      row: 'pages',
      what: 'Keystroke to ranked rows with a page in the query, 10,000 customers',
      unit: 'ms',
      tidegate: times,
      beside: 'nothing',
      floor: [],
      measure: 'p95',
      target: longestMs,
    }),
  ];
}

/** How well each way of asking does, and what went wrong, in words. */
export function pagesText({ hit1, kinds, misses, wrongCustomer }: PagesReport): string {
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  return [
    `Right page first: ${percent(hit1)}; another customer first: ${wrongCustomer}`,
    ...Object.entries(kinds).map(([kind, each]) => `  ${kind}: ${percent(each.hit1)} of ${each.n}`),
    ...misses
      .slice(0, 20)
      .map(({ q, customer, url }) => `  missed: "${q}" gave ${customer || 'nobody'} ${url}`),
  ].join('\n');
}
