import type { Customer } from '../customer/customer.ts';
import { nobody } from '../customer/nobody.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/**
 * The MSSP's own tenant among the customers, where pages open that no address scopes: the one that the user `named`, else
 * that of a sign-in. Of several accounts the one with the first id: the same one in each window, in whatever order a list
 * comes.
 */
export function ownTenantAmong(
  customers: ReadonlyMap<TenantId, Customer>,
  named: TenantId | null,
): Customer | undefined {
  const byName = named === null ? undefined : customers.get(named);
  if (byName?.access.includes('own') === true) return byName;
  let own: Customer | undefined;
  for (const customer of customers.values())
    if (customer.access.includes('own') && (own === undefined || customer.tenantId < own.tenantId))
      own = customer;
  return own;
}

/** Stands in a row for the own tenant while nobody has said which one that is. It opens nothing: no list holds it. */
export const unnamedOwnTenant: Customer = { ...nobody, access: ['own'] };
