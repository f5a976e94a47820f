import type { Customer } from '../customer/customer.ts';
import type { Status } from '../status/status.ts';
import type { Usage } from '../status/usage.ts';
import type { PageId } from './page.ts';
import { findPage, pageSettings } from './pages.ts';

/** The page that was opened last for a customer, where Enter repeats it and there still is such a page. */
export function lastPage(
  state: { readonly usage: Usage; readonly status: Pick<Status, 'settings' | 'teamHunts'> } | null,
  customer: Customer,
): PageId | undefined {
  const page = state?.usage.pages?.[customer.tenantId];
  if (page === undefined || state?.status.settings.repeatDestination !== true) return undefined;
  return findPage(page, pageSettings(state.status), customer) === undefined ? undefined : page;
}
