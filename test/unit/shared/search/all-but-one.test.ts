import { describe, expect, it } from 'vitest';
import { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import { noUsage } from '#shared/status/usage.ts';
import { found, named } from './people.ts';

const list = named(
  'Airbnb, Inc.',
  'DigitalBridge Group, Inc.',
  'Post Holdings, Inc.',
  'Air Products and Chemicals, Inc.',
);

describe('a word that the name does not have', () => {
  it.each(['group', 'holding', 'holdings', 'international', 'services', 'germany', 'uk', 'prod'])(
    'does not lose the customer: airbnb %s',
    (word) => {
      expect(found(list, `airbnb ${word}`)[0]).toBe('Airbnb, Inc.');
    },
  );

  it.each(['prod airbnb', 'air products germany', 'germany air products'])(
    'may stand anywhere: %s',
    (query) => {
      expect(found(list, query)[0]).toBe(
        query.includes('bnb') ? 'Airbnb, Inc.' : 'Air Products and Chemicals, Inc.',
      );
    },
  );

  it('counts for less than a name that has it', () => {
    expect(found(named('Airbnb', 'Airbnb Group', 'Airbnb Group West'), 'airbnb group')).toEqual([
      'Airbnb Group',
      'Airbnb Group West',
      'Airbnb',
    ]);
  });

  it('takes off only as many words as it must', () => {
    expect(found(named('Contoso', 'Contoso International'), 'contoso international group')).toEqual([
      'Contoso International',
      'Contoso',
    ]);
  });

  it('counts for less than one slip', () => {
    expect(found(named('United Inc', 'United Health'), 'united heakth')[0]).toBe('United Health');
  });

  it('does not make customers of what is left when that says nobody', () => {
    expect(found(named('Group Ltd', 'Fabrikam'), 'zzzzz group')).toEqual([]);
  });

  it('is not marked', () => {
    const [hit] = search(new SearchIndex(list), 'airbnb germany', noUsage, 0);
    expect([hit?.text, hit?.ranges]).toEqual(['Airbnb, Inc.', [[0, 6]]]);
  });
});
