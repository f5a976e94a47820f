import { describe, expect, it } from 'vitest';
import { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import { noUsage } from '#shared/status/usage.ts';
import { customer, found } from './people.ts';

const list = [
  customer(1, 'Zava', { tags: ['Gold', 'france'], favourite: true }),
  customer(2, 'Contoso', { tags: ['golden hour'] }),
  customer(3, 'Adatum', { tags: ['gold'] }),
  customer(4, 'Goldman'),
  customer(5, 'Litware', { tags: ['gold'], hidden: true }),
  customer(6, 'Northwind', { tags: ['★'] }),
  customer(7, 'Gould'),
];

describe('#tag', () => {
  it.each([
    ['#gold', ['Zava', 'Adatum', 'Contoso']],
    ['#GOLD', ['Zava', 'Adatum', 'Contoso']],
    ['# golden h', ['Contoso']],
    ['#fr', ['Zava']],
    ['#★', ['Northwind']],
    ['#', ['Zava', 'Adatum', 'Contoso', 'Northwind']],
    // Nothing is guessed.
    ['#glod', []],
    ['#old', []],
    ['#goldman', []],
  ])('%s lists exactly those with a tag that begins so, favourites first', (query, names) => {
    expect(found(list, query)).toEqual(names);
  });
});

describe('a whole tag typed as a word', () => {
  it('finds who has it below those whom the word names, and above those who are guessed', () => {
    const names = found(list, 'gold');
    expect(names.slice(0, 3)).toEqual(['Goldman', 'Zava', 'Adatum']);
    expect(names).not.toContain('Contoso');
    expect(names).not.toContain('Litware');
  });

  it('finds each customer once, at its name', () => {
    const both = [...list, customer(8, 'Gold', { tags: ['gold'] })];
    expect(found(both, 'gold')[0]).toBe('Gold');
    expect(found(both, 'gold').filter((name) => name === 'Gold')).toHaveLength(1);
  });

  it('is not found by a part of it', () => {
    expect(found(list, 'franc')).toEqual([]);
  });
});

it('a tag that was added, taken away or went with its customer counts from the next letter on', () => {
  const index = new SearchIndex(list);
  const names = (query: string) => search(index, query, noUsage, 0).map((hit) => hit.customer.name);
  expect(names('france')).toEqual(['Zava']);
  const [zava, gould] = [list[0], list[6]];
  if (zava === undefined || gould === undefined) throw new Error('both are on the list');
  const tagged = { ...gould, tags: ['france'] };
  index.apply({ reset: false, upsert: [tagged], remove: [] });
  expect(names('france')).toEqual(['Zava', 'Gould']);
  index.apply({ reset: false, upsert: [{ ...zava, tags: [] }], remove: [] });
  expect(names('#france')).toEqual(['Gould']);
  index.apply({ reset: false, upsert: [], remove: [tagged.tenantId] });
  expect(names('france')).toEqual([]);
});
