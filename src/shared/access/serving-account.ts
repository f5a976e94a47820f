import type { Customer } from '../customer/customer.ts';
import type { AccountStatus } from '../status/status.ts';

type Candidate = Pick<AccountStatus, 'id' | 'homeTenantId' | 'state'>;
type Served = Pick<Customer, 'tenantId' | 'accountId' | 'accountIds'>;

/** Rules 1 to 3 of `servingAccount`, in this order. */
const known: readonly ((customer: Served, account: Omit<Candidate, 'state'>) => boolean)[] = [
  ({ accountId }, { id }) => id === accountId,
  ({ tenantId }, { homeTenantId }) => homeTenantId === tenantId,
  ({ accountIds }, { id }) => accountIds.includes(id),
];

/**
 * Which of the accounts that are signed in serves a customer. The first that there is of:
 * 1. the one the user chose for the customer, whatever its state;
 * 2. those whose home the tenant is;
 * 3. those that reported the customer;
 * 4. any, for a customer that only a list names: nobody knows yet who reaches it.
 * Among several, one that works before one that needs a sign-in, then in the order given.
 */
export function servingAccount<A extends Candidate>(customer: Served, accounts: readonly A[]): A | undefined {
  for (const fits of [...known, () => customer.accountIds.length === 0]) {
    const among = accounts.filter((account) => fits(customer, account));
    const serving = among.find(({ state }) => state === 'ok') ?? among[0];
    if (serving) return serving;
  }
  return undefined;
}

/** False where the account would only be tried, for want of one that is known to reach the customer. */
export function isKnownToServe(customer: Served, account: Omit<Candidate, 'state'>): boolean {
  return known.some((fits) => fits(customer, account));
}
