import { describe, expect, it } from 'vitest';
import { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import { noUsage } from '#shared/status/usage.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { readCustomers, withAccentsAndAliases } from '../../../bench/search/customers.ts';
import { ask, type Score, scoresByKind } from '../../../bench/search/measure.ts';
import { makeCustomers } from '../../../bench/search/made-names.ts';
import { makeQueries, waysOfTyping } from '../../../bench/search/queries.ts';

/**
 * How often the right customer comes first and among the first five, over real names and a seeded set of queries. The
 * ceiling: a query that fits n customers as well can be right one time in n. See test/bench/search.
 */
function scoresOf(customers: readonly Customer[], seed: number): readonly Score[] {
  const index = new SearchIndex(customers);
  const asked = ask(
    (query) => search(index, query, noUsage, 0).map((hit) => hit.customer.tenantId),
    makeQueries(customers, 100, seed),
    customers,
  );
  return scoresByKind(asked);
}

const scores = scoresOf(withAccentsAndAliases(readCustomers(), 1), 7);
const ways = waysOfTyping.length;

describe('over 2,762 real names', () => {
  it('the right customer comes first as often as it can, within 1.5 points', () => {
    const [all] = scores.filter((score) => score.kind === 'all');
    expect(all?.n).toBe(100 * ways);
    expect(all?.hit1).toBeGreaterThan((all?.ceiling1 ?? 1) - 0.015);
    expect(all?.hit5).toBeGreaterThan((all?.ceiling5 ?? 1) - 0.015);
  });

  it.each(scores)('"$kind" is near its ceiling', ({ kind, ...score }) => {
    // A single word fits names that begin with it, or with more, as well; those may come first.
    const [first, five] = kind.endsWith(' word') ? [0.12, 0.12] : [0.07, 0.04];
    // Two letters begin many names, one of which may be meant by them alone.
    const more = kind === 'initials without small words' ? 0.05 : 0;
    expect(score.hit1).toBeGreaterThan(score.ceiling1 - first - more);
    expect(score.hit5).toBeGreaterThan(score.ceiling5 - five - more);
  });
});

/** Names that nothing was fitted to: of other countries, short, numbered, and families of look-alikes. */
describe('over 2,500 made-up names of other shapes', () => {
  const other = scoresOf(makeCustomers(2500, 11), 4321);

  it('the right customer comes first as often as it can, within 1.5 points', () => {
    const [all] = other.filter((score) => score.kind === 'all');
    expect(all?.n).toBe(100 * ways);
    expect(all?.hit1).toBeGreaterThan((all?.ceiling1 ?? 1) - 0.015);
    expect(all?.hit5).toBeGreaterThan((all?.ceiling5 ?? 1) - 0.015);
  });
});
