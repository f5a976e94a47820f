import type { Customer } from '#shared/customer/customer.ts';
import type { IncidentCount } from '#shared/incidents/incidents.ts';
import type { QuietHours } from '#shared/settings/settings.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

/** Milliseconds between two notices. */
export const betweenNotices = 60_000;

/** A new incident of severity high of a favourite customer. */
export interface NewIncident {
  readonly tenantId: TenantId;
  readonly number: string;
}

/**
 * The incident that a count tells for the first time; nothing where none is new. The first count of a customer says what there
 * is, not what is new.
 */
export function newIncidentIn(
  { favourite, hidden, tenantId }: Pick<Customer, 'favourite' | 'hidden' | 'tenantId'>,
  { newestHigh }: IncidentCount,
  before: IncidentCount | undefined,
): NewIncident | undefined {
  if (!favourite || hidden || newestHigh === null || before === undefined) return undefined;
  const known = before.newestHigh;
  // Where high ones were there and the newest is not known, nobody can say which is new.
  if (known === null && before.bySeverity.high > 0) return undefined;
  const isNew = known === null || (newestHigh.number !== known.number && newestHigh.at > known.at);
  return isNew ? { tenantId, number: newestHigh.number } : undefined;
}

/** Whether the user wants quiet at a time of day, in minutes since midnight. From 22:00 to 07:00 goes over midnight. */
export function isQuiet(hours: QuietHours | null, minutes: number): boolean {
  if (hours === null) return false;
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
