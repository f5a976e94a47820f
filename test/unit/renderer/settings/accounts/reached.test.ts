import { expect, it } from 'vitest';
import { reachedBy } from '../../../../../src/renderer/settings/accounts/reached.ts';
import { aCustomer } from '../../../support/samples.ts';

it('counts the customers of each account, and its own tenant as none', () => {
  const customers = [
    aCustomer({ accountIds: ['ana', 'bo'] }),
    aCustomer({ accountIds: ['ana'] }),
    aCustomer({ accountIds: ['ana'], access: ['own', 'member'] }),
    aCustomer({ accountIds: [] }),
  ];
  expect(reachedBy(customers)).toEqual(
    new Map([
      ['ana', 2],
      ['bo', 1],
    ]),
  );
});
