import type { Cloud } from './cloud.ts';
import type { AccountSourceId } from '../customer/customer.ts';
import type { MessageKey } from '../locales/messages.ts';
import type { Settings } from './settings.ts';

/** What asks Microsoft for something as an account: a source, or the lookup of blank names. */
export type PermissionUse = AccountSourceId | 'names';

/** A delegated permission that Tidegate asks for, and what it is for. */
export interface Permission {
  /** As Entra's consent page and the registration's page of permissions name it. */
  readonly name: string;
  readonly api: 'resourceManager' | 'graph';
  /** Who can consent: each user, or an administrator of the MSSP's tenant for all. */
  readonly consent: 'user' | 'admin';
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
  return uses.map((use) => scopeOf(use, cloud));
}
