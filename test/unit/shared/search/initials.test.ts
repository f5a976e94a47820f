import { describe, expect, it } from 'vitest';
import { found, named } from './people.ts';

it('puts two initials before names that only begin with the two letters', () => {
  expect(found(named('Gsell', 'Goldman Sachs', 'GS Data'), 'gs')).toEqual([
    'GS Data',
    'Goldman Sachs',
    'Gsell',
  ]);
});

it('sees the initials of a name that begins with the two letters too', () => {
  expect(found(named('Gray', 'Greenfire Resources'), 'gr')).toEqual(['Greenfire Resources', 'Gray']);
});

describe('initials with the "&" between them', () => {
  const list = named(
    'S&P Global',
    'Procter & Gamble',
    'Marks & Spencer plc',
    'MAX S&P 500 Notes',
    'Gale and Poe Ltd',
  );

  it.each([
    ['p&g', 'Procter & Gamble'],
    ['P & G', 'Procter & Gamble'],
    ['m&s', 'Marks & Spencer plc'],
    ['m and s', 'Marks & Spencer plc'],
    ['g&p', 'Gale and Poe Ltd'],
  ])('%s finds %s first', (query, name) => {
    expect(found(list, query)[0]).toBe(name);
  });

  it('stand below names that begin so', () => {
    expect(found(named('Johnson & Johnson', 'J&J Snack Foods'), 'j&j')).toEqual([
      'J&J Snack Foods',
      'Johnson & Johnson',
    ]);
  });
});
