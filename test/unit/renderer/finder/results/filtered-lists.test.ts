import { describe, expect, it } from 'vitest';
import { FilteredLists } from '../../../../../src/renderer/finder/results/filtered-lists.ts';
import { readFilters } from '#shared/search/filters.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCustomer } from '../../../support/samples.ts';

const all = [
  aCustomer({ name: 'Fabrikam' }),
  aCustomer({ name: 'Fabrikam Foods', hidden: true }),
  aCustomer({ name: 'Contoso Hidden', hidden: true, tags: ['gold'] }),
  aCustomer({ name: 'Contoso', favourite: true }),
  aCustomer({ name: 'Contoso Open' }),
];
const [, , , , open = aCustomer()] = all;
const lists = () =>
  new FilteredLists(new Map(all.map((each) => [each.tenantId, each])), new SearchIndex(all), () => ({
    open: new Set([open.tenantId]),
    now: 0,
  }));
const names = (query: string) => {
  const asked = readFilters(query);
  return (
    asked &&
    lists()
      .rows(asked, noUsage, 0)
      .map(({ customer }) => customer.name)
  );
};

describe('a filtered list', () => {
  it('has those that pass, found by any part of their name', () => {
    expect(names('is:hidden')).toEqual(['Contoso Hidden', 'Fabrikam Foods']);
    expect(names('is:hidden foo')).toEqual(['Fabrikam Foods']);
    expect(names('is:favourite')).toEqual(['Contoso']);
    expect(names('is:open contoso')).toEqual(['Contoso Open']);
    expect(names('is:purple')).toEqual([]);
  });

  it('of endings follows the clock while the list stays the same, forwards and back', () => {
    const day = 86_400_000;
    let now = Date.UTC(2026, 0, 1, 9);
    const ends = (days: number) => new Date(now + days * day).toISOString();
    const list = [
      aCustomer({ name: 'Adatum', ends: ends(60) }),
      aCustomer({ name: 'Contoso', ends: ends(20) }),
      aCustomer({ name: 'Fabrikam' }),
    ];
    const kept = new FilteredLists(
      new Map(list.map((each) => [each.tenantId, each])),
      new SearchIndex(list),
      () => ({ open: new Set(), now }),
    );
    const asked = readFilters('is:ending') ?? { filters: [], isUnknown: true, rest: '' };
    const ending = () => kept.rows(asked, noUsage, now).map(({ customer }) => customer.name);
    expect(ending()).toEqual(['Contoso']);
    now += 30 * day - 60_000;
    expect(ending()).toEqual(['Contoso']);
    now += 60_000;
    expect(ending()).toEqual(['Adatum', 'Contoso']);
    now -= 35 * day;
    expect(ending()).toEqual(['Contoso']);
  });

  it('gives the customers as they are, hidden ones as hidden', () => {
    const asked = readFilters('is:hidden');
    for (const { customer } of asked ? lists().rows(asked, noUsage, 0) : []) {
      expect(customer.hidden).toBe(true);
      expect(all).toContain(customer);
    }
  });

  it('counts the hidden ones that a query names and that are not among its rows', () => {
    expect(lists().hiddenMatches('fabrikam', [], noUsage, 0)).toBe(1);
    expect(lists().hiddenMatches('#gold', [], noUsage, 0)).toBe(1);
    expect(lists().hiddenMatches('', [], noUsage, 0)).toBe(0);
    expect(lists().hiddenMatches('zzzz', [], noUsage, 0)).toBe(0);
    const asked = readFilters('is:hidden foods');
    const rows = asked ? lists().rows(asked, noUsage, 0) : [];
    expect(lists().hiddenMatches('foods', rows, noUsage, 0)).toBe(0);
  });
});
