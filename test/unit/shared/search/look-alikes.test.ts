import { describe, expect, it } from 'vitest';
import { SearchIndex } from '#shared/search/index.ts';
import { oneSlipApart } from '#shared/search/look-alikes.ts';
import { search } from '#shared/search/search.ts';
import { noUsage } from '#shared/status/usage.ts';
import { customer, id, named } from './people.ts';

/** Names that are said to look like another. */
function flagged(index: SearchIndex): string[] {
  return search(index, '', noUsage, 0, 100)
    .filter((hit) => hit.lookAlike)
    .map((hit) => hit.customer.name)
    .sort();
}

describe('look-alikes', () => {
  it('are names that differ in legal form, "Group", accents or one letter', () => {
    const index = new SearchIndex(
      named('Contoso Ltd', 'Contoso Group', 'Cóntoso', 'Fabrikam', 'Fabrikan Inc', 'Northwind'),
    );
    expect(flagged(index)).toEqual(['Contoso Group', 'Contoso Ltd', 'Cóntoso', 'Fabrikam', 'Fabrikan Inc']);
  });

  it('are not short names that share some letters', () => {
    expect(flagged(new SearchIndex(named('3M', '3D', 'IBM', 'IBN')))).toEqual([]);
  });

  it('come and go with the list', () => {
    const first = customer(1, 'Contoso Ltd');
    const second = customer(2, 'Contosa');
    const third = customer(3, 'Northwind');
    const index = new SearchIndex([first, third]);
    expect(flagged(index)).toEqual([]);
    index.apply({ reset: false, upsert: [second], remove: [] });
    expect(flagged(index)).toEqual(['Contosa', 'Contoso Ltd']);
    index.apply({ reset: false, upsert: [{ ...first, name: 'Wingtip' }], remove: [] });
    expect(flagged(index)).toEqual([]);
    index.apply({ reset: false, upsert: [first], remove: [id(2)] });
    expect(flagged(index)).toEqual([]);
  });

  it('are all hits with a slip in what was typed', () => {
    const hits = search(new SearchIndex(named('Microsoft')), 'mircosoft', noUsage, 0);
    expect(hits.map((hit) => hit.lookAlike)).toEqual([true]);
  });

  it.each([
    ['contoso', 'contosa', true],
    ['contoso', 'contso', true],
    ['contoso', 'cotnoso', true],
    ['contoso', 'contoso', true],
    ['contoso', 'contsoa', false],
    ['contoso', 'conto', false],
    ['aab', 'aba', true],
    ['', '', true],
  ])('%s and %s are one slip apart: %s', (a, b, apart) => {
    expect(oneSlipApart(a, b)).toBe(apart);
    expect(oneSlipApart(b, a)).toBe(apart);
  });
});
