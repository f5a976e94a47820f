import type { TenantId } from '../tenant/tenant-id.ts';
import type { Opened } from './journal-entry.ts';

/** Which lines of the journal are wanted; null leaves none out. */
export interface JournalFilter {
  readonly tenantIds: readonly TenantId[] | null;
  /** The first day and the last one, such as `2026-11-28`, on this computer's clock. */
  readonly from: string | null;
  readonly to: string | null;
  readonly page: string | null;
}

/** How a day of a filter is spelt. */
export const dayShape = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a filter wants a line. */
export function filterOf({ from, page, tenantIds, to }: JournalFilter): (entry: Opened) => boolean {
  const wanted = tenantIds === null ? null : new Set(tenantIds);
  const begin = from === null ? Number.NEGATIVE_INFINITY : startOfDay(from, 0);
  const end = to === null ? Number.POSITIVE_INFINITY : startOfDay(to, 1);
  return (entry) =>
    entry.at >= begin &&
    entry.at < end &&
    (wanted === null || wanted.has(entry.tenantId)) &&
    (page === null || entry.page === page);
}

/** When a day, or one `later`, begins here, in milliseconds. A day may have 23 or 25 hours. */
function startOfDay(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}
