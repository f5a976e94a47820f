import type { Customer } from './customer.ts';
import type { AccountStatus } from './status.ts';

type Candidate = Pick<AccountStatus, 'id' | 'homeTenantId' | 'state'>;

/**
 * Which of the accounts that are signed in serves a customer. The first that there is of:
 * 1. the one the user chose for the customer, whatever its state;
 * 2. those whose home the tenant is;
 * 3. those that reported the customer;
 * 4. any, for a customer that only a list names: nobody knows yet who reaches it.
 * Among several, one that works before one that needs a sign-in, then in the order given.
 */
export function servingAccount<A extends Candidate>(
  customer: Pick<Customer, 'tenantId' | 'accountId' | 'accountIds'>,
  accounts: readonly A[],
): A | undefined {
  const circles: readonly ((account: A) => boolean)[] = [
    ({ id }) => id === customer.accountId,
    ({ homeTenantId }) => homeTenantId === customer.tenantId,
    ({ id }) => customer.accountIds.includes(id),
    () => customer.accountIds.length === 0,
  ];
  for (const fits of circles) {
    const among = accounts.filter(fits);
    const serving = among.find(({ state }) => state === 'ok') ?? among[0];
    if (serving) return serving;
  }
  return undefined;
}
