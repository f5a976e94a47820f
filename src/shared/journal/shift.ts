import type { TenantId } from '../tenant/tenant-id.ts';
import type { JournalEntry, Opened } from './journal-entry.ts';

/** Why a shift begins where it does. */
export type ShiftBegin = 'ended' | 'pause' | 'longest' | 'first';

/** What was opened in one shift. */
export interface Shift {
  /** The earliest and the latest time at which a customer was opened, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly begin: ShiftBegin;
  /** In the order in which they were opened first. */
  readonly customers: readonly ShiftCustomer[];
}

export interface ShiftCustomer {
  readonly tenantId: TenantId;
  /** The name when it was opened last. */
  readonly name: string;
  /** Oldest first. */
  readonly opened: readonly Pick<Opened, 'at' | 'page'>[];
}

/** The forms in which a shift is handed over: a text for a ticket, or links alone. */
export const handOvers = ['text', 'links'] as const;
export type HandOver = (typeof handOvers)[number];

const hour = 3_600_000;
/** After this long without opening a customer a new shift begins. */
const shiftPause = 6 * hour;
/** No shift is longer: a computer at which somebody always works has no pause. */
const longestShift = 16 * hour;

/**
 * The shift that runs, or the last one where nobody has been opened since; null where there is none. It begins after the
 * last end of a shift, or the last pause; it is never longer than `longestShift`. `entries` as the file has them.
 */
export function lastShift(entries: readonly JournalEntry[]): Shift | null {
  const found: Opened[] = [];
  /** Launches that ended at once, and whose own line is yet to come: older ones follow. */
  const undone = new Map<string, number>();
  let begin: ShiftBegin = 'first';
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const entry of newestFirst(entries)) {
    const newer = found.at(-1);
    if (newer !== undefined) {
      if (entry.kind === 'shift-ended') begin = 'ended';
      // A clock that was set back makes a later line the earlier one: a gap is one in either direction.
      else if (newer.at - entry.at >= shiftPause || entry.at - newer.at >= shiftPause) begin = 'pause';
      else if (Math.max(to, entry.at) - Math.min(from, entry.at) > longestShift) begin = 'longest';
      if (begin !== 'first') break;
    }
    if (entry.kind !== 'opened' || !hasOpened(entry, undone)) continue;
    found.push(entry);
    from = Math.min(from, entry.at);
    to = Math.max(to, entry.at);
  }
  if (found.length === 0) return null;
  found.reverse();
  return { from, to, begin, customers: customersOf(found) };
}

function* newestFirst(entries: readonly JournalEntry[]): Generator<JournalEntry> {
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    if (entry !== undefined) yield entry;
  }
}

function hasOpened({ late, outcome, page, tenantId }: Opened, undone: Map<string, number>): boolean {
  const key = `${tenantId} ${page}`;
  const waiting = undone.get(key) ?? 0;
  if (late) undone.set(key, waiting + 1);
  if (outcome !== 'started') return false;
  if (waiting > 0) undone.set(key, waiting - 1);
  return waiting === 0;
}

function customersOf(found: readonly Opened[]): readonly ShiftCustomer[] {
  const customers = new Map<TenantId, { name: string; opened: Pick<Opened, 'at' | 'page'>[] }>();
  for (const { at, customer: name, page, tenantId } of found) {
    const known = customers.get(tenantId);
    if (known === undefined) customers.set(tenantId, { name, opened: [{ at, page }] });
    else {
      known.name = name;
      known.opened.push({ at, page });
    }
  }
  return [...customers].map(([tenantId, known]) => ({ tenantId, ...known }));
}
