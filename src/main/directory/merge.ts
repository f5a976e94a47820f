import {
  accessKinds,
  sourceIds,
  type AccessKind,
  type Annotation,
  type Customer,
  type Observation,
  type ObservedCustomer,
} from '../../shared/customer.ts';
import type { TenantId } from '../../shared/tenant-id.ts';

export type Annotations = ReadonlyMap<TenantId, Annotation>;
export type Customers = ReadonlyMap<TenantId, Customer>;

/**
 * Every customer that is observed, merged on the tenant id: a pure function of what is on disk.
 * The name: the user's own, else that of the first source in the order of `sourceIds`, else the default domain, else any
 * domain, else the tenant id; between two observations of one source, the newer one's. Every domain (the default one
 * first), access kind and account is kept. The tenants in `ownTenantIds` are marked `own` whoever lists them. What a
 * source lists no longer counts as little as it can: see `lastListed` and `ends`.
 */
export function mergeCustomers(
  observations: Iterable<Observation>,
  annotations: Annotations,
  ownTenantIds: ReadonlySet<TenantId>,
): Customers {
  const sightings = new Map<TenantId, Sighting[]>();
  for (const observation of [...observations].sort(byTrust))
    for (const customer of observation.customers) {
      const sighting = { customer, accountId: observation.accountId };
      const others = sightings.get(customer.tenantId);
      if (others === undefined) sightings.set(customer.tenantId, [sighting]);
      else others.push(sighting);
    }
  const customers = new Map<TenantId, Customer>();
  for (const [tenantId, seen] of sightings)
    customers.set(
      tenantId,
      merge(tenantId, seen, annotations.get(tenantId) ?? {}, ownTenantIds.has(tenantId)),
    );
  return customers;
}

interface Sighting {
  readonly customer: ObservedCustomer;
  readonly accountId: string | undefined;
}

function byTrust(one: Observation, other: Observation): number {
  return (
    sourceIds.indexOf(one.source) - sourceIds.indexOf(other.source) ||
    compare(other.at, one.at) ||
    compare(one.accountId ?? '', other.accountId ?? '')
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function merge(
  tenantId: TenantId,
  seen: readonly Sighting[],
  annotation: Annotation,
  own: boolean,
): Customer {
  const access = new Set<AccessKind>(own ? ['own'] : []);
  const domains = new Set<string>();
  const accountIds = new Set<string>();
  let name = annotation.name;
  let defaultDomain: string | undefined;
  for (const { customer, accountId } of seen) {
    name ??= customer.name;
    defaultDomain ??= customer.defaultDomain;
    access.add(customer.access);
    if (accountId !== undefined) accountIds.add(accountId);
  }
  if (defaultDomain !== undefined) domains.add(defaultDomain);
  for (const { customer } of seen) {
    if (customer.defaultDomain !== undefined) domains.add(customer.defaultDomain);
    for (const domain of customer.domains) domains.add(domain);
  }
  const all = [...domains];
  // A list and a contract prove no access, so they cannot outlast one.
  const ends = latest(
    seen.filter(({ customer }) => provesAccess.has(customer.access)).map(({ customer }) => customer.ends),
  );
  const lastListed = latest(seen.map(({ customer }) => customer.lastListed));
  return {
    ...annotation,
    tenantId,
    name: name ?? all[0] ?? tenantId,
    ...(defaultDomain !== undefined && { defaultDomain }),
    domains: all,
    aliases: annotation.aliases ?? [],
    tags: annotation.tags ?? [],
    favourite: annotation.favourite ?? false,
    hidden: annotation.hidden ?? false,
    access: accessKinds.filter((kind) => access.has(kind)),
    accountIds: [...accountIds],
    ...(ends !== undefined && { ends }),
    ...(lastListed !== undefined && { lastListed }),
  };
}

const provesAccess: ReadonlySet<AccessKind> = new Set(['own', 'member', 'gdap']);

/** The latest of these times; nothing when there is none, or when one of them never comes. */
function latest(times: readonly (string | undefined)[]): string | undefined {
  return times.includes(undefined)
    ? undefined
    : times.reduce((one, other) => (compare(one ?? '', other ?? '') < 0 ? other : one), times[0]);
}
