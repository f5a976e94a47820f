import { describe, expect, it } from 'vitest';
import { SearchIndex } from '../../../src/shared/search/index.ts';
import { search } from '../../../src/shared/search/search.ts';
import { noUsage } from '../../../src/shared/usage.ts';
import { readCustomers, withAccentsAndAliases } from '../../bench/search/customers.ts';
import { ask, scoresByKind } from '../../bench/search/measure.ts';
import { makeQueries } from '../../bench/search/queries.ts';

/**
 * How often the right customer comes first and among the first five, over real names and a seeded set of queries. The
 * ceiling: a query that fits n customers as well can be right one time in n. See test/bench/search.
 */
const customers = withAccentsAndAliases(readCustomers(), 1);
const index = new SearchIndex(customers);
const queries = makeQueries(customers, 100, 7);
const asked = ask(
  (query) => search(index, query, noUsage, 0).map((hit) => hit.customer.tenantId),
  queries,
  customers,
);
const scores = scoresByKind(asked);

describe('over 2,762 real names', () => {
  it('the right customer comes first as often as it can, within 1.5 points', () => {
    const [all] = scores.filter((score) => score.kind === 'all');
    expect(all?.n).toBe(1800);
    expect(all?.hit1).toBeGreaterThan((all?.ceiling1 ?? 1) - 0.015);
    expect(all?.hit5).toBeGreaterThan((all?.ceiling5 ?? 1) - 0.015);
  });

  it.each(scores)('"$kind" is near its ceiling', ({ kind, ...score }) => {
    // A single word fits names that begin with it, or with more, as well; those may come first.
    const [first, five] = kind.endsWith(' word') ? [0.12, 0.12] : [0.07, 0.04];
    expect(score.hit1).toBeGreaterThan(score.ceiling1 - first);
    expect(score.hit5).toBeGreaterThan(score.ceiling5 - five);
  });
});
