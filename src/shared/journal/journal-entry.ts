import { parseTenantId, type TenantId } from '../tenant/tenant-id.ts';
import { parseObject } from '../text/json-object.ts';
import { plainText } from '../text/plain-text.ts';

/** What one line of the journal says. */
export type JournalEntry = Opened | ShiftEnded;

/** One launch, and how it ended. */
export interface Opened {
  readonly kind: 'opened';
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly tenantId: TenantId;
  /** The customer's name at that time. */
  readonly customer: string;
  /** The page's id, `link`, or `indicator-` and its kind. */
  readonly page: string;
  /** `started`, or the kind of the problem. */
  readonly outcome: string;
  /** What an earlier line calls started ended within seconds. */
  readonly late: boolean;
  /** Null in lines of earlier versions. */
  readonly wayIn: string | null;
  /** The sign-in name that reached the customer; null for nobody, and in lines of earlier versions. */
  readonly account: string | null;
}

/** The user ended the shift: everyone was signed out. */
export interface ShiftEnded {
  readonly kind: 'shift-ended';
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What a line that says so has in the place of a customer. */
export const shiftEndedMark = 'shiftEnded';

/** More of a text than this is not shown; nobody's name is longer. */
const longest = 200;

/** Reads a line of the journal. Nothing for one that was cut off or that somebody has changed. */
export function readJournalLine(line: string): JournalEntry | undefined {
  const value = parseObject(line);
  if (value === undefined) return undefined;
  const at = typeof value['at'] === 'string' ? Date.parse(value['at']) : Number.NaN;
  if (Number.isNaN(at)) return undefined;
  if (value[shiftEndedMark] === true) return { kind: 'shift-ended', at };
  const tenantId = typeof value['tenantId'] === 'string' ? parseTenantId(value['tenantId']) : undefined;
  const customer = textOf(value['customer']);
  // The first versions called the page by another name.
  const page = textOf(value['page'] ?? value['destination']);
  const outcome = textOf(value['outcome']);
  if (tenantId === undefined || customer === null || page === null || outcome === null) return undefined;
  return {
    kind: 'opened',
    at,
    tenantId,
    customer,
    page,
    outcome,
    late: value['late'] === true,
    wayIn: textOf(value['wayIn']),
    account: textOf(value['account']),
  };
}

/** SECURITY: a file can be changed by others: no line ends and no hidden letters come out of it. */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null;
  return plainText(value.slice(0, longest)).replace(/\p{Cc}+/gu, ' ');
}
