import type { Customer } from '../customer/customer.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/** A change of the customer list from one revision to the next; `reset` replaces all that was there. */
export interface ListDelta {
  readonly revision: number;
  readonly reset: boolean;
  /** `upsert` stands from A to Z, as search/order has it: a window need not sort it. */
  readonly ordered?: boolean;
  readonly upsert: readonly Customer[];
  readonly remove: readonly TenantId[];
}
