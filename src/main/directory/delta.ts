import type { Customer } from '../../shared/customer.ts';
import type { TenantId } from '../../shared/tenant-id.ts';
import type { Customers } from './merge.ts';

/** What turns one list of customers into another. */
export interface Difference {
  readonly upsert: readonly Customer[];
  readonly remove: readonly TenantId[];
}

export function differenceOf(before: Customers, after: Customers): Difference {
  const upsert: Customer[] = [];
  for (const [tenantId, customer] of after) {
    const old = before.get(tenantId);
    if (old === undefined || !same(old, customer)) upsert.push(customer);
  }
  const remove = [...before.keys()].filter((tenantId) => !after.has(tenantId));
  return { upsert, remove };
}

function same(one: Customer, other: Customer): boolean {
  return (
    one === other ||
    (one.name === other.name &&
      one.defaultDomain === other.defaultDomain &&
      one.favourite === other.favourite &&
      sameItems(one.domains, other.domains) &&
      sameItems(one.aliases, other.aliases) &&
      sameItems(one.access, other.access) &&
      sameItems(one.accountIds, other.accountIds))
  );
}

function sameItems(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
