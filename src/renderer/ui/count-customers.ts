import type { Customer } from '#shared/customer/customer.ts';

/** How many customers there are, said alike in every window. The own tenant is on the list, and nobody's customer. */
export function countCustomers(customers: ReadonlyMap<unknown, Pick<Customer, 'access'>>): number {
  let count = 0;
  for (const { access } of customers.values()) if (!access.includes('own')) count += 1;
  return count;
}
