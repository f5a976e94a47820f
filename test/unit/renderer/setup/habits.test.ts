import { expect, test } from 'vitest';
import { recommendedHabit, signInsFor } from '../../../../src/renderer/setup/habits.ts';

test.each([
  ['each', 0],
  ['one', 1],
  ['few', 2],
  ['few', 5],
] as const)('the habit “%s” is recommended with %i accounts signed in', (habit, accounts) => {
  expect(recommendedHabit(accounts)).toBe(habit);
});

test.each([
  ['one', 0, 0, 1],
  ['few', 40, 3, 3],
  ['few', 40, 1, null],
  ['each', 40, 3, 40],
  ['each', 0, 3, null],
] as const)(
  '“%s” with %i customers and %i accounts costs %s sign-ins',
  (habit, customers, accounts, count) => {
    expect(signInsFor(habit, customers, accounts)).toBe(count);
  },
);
