import type { Customer } from '#shared/customer/customer.ts';
import type { DestinationId } from '#shared/portals/destination.ts';
import { findDestination, pageSettings } from '#shared/portals/listing.ts';
import type { AppState } from '../../ui/app-store.ts';

/** The page that was opened last for a customer, where Enter repeats it and there still is such a page. */
export function lastPage(
  state: Pick<AppState, 'usage' | 'status'> | null,
  customer: Customer,
): DestinationId | undefined {
  const page = state?.usage.pages?.[customer.tenantId];
  if (page === undefined || state?.status.settings.repeatDestination !== true) return undefined;
  return findDestination(page, pageSettings(state.status), customer) === undefined ? undefined : page;
}
