import { expect, it } from 'vitest';
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
