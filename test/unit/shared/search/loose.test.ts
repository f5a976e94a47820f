import { describe, expect, it } from 'vitest';
import { found, named } from './people.ts';

describe('letters picked from a long name', () => {
  it.each([
    ['lindsoa', 'Lindsay Corporation', 'Loma Negra Compania Industrial Argentina Sociedad Anonima'],
    ['neda', 'Nead Group', 'Telephone and Data Systems'],
    ['kimcco', 'Kimco Realty', 'Kinder Industries Morgan Central Company'],
  ])('"%s" is %s with one slip before it is in %s', (query, short, long) => {
    expect(found(named(long, short), query)[0]).toBe(short);
  });

  it('still find heads of words one after the other, small words apart', () => {
    for (const query of ['baam', 'bofa', 'banam', 'bankam'])
      expect(found(named('Bristol Uppermost', 'Bank of America'), query)[0]).toBe('Bank of America');
  });
});
