import { domainsOf } from '../../customer/customer-domains.ts';
import type { Customer } from '../../customer/customer.ts';
import type { TenantId } from '../../tenant/tenant-id.ts';
import type { CustomerLookup } from './find-customer.ts';

/** Finds customers in one revision of the list. Domains are gone through once, and only where a text names one. */
export function lookupIn(customers: ReadonlyMap<TenantId, Customer>): CustomerLookup {
  let owners: ReadonlyMap<string, readonly Customer[]> | undefined;
  return {
    byId: (tenantId) => customers.get(tenantId),
    byDomain: (domain) => (owners ??= ownersIn(customers)).get(domain) ?? [],
  };
}

function ownersIn(customers: ReadonlyMap<TenantId, Customer>): ReadonlyMap<string, readonly Customer[]> {
  const owners = new Map<string, Customer[]>();
  for (const customer of customers.values())
    for (const domain of new Set(domainsOf(customer))) {
      const known = owners.get(domain);
      if (known === undefined) owners.set(domain, [customer]);
      else known.push(customer);
    }
  return owners;
}
