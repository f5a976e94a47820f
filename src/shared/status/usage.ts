import type { PageId } from '../portals/page.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/** What opening customers has taught: enough to rank by use and to list the recent ones. */
export interface Usage {
  /** Newest first, each customer once. */
  readonly recents: readonly TenantId[];
  /** Per customer: how many opens are remembered (decayed, see search/frecency) and when that was reckoned. */
  readonly scores: Readonly<Record<TenantId, { readonly score: number; readonly at: number }>>;
  /** Normalised query -> the customer it opened last. */
  readonly choices: Readonly<Record<string, TenantId>>;
  /** The page that was opened last, per customer. */
  readonly pages?: Readonly<Record<TenantId, PageId>>;
  /** The mark of the standing instruction that the user has read, per customer: see commands/instruction-gate. */
  readonly read?: Readonly<Record<TenantId, string>>;
}

/** What is left when nothing may tell that a customer was ever opened. */
export function forget(usage: Usage, tenantId: TenantId): Usage {
  const without = <T>(all: Readonly<Record<string, T>> | undefined): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(all ?? {}).filter(([id]) => id !== tenantId));
  return {
    ...usage,
    ...(usage.pages && { pages: without(usage.pages) }),
    ...(usage.read && { read: without(usage.read) }),
    recents: usage.recents.filter((recent) => recent !== tenantId),
    scores: without(usage.scores),
    choices: Object.fromEntries(Object.entries(usage.choices).filter(([, chosen]) => chosen !== tenantId)),
  };
}

export const noUsage: Usage = { recents: [], scores: {}, choices: {} };
