import type { ObservedCustomer } from '#shared/customer/customer.ts';

/** A tenant that a listing names twice: the later row counts, and what it leaves blank the earlier one still says. */
export function laterOver(earlier: ObservedCustomer | undefined, later: ObservedCustomer): ObservedCustomer {
  if (earlier === undefined) return later;
  return { ...earlier, ...later, domains: later.domains.length > 0 ? later.domains : earlier.domains };
}
