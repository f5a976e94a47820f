import { expect, test } from 'vitest';
import { recommendedHabit, signInsFor } from '../../../../src/renderer/setup/habits.ts';
import { untouchedHabit } from '../../../../src/renderer/setup/use-habit.ts';
import { countCustomers } from '../../../../src/renderer/ui/count-customers.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { aCustomer, anAccount, aStatus } from '../../support/samples.ts';

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

test.each([
  ['one', 1],
  ['few', 3],
  ['each', 0],
] as const)('until it is touched “%s” is selected with %i accounts signed in', (habit, count) => {
  const accounts = Array.from({ length: count }, (_, index) => anAccount(String(index)));
  expect(untouchedHabit(aStatus({ accounts }))).toBe(habit);
});

test('what somebody has set is selected, whatever would be recommended', () => {
  const accounts = [anAccount('a')];
  const isolation = 'profile' as const;
  const settings = { ...defaultSettings, isolation };
  expect(untouchedHabit(aStatus({ accounts, settings: { ...settings, setUp: true } }))).toBe('each');
  expect(untouchedHabit(aStatus({ accounts, settings, locked: ['isolation'] }))).toBe('each');
  expect(untouchedHabit(aStatus({ settings: { ...settings, isolation: 'account' } }))).toBe('one');
  // A level that none of the habits comes down to is left alone.
  expect(untouchedHabit(aStatus({ accounts, settings: { ...settings, isolation: 'sealed' } }))).toBeNull();
});

test('customers are counted without the own tenant', () => {
  const customers = [aCustomer(), aCustomer({ access: ['own', 'member'] }), aCustomer({ access: ['list'] })];
  expect(countCustomers(new Map(customers.map((each) => [each.tenantId, each])))).toBe(2);
});
