import type { AccountStatus } from '../status.ts';
import type { TenantId } from '../tenant-id.ts';

export type OwnTenants = readonly Pick<AccountStatus, 'homeTenantId'>[];

/** The MSSP's own tenants: the homes of the accounts that are signed in, each once. */
export function ownTenantIds(accounts: OwnTenants): readonly TenantId[] {
  return [...new Set(accounts.map(({ homeTenantId }) => homeTenantId))];
}
