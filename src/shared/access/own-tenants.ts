import type { Customer } from '../customer/customer.ts';
import type { Settings } from '../settings/settings.ts';
import type { AccountStatus } from '../status/status.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/** What a status says of the own tenants. */
export interface OwnTenants {
  readonly accounts: readonly Pick<AccountStatus, 'homeTenantId'>[];
  readonly settings: Pick<Settings, 'ownTenant'>;
  /** The list, which tells of a home whether it is a customer's. */
  readonly customers: ReadonlyMap<TenantId, Pick<Customer, 'access'>>;
}

/**
 * The MSSP's own tenants: the one that the user named, then the homes of the accounts that are signed in, each once, but for those that
 * the list has as customers.
 */
export function ownTenantIds({
  accounts,
  customers,
  settings: { ownTenant },
}: OwnTenants): readonly TenantId[] {
  const homes = accounts
    .map(({ homeTenantId }) => homeTenantId)
    .filter((id) => customers.get(id)?.access.includes('own') ?? true);
  return [...new Set(ownTenant === null ? homes : [ownTenant, ...homes])];
}
