import { domainsOf } from '../../customer-domains.ts';
import type { Customer } from '../../customer.ts';
import type { TenantId } from '../../tenant-id.ts';
import type { CustomerLookup } from './find-customer.ts';

/** Finds customers in one revision of the list. A domain is looked for only where a text names one. */
export function lookupIn(customers: ReadonlyMap<TenantId, Customer>): CustomerLookup {
  return {
    byId: (tenantId) => customers.get(tenantId),
    byDomain: (domain) => [...customers.values()].filter((customer) => domainsOf(customer).includes(domain)),
  };
}
