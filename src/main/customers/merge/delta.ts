import type { Customer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { inSlices, type SliceClock } from '../../system/process/in-slices.ts';
import type { Customers } from './merge.ts';

/** What turns one list of customers into another. */
export interface Difference {
  readonly upsert: readonly Customer[];
  readonly remove: readonly TenantId[];
}

export async function differenceOf(
  before: Customers,
  after: Customers,
  clock?: SliceClock,
): Promise<Difference> {
  const upsert: Customer[] = [];
  await inSlices(
    after,
    ([tenantId, customer]) => {
      const old = before.get(tenantId);
      if (old === undefined || !same(old, customer)) upsert.push(customer);
    },
    clock,
  );
  const remove: TenantId[] = [];
  await inSlices(
    before.keys(),
    (tenantId) => {
      if (!after.has(tenantId)) remove.push(tenantId);
    },
    clock,
  );
  return { upsert, remove };
}

/** Plain data compared by content: what a customer is made of. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const members = Object.entries(one);
  return (
    members.length === Object.keys(other).length &&
    members.every(([name, value]) => same(value, (other as Readonly<Record<string, unknown>>)[name]))
  );
}
