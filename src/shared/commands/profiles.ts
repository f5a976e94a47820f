import type { TenantId } from '../tenant/tenant-id.ts';

/** Names one browser profile of Tidegate's. */
export interface ProfileKey {
  /** Id of its browser. */
  readonly browser: string;
  /** `shared`: in the browser's one data folder. `apart`: in a data folder of its own. */
  readonly kind: 'shared' | 'apart';
  /** The name of its folder. */
  readonly id: string;
}

/** One browser profile on disk, as the user sees it. */
export interface ProfileRow extends ProfileKey {
  readonly browserName: string;
  /** Whom the profile is for. `nobody`: neither a customer on the list nor an account that is known has it. */
  readonly owner: 'customer' | 'account' | 'nobody';
  readonly tenantId: TenantId | null;
  /** The customer's or the account's name, else what the profile calls itself; empty when nothing tells. */
  readonly name: string;
  /** `#rrggbb`, or null when nothing tells. */
  readonly colour: string | null;
  /** Null until it has been counted. */
  readonly bytes: number | null;
  /** ISO 8601, UTC; null when nothing tells. */
  readonly lastUsed: string | null;
  /** The browser runs that holds its folder: for a shared profile that may be for another customer. */
  readonly running: boolean;
  /** A new name or colour shows once the browser has been closed and the profile is opened again. */
  readonly waiting: boolean;
}

export interface ProfilesReport {
  readonly rows: readonly ProfileRow[];
  /** Sizes are still being counted. */
  readonly counting: boolean;
}

/** Which profiles to throw away: those not opened for so many days, or as many of the oldest as brings them below a size. */
export type Pruning = { readonly days: number } | { readonly bytes: number };

/** The profiles that a pruning would delete, the least recently used first. One whose browser runs is never among them. */
export function toPrune(rows: readonly ProfileRow[], pruning: Pruning, now: Date): readonly ProfileRow[] {
  const idle = rows
    .filter(({ running }) => !running)
    .toSorted((one, other) => ((one.lastUsed ?? '') < (other.lastUsed ?? '') ? -1 : 1));
  if ('days' in pruning) {
    const limit = new Date(now.getTime() - pruning.days * 86_400_000).toISOString();
    return idle.filter(({ lastUsed }) => lastUsed !== null && lastUsed < limit);
  }
  let left = totalBytes(rows);
  return idle.filter(({ bytes }) => {
    if (left <= pruning.bytes) return false;
    left -= bytes ?? 0;
    return true;
  });
}

/** What has been counted of them so far. */
export function totalBytes(rows: readonly ProfileRow[]): number {
  return rows.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
}
