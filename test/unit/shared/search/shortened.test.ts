import { describe, expect, it } from 'vitest';
import { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import { noUsage } from '#shared/status/usage.ts';
import { found, named } from './people.ts';

describe('letters left out', () => {
  const list = named('Novartis', 'NVR, Inc.', 'Navarro Transport Systems', 'Berkshire Hathaway', 'Microsoft');

  it.each([
    ['nvrts', 'Novartis'],
    ['brkshr', 'Berkshire Hathaway'],
    ['brkshr hthwy', 'Berkshire Hathaway'],
    ['brkshrhthwy', 'Berkshire Hathaway'],
  ])('leaving out all vowels finds it first: %s', (query, name) => {
    expect(found(list, query)[0]).toBe(name);
  });

  it('within the first word come before what only resembles the query', () => {
    const step = (query: string, ...names: string[]): (string | undefined)[] =>
      search(new SearchIndex(named(...names)), query, noUsage, 0).map(
        (hit) => `${hit.customer.name} ${hit.step}`,
      );
    expect(step('mcrsft', 'Oldmcrszz Trust', 'Microbrasift')).toEqual([
      'Microbrasift loose',
      'Oldmcrszz Trust wide',
    ]);
  });

  it('are marked', () => {
    const [hit] = search(new SearchIndex(list), 'nvrts', noUsage, 0);
    expect([hit?.step, hit?.ranges]).toEqual([
      'letters',
      [
        [0, 1],
        [2, 3],
        [4, 6],
        [7, 8],
      ],
    ]);
  });
});
