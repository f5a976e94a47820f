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

/** The usage with what `before` knew of a customer that was forgotten since. */
export function restore(usage: Usage, tenantId: TenantId, before: Usage): Usage {
  const own = <T>(all: Readonly<Record<string, T>> | undefined): Readonly<Record<string, T>> => {
    const value = all?.[tenantId];
    return value === undefined ? {} : { [tenantId]: value };
  };
  const chosen = Object.entries(before.choices).filter(([, choice]) => choice === tenantId);
  const place = before.recents.indexOf(tenantId);
  const recents = usage.recents.filter((recent) => recent !== tenantId);
  return {
    ...usage,
    ...(before.pages && { pages: { ...usage.pages, ...own(before.pages) } }),
    ...(before.read && { read: { ...usage.read, ...own(before.read) } }),
    recents: place < 0 ? recents : recents.toSpliced(place, 0, tenantId),
    scores: { ...usage.scores, ...own(before.scores) },
    choices: { ...Object.fromEntries(chosen), ...usage.choices },
  };
}

export const noUsage: Usage = { recents: [], scores: {}, choices: {} };
