import { describe, expect, it } from 'vitest';
import { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import { noUsage } from '#shared/status/usage.ts';
import { found, named } from './people.ts';

describe('a slip in a name that was typed with a legal form', () => {
  const list = named('Microsoft', 'Ingram Micro Holding Corporation', 'Fabrikam Ltd', 'Lindqvist AB');

  it.each([
    ['microsfot corp', 'Microsoft'],
    ['micosoft gmbh', 'Microsoft'],
    ['the micrsooft', 'Microsoft'],
    ['fabirkam gmbh', 'Fabrikam Ltd'],
    ['fabrikma incorporated', 'Fabrikam Ltd'],
    ['lindqivst inc.', 'Lindqvist AB'],
  ])('that it has not finds the customer: %s', (query, name) => {
    expect(found(list, query)[0]).toBe(name);
  });

  it('that it has comes first', () => {
    expect(found(named('Fabrikam SA', 'Fabrikam GmbH'), 'fabirkam gmbh')[0]).toBe('Fabrikam GmbH');
  });

  it('is marked where it stands, the form apart', () => {
    const [hit] = search(new SearchIndex(list), 'microsfot corp', noUsage, 0);
    expect([hit?.text, hit?.step, hit?.ranges]).toEqual(['Microsoft', 'typos', [[0, 9]]]);
  });
});
