import type { Customer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { accountFor, type ProfileAccount } from './account-for.ts';
import { accountFolderId, profileFolderId } from './folder-id.ts';
import { accountLook, customerLook } from './profile-look.ts';

export interface ProfileOwnerRow {
  readonly owner: 'customer' | 'account';
  readonly tenantId?: TenantId;
  readonly name: string;
  readonly colour: string;
}

/**
 * Whom every profile folder is for, by the folder's id. The ids come from the salt, so this needs no register: ten
 * thousand customers take a few tens of milliseconds.
 */
export function ownersOf(
  salt: string | undefined,
  customers: Iterable<Customer>,
  accounts: readonly ProfileAccount[],
): ReadonlyMap<string, ProfileOwnerRow> {
  const owners = new Map<string, ProfileOwnerRow>();
  if (salt === undefined) return owners;
  const known = new Map<string, ProfileAccount>([
    ['', { id: '', username: '' }],
    ...accounts.map((account): [string, ProfileAccount] => [account.id, account]),
  ]);
  for (const customer of customers) {
    const { tenantId } = customer;
    const { colour } = customerLook(customer);
    const row = { owner: 'customer', tenantId, name: customer.name, colour: colour.hex } as const;
    owners.set(profileFolderId(salt, tenantId), row);
    const account = accountFor(customer, accounts);
    if (account && !known.has(account.id)) known.set(account.id, account);
  }
  for (const account of known.values()) {
    const { name, colour } = accountLook(account);
    owners.set(accountFolderId(salt, account.id), { owner: 'account', name, colour: colour.hex });
  }
  return owners;
}
