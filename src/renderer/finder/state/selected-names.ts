import { identityDetail } from '#shared/customer/customer-identity.ts';
import type { AppState } from '../../ui/app-store.ts';
import type { Translate } from '#shared/locales/messages.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { CustomerSelection } from './selection.ts';

/** One of the customers that are selected, in words. */
export interface SelectedName {
  readonly tenantId: TenantId;
  readonly name: string;
  /** What tells it from those that look like it. */
  readonly detail: string;
}

/** Who is selected, in the order in which they open. One that has left the list meanwhile is still there, by its id. */
export function selectedNames(
  selection: CustomerSelection,
  customers: AppState['customers'],
  t: Translate,
): SelectedName[] {
  return selection.map((tenantId) => {
    const customer = customers.get(tenantId);
    if (customer === undefined) return { tenantId, name: tenantId, detail: '' };
    return { tenantId, name: customer.name, detail: identityDetail(t, customer) };
  });
}
