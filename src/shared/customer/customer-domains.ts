import type { Customer } from './customer.ts';

/** Every domain of a customer: in the order of its list, and before it the default one where the list leaves that out. */
export function domainsOf({
  defaultDomain,
  domains,
}: Pick<Customer, 'defaultDomain' | 'domains'>): readonly string[] {
  return defaultDomain === undefined || domains.includes(defaultDomain)
    ? domains
    : [defaultDomain, ...domains];
}
