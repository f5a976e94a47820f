import type { Settings } from '../settings/settings.ts';
import type { AccountStatus } from '../status/status.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/** What a status says of the own tenants. */
export interface OwnTenants {
  readonly accounts: readonly Pick<AccountStatus, 'homeTenantId'>[];
  readonly settings: Pick<Settings, 'ownTenant'>;
}

/** The MSSP's own tenants: the one that the user named, then the homes of the accounts that are signed in, each once. */
export function ownTenantIds({ accounts, settings: { ownTenant } }: OwnTenants): readonly TenantId[] {
  const homes = accounts.map(({ homeTenantId }) => homeTenantId);
  return [...new Set(ownTenant === null ? homes : [ownTenant, ...homes])];
}
