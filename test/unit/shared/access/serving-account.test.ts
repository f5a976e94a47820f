import { expect, test } from 'vitest';
import { servingAccount } from '#shared/access/serving-account.ts';
import { anAccount, aTenantId } from '../../support/samples.ts';

const [anne, bert, cara] = [anAccount('anne'), anAccount('bert'), anAccount('cara')];
const lapsed = { ...anne, state: 'needs-sign-in' } as const;
const customer = { tenantId: aTenantId(), accountIds: [] as string[] };
const reachedBy = (...accountIds: string[]) => ({ ...customer, accountIds });

test.each([
  ['the only one that reported it', reachedBy('bert'), [anne, bert], bert],
  ['the first of several that did', reachedBy('cara', 'bert'), [anne, bert, cara], bert],
  ['one that works before one that needs a sign-in', reachedBy('anne', 'cara'), [lapsed, cara], cara],
  ['one that needs a sign-in, when no other reported it', reachedBy('anne'), [lapsed, bert], lapsed],
  ['the user’s choice first', { ...reachedBy('anne', 'bert'), accountId: 'bert' }, [anne, bert], bert],
  [
    'the user’s choice, also when no source reported it',
    { ...customer, accountId: 'bert' },
    [anne, bert],
    bert,
  ],
  [
    'the user’s choice, whatever its state',
    { ...reachedBy('bert'), accountId: 'anne' },
    [lapsed, bert],
    lapsed,
  ],
  [
    'the rule, when the choice has signed out',
    { ...reachedBy('bert'), accountId: 'dora' },
    [anne, bert],
    bert,
  ],
  ['the one at home there', { ...reachedBy('anne'), tenantId: cara.homeTenantId }, [anne, cara], cara],
  ['the first, when only a list names it', customer, [lapsed, bert, cara], bert],
  ['nobody, when who reported it has signed out', reachedBy('dora'), [anne], undefined],
  ['nobody, when nobody is signed in', customer, [], undefined],
])('%s', (_what, wanted, accounts, expected) => {
  expect(servingAccount(wanted, accounts)).toBe(expected);
});
