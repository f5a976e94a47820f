import type { Cloud } from './cloud.ts';
import type { AccountSourceId, SourceId } from '../customer/customer.ts';
import type { MessageKey } from '../locales/messages.ts';
import type { Settings } from './settings.ts';

/** What asks Microsoft for something as an account: a source, the lookup of blank names, or the count of incidents. */
export type PermissionUse = AccountSourceId | 'names' | 'incidents';

/** A delegated permission that Tidegate asks for, and what it is for. */
export interface Permission {
  /** As Entra's consent page and the registration's page of permissions name it. */
  readonly name: string;
  readonly api: 'resourceManager' | 'graph';
  /** Who can consent: each user, an administrator of the MSSP's tenant for all, or one of each customer's tenant. */
  readonly consent: 'user' | 'admin' | 'customer';
  readonly feature: MessageKey;
  readonly without: MessageKey;
}

/**
 * All that is ever asked for, each only while what needs it is switched on. Who consents: Microsoft's permissions
 * reference for Graph, and Azure Service Management's `user_impersonation`, which users may consent to.
 */
export const permissions: Readonly<Record<PermissionUse, Permission>> = {
  'azure-tenants': {
    name: 'user_impersonation',
    api: 'resourceManager',
    consent: 'user',
    feature: 'permission.azure-tenants.feature',
    without: 'permission.azure-tenants.without',
  },
  gdap: {
    name: 'DelegatedAdminRelationship.Read.All',
    api: 'graph',
    consent: 'admin',
    feature: 'permission.gdap.feature',
    without: 'permission.gdap.without',
  },
  governance: {
    name: 'TenantGovernance-Relationship.Read.All',
    api: 'graph',
    consent: 'admin',
    feature: 'permission.governance.feature',
    without: 'permission.governance.without',
  },
  // The same permission as for the list of tenants.
  lighthouse: {
    name: 'user_impersonation',
    api: 'resourceManager',
    consent: 'user',
    feature: 'permission.lighthouse.feature',
    without: 'permission.lighthouse.without',
  },
  contracts: {
    name: 'Directory.Read.All',
    api: 'graph',
    consent: 'admin',
    feature: 'permission.contracts.feature',
    without: 'permission.contracts.without',
  },
  names: {
    name: 'CrossTenantInformation.ReadBasic.All',
    api: 'graph',
    consent: 'admin',
    feature: 'permission.names.feature',
    without: 'permission.names.without',
  },
  // Asked for in customers' tenants only, so no sign-in asks for it.
  incidents: {
    name: 'SecurityIncident.Read.All',
    api: 'graph',
    consent: 'customer',
    feature: 'permission.incidents.feature',
    without: 'permission.incidents.without',
  },
};

/** Why a source may list nobody although nothing failed, where that has to be explained. */
export const emptyLists: Readonly<Partial<Record<SourceId, MessageKey>>> = {
  gdap: 'settings.sources.gdapEmpty',
  governance: 'settings.sources.governanceEmpty',
  contracts: 'settings.sources.contractsEmpty',
  lighthouse: 'settings.sources.lighthouseEmpty',
};

/** The scope to ask the sign-in endpoint for, such as `https://graph.microsoft.com/Directory.Read.All`. */
export function scopeOf(use: PermissionUse, cloud: Cloud): string {
  const { api, name } = permissions[use];
  return `${cloud[api]}/${name}`;
}

/** All that a sign-in asks consent for: what is switched on, and nothing else. */
export function signInScopes(
  settings: Pick<Settings, 'sources' | 'lookUpNames'>,
  cloud: Cloud,
): readonly string[] {
  const uses: readonly PermissionUse[] = [
    ...settings.sources,
    ...(settings.lookUpNames ? ['names' as const] : []),
  ];
  return [...new Set(uses.map((use) => scopeOf(use, cloud)))];
}
