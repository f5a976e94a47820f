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

export const noUsage: Usage = { recents: [], scores: {}, choices: {} };
