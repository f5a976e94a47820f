import type { AccountInfo } from '@azure/msal-node';
import type { Problem } from '#shared/problems/problem.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import type { Account } from './identity.ts';

/** MSAL lists a person once per tenant they have a token for; this lists people, by name. */
export function accountsOf(profiles: readonly AccountInfo[]): readonly Account[] {
  const people = new Map<string, Account>();
  for (const profile of profiles) {
    const account = accountOf(profile);
    const atHome = account?.homeTenantId === profile.tenantId;
    if (account && (atHome || !people.has(account.id))) people.set(account.id, account);
  }
  return [...people.values()].sort(byName);
}

/** The home account id is `<object id>.<tenant id>`, both of the home tenant. Nothing for a personal account. */
export function accountOf({ homeAccountId, username }: AccountInfo): Account | undefined {
  const homeTenantId = parseTenantId(homeAccountId.split('.')[1] ?? '');
  return homeTenantId && { id: homeAccountId, username, homeTenantId };
}

export function statusOf(account: Account, ended: Problem | undefined): AccountStatus {
  return { ...account, state: ended ? 'needs-sign-in' : 'ok', problem: ended ?? null };
}

function byName(one: Account, other: Account): number {
  return one.username.localeCompare(other.username, 'en') || (one.id < other.id ? -1 : 1);
}
