import type { Customer } from '#shared/customer/customer.ts';
import type { PageId } from '#shared/portals/page.ts';
import { findPage, pageSettings } from '#shared/portals/listing.ts';
import type { AppState } from '../../ui/app-store.ts';

/** The page that was opened last for a customer, where Enter repeats it and there still is such a page. */
export function lastPage(
  state: Pick<AppState, 'usage' | 'status'> | null,
  customer: Customer,
): PageId | undefined {
  const page = state?.usage.pages?.[customer.tenantId];
  if (page === undefined || state?.status.settings.repeatDestination !== true) return undefined;
  return findPage(page, pageSettings(state.status), customer) === undefined ? undefined : page;
}
