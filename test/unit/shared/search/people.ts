import type { Customer } from '#shared/customer/customer.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { noUsage, type Usage } from '#shared/status/usage.ts';

/** The n-th made-up tenant id. */
export function id(n: number): TenantId {
  return `${n.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000` as TenantId;
}

export function customer(n: number, name: string, more: Partial<Customer> = {}): Customer {
  const bare = {
    domains: [],
    aliases: [],
    tags: [],
    favourite: false,
    hidden: false,
    access: ['list' as const],
    accountIds: [],
  };
  return { tenantId: id(n), name, ...bare, ...more };
}

/** Customers with ids 1, 2, 3 ... in the order of the names. */
export function named(...names: string[]): Customer[] {
  return names.map((name, i) => customer(i + 1, name));
}

/** The names found in a list, best first. */
export function found(list: readonly Customer[], query: string, usage: Usage = noUsage): string[] {
  return search(new SearchIndex(list), query, usage, 0).map((hit) => hit.customer.name);
}
