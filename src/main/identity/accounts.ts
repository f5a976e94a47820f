import type { AccountInfo } from '@azure/msal-node';
import { parseTenantId } from '../../shared/tenant-id.ts';
import type { Account } from './identity.ts';

/** MSAL lists a person once per tenant they have a token for; this lists people. */
export function accountsOf(profiles: readonly AccountInfo[]): readonly Account[] {
  const people = new Map<string, Account>();
  for (const profile of profiles) {
    const account = accountOf(profile);
    const atHome = account?.homeTenantId === profile.tenantId;
    if (account && (atHome || !people.has(account.id))) people.set(account.id, account);
  }
  return [...people.values()];
}

/** The home account id is `<object id>.<tenant id>`, both of the home tenant. Nothing for a personal account. */
export function accountOf({ homeAccountId, username }: AccountInfo): Account | undefined {
  const homeTenantId = parseTenantId(homeAccountId.split('.')[1] ?? '');
  return homeTenantId && { id: homeAccountId, username, homeTenantId };
}
