import type { TenantId } from './tenant-id.ts';

/** What opening customers has taught: enough to rank by use and to list the recent ones. */
export interface Usage {
  /** Newest first, each customer once. */
  readonly recents: readonly TenantId[];
  /** Per customer: how many opens are remembered (decayed, see search/frecency) and when that was reckoned. */
  readonly scores: Readonly<Record<TenantId, { readonly score: number; readonly at: number }>>;
  /** Normalised query -> the customer it opened last. */
  readonly choices: Readonly<Record<string, TenantId>>;
}

/** What is left when nothing may tell that a customer was ever opened. */
export function forget(usage: Usage, tenantId: TenantId): Usage {
  return {
    recents: usage.recents.filter((recent) => recent !== tenantId),
    scores: Object.fromEntries(Object.entries(usage.scores).filter(([scored]) => scored !== tenantId)),
    choices: Object.fromEntries(Object.entries(usage.choices).filter(([, chosen]) => chosen !== tenantId)),
  };
}

export const noUsage: Usage = { recents: [], scores: {}, choices: {} };
