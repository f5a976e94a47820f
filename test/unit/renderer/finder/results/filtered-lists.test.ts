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
