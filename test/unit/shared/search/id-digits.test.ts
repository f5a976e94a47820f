import { describe, expect, it } from 'vitest';
import { found, named } from './people.ts';

const list = named(
  'Paramount 2926 Foundry',
  'Be29 Blue 62 Fashions',
  'Bed 2 Bath 96 Fabrics',
  'Contoso 2024',
  'Fabrikam 1000',
  'Abacus Effective',
  'Cafe Deluxe',
  '29th February 62 Foods',
);

describe('hexadecimal digits', () => {
  it.each(['2962f', '2962e', '2692', '0bad', '29f62', 'de2962fa', '1001', '3f2962', '2962f-ab', '2025'])(
    'that stand nowhere resemble nobody: %s',
    (query) => {
      expect(found(list, query)).toEqual([]);
    },
  );

  it('are found where they stand, whole or begun', () => {
    expect(found(list, '2024')).toEqual(['Contoso 2024']);
    expect(found(list, '2926')).toEqual(['Paramount 2926 Foundry']);
    expect(found(list, '1000')).toEqual(['Fabrikam 1000']);
    expect(found(named('Office365 Partners'), 'ce365')).toEqual(['Office365 Partners']);
  });

  it('stand as typed beside a word with a slip', () => {
    expect(found(list, 'contsoo 2024')).toEqual(['Contoso 2024']);
    expect(found(list, 'fabrikm 1000')).toEqual(['Fabrikam 1000']);
  });

  it('that are letters only, or few, are words like others', () => {
    expect(found(list, 'cfae')).toContain('Cafe Deluxe');
    expect(found(named('3M Company'), '3n')).toEqual(found(named('3M Company'), '3n'));
  });
});
