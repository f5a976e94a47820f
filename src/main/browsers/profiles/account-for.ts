import type { Customer } from '#shared/customer/customer.ts';

/** An account as far as its profile needs it; without a name while nobody is signed in with it. */
export interface ProfileAccount {
  readonly id: string;
  readonly username: string;
}

/**
 * The account whose profile a customer shares: the one the user chose, else the first in the order of ids that reported
 * the customer, else the only one there is. It does not depend on who is signed in right now, so a customer stays where
 * its sign-in is.
 */
export function accountFor(
  { accountId, accountIds }: Pick<Customer, 'accountId' | 'accountIds'>,
  accounts: readonly ProfileAccount[],
): ProfileAccount | undefined {
  const id = accountId ?? accountIds.toSorted()[0];
  if (id === undefined) return accounts.length === 1 ? accounts[0] : undefined;
  return accounts.find((account) => account.id === id) ?? { id, username: '' };
}
