import type { Annotation, ObservedCustomer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

/** What the user's list says of one customer, and what the user wrote about it. */
export interface Written {
  readonly listed: ObservedCustomer | undefined;
  readonly annotation: Annotation | undefined;
}

/** What an import makes of one customer; only as long as `before` is still what there is. */
export interface ImportStep {
  readonly tenantId: TenantId;
  readonly before: Written;
  readonly after: { readonly listed: ObservedCustomer; readonly annotation: Annotation };
}
