import type { Observation, ObservedCustomer } from '#shared/customer/customer.ts';

/**
 * What a whole listing makes of the one before: customers that are no longer listed stay, each with the time of the
 * last listing that had it; one that is listed again is as it is listed now.
 */
export function carryOver(
  before: Observation | undefined,
  listed: ReadonlyMap<ObservedCustomer['tenantId'], ObservedCustomer>,
): readonly ObservedCustomer[] {
  if (before === undefined) return [...listed.values()];
  const gone = before.customers.filter(({ tenantId }) => !listed.has(tenantId));
  return [
    ...listed.values(),
    ...gone.map((customer) => ({ ...customer, lastListed: customer.lastListed ?? before.at })),
  ];
}

/** A tenant that a listing names twice: the later row counts, and what it leaves blank the earlier one still says. */
export function laterOver(earlier: ObservedCustomer | undefined, later: ObservedCustomer): ObservedCustomer {
  if (earlier === undefined) return later;
  return { ...earlier, ...later, domains: later.domains.length > 0 ? later.domains : earlier.domains };
}
