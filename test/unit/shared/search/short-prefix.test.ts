import { describe, expect, it } from 'vitest';
import { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import { noUsage } from '#shared/status/usage.ts';
import { found, named } from './people.ts';

describe('three letters', () => {
  it.each([
    ['cat', 'Caterpillar', 'CI&T'],
    ['cas', 'Casey’s General Stores', 'Cohen & Steers'],
    ['ban', 'Bank of America', 'B&G Foods'],
    ['cap', 'Capital One', 'First Large Cap'],
  ])('"%s" is the beginning of %s before it is %s', (query, begins, other) => {
    expect(found(named(other, begins), query)).toEqual([begins, other]);
  });

  it('are initials first where words have them all', () => {
    expect(found(named('Ampco', 'Ardagh Metal Packaging'), 'amp')).toEqual([
      'Ardagh Metal Packaging',
      'Ampco',
    ]);
  });

  it.each([
    ['B&G Foods', 'b&g', 'prefix'],
    ['B&G Foods', 'b and g', 'prefix'],
    ['B&G Foods', 'bandg', 'prefix'],
    ['B&G Foods', 'bg', 'prefix'],
    ['Johnson & Johnson', 'johnson an', 'prefix'],
  ])('leave the sign of %s as it is typed: %s', (name, query, step) => {
    expect(search(new SearchIndex(named(name)), query, noUsage, 0)[0]?.step).toBe(step);
  });
});
