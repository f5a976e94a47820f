import type { Customer } from '#shared/customer/customer.ts';

/** How many customers each account reported, by its MSAL home account id. The MSSP's own tenants are nobody's customers. */
export function reachedBy(customers: Iterable<Customer>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { access, accountIds } of customers) {
    if (access.includes('own')) continue;
    for (const id of accountIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
