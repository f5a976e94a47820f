import {
  accessKinds,
  provingKinds,
  type AccessKind,
  type Annotation,
  type Customer,
  type Observation,
  type ObservedCustomer,
} from '#shared/customer/customer.ts';
import { unitedRoles } from '#shared/customer/security-role.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { ObservationIndex, type TenantObservation } from './observation-index.ts';

export type Annotations = ReadonlyMap<TenantId, Annotation>;
export type Customers = ReadonlyMap<TenantId, Customer>;

/** The tenants that are the MSSP's own. */
export interface OwnTenants {
  /** The home tenants of the accounts that are signed in. */
  readonly homes: ReadonlySet<TenantId>;
  /** The one that the user named: it is on the list also when nothing lists it. */
  readonly named: TenantId | null;
}

export const noOwnTenants: OwnTenants = { homes: new Set(), named: null };

/** Every customer that is observed, merged on the tenant id: a pure function of what is on disk. */
export function mergeCustomers(
  observations: Iterable<Observation>,
  annotations: Annotations,
  own: OwnTenants,
): Customers {
  const observationIndex = new ObservationIndex();
  for (const observation of observations) observationIndex.replace(observation);
  return mergeInto(new Map(), tenantIdsIn(observationIndex, own), observationIndex, annotations, own);
}

/**
 * The customers with these tenants merged anew, and all others as they were: so that a page of a listing costs what
 * the page holds, not what the list holds.
 */
export function mergeInto(
  customers: Customers,
  tenantIds: Iterable<TenantId>,
  observationIndex: ObservationIndex,
  annotations: Annotations,
  own: OwnTenants,
): Customers {
  const merged = new Map(customers);
  for (const tenantId of tenantIds) {
    const customer = mergeTenant(tenantId, observationIndex, annotations, own);
    if (customer === undefined) merged.delete(tenantId);
    else merged.set(tenantId, customer);
  }
  return merged;
}

/** Every tenant that is on the list. */
export function tenantIdsIn(
  observationIndex: ObservationIndex,
  { named }: OwnTenants,
): ReadonlySet<TenantId> {
  const listed = observationIndex.tenantIds();
  return named === null ? listed : new Set([...listed, named]);
}

/** The customer with this tenant; nothing when it is neither observed nor named as the own one. */
export function mergeTenant(
  tenantId: TenantId,
  observationIndex: ObservationIndex,
  annotations: Annotations,
  own: OwnTenants,
): Customer | undefined {
  const isNamed = tenantId === own.named;
  const listed = observationIndex.of(tenantId);
  const seen = listed.length === 0 && isNamed ? [namedAlone(tenantId)] : listed;
  if (seen.length === 0) return undefined;
  return mergeCustomer(
    tenantId,
    seen,
    annotations.get(tenantId),
    isNamed || isTakenAsOwn(tenantId, seen, own),
  );
}

/**
 * Whether a tenant that nobody named is the MSSP's own. SECURITY: an own tenant may stand beside a customer's in any text. A customer in
 * which the analyst has an account is a home as well: where another account reaches it as a customer, it is one.
 */
function isTakenAsOwn(tenantId: TenantId, seen: readonly TenantObservation[], own: OwnTenants): boolean {
  const isHome = own.homes.has(tenantId) || seen.some(({ customer }) => customer.access === 'own');
  return isHome && !seen.some((each) => isReached(each, tenantId));
}

const reaching: ReadonlySet<AccessKind> = new Set(['member', 'gdap', 'governance']);

/** Reached by an account that is at home elsewhere: an account's id ends with its home tenant. */
function isReached({ accountId, customer }: TenantObservation, tenantId: TenantId): boolean {
  return accountId !== undefined && !accountId.endsWith(`.${tenantId}`) && reaching.has(customer.access);
}

/** What is known of an own tenant by its id alone. */
function namedAlone(tenantId: TenantId): TenantObservation {
  return { customer: { tenantId, domains: none, access: 'own' }, accountId: undefined };
}

/**
 * One customer from all that is seen of it, the word that counts most first. The name: the user's own, else that of the
 * first source in the order of `sourceIds`, else the default domain, else any domain, else the tenant id; between two
 * observations of one source, the newer one's. Every domain (the default one first), access kind and account is kept.
 * A tenant that is `own` is marked so whoever lists it. What a source lists no longer gives a name only where nothing
 * else does, and proves an access only while no source lists the customer any more. The security roles that GDAP brings are those of all its relationships.
 */
function mergeCustomer(
  tenantId: TenantId,
  seen: readonly TenantObservation[],
  annotation: Annotation | undefined,
  own: boolean,
): Customer {
  const [only] = seen;
  if (only !== undefined && seen.length === 1) return mergeOne(tenantId, only, annotation, own);
  const present = seen.filter(({ customer }) => customer.lastListed === undefined);
  const telling = present.length > 0 ? present : seen;
  const byWord = [...present, ...seen.filter(({ customer }) => customer.lastListed !== undefined)];
  const access = new Set<AccessKind>(own ? ['own'] : []);
  const accountIds = new Set<string>();
  for (const { customer, accountId } of telling) {
    access.add(kindOf(customer, own));
    if (accountId !== undefined) accountIds.add(accountId);
  }
  const name = annotation?.name ?? firstOf(byWord, ({ customer }) => customer.name);
  const defaultDomain = firstOf(byWord, ({ customer }) => customer.defaultDomain);
  const domains = new Set(defaultDomain === undefined ? [] : [defaultDomain]);
  for (const { customer } of byWord) {
    if (customer.defaultDomain !== undefined) domains.add(customer.defaultDomain);
    for (const domain of customer.domains) domains.add(domain);
  }
  const all = [...domains];
  const lastListed = present.length > 0 ? undefined : latest(seen.map(({ customer }) => customer.lastListed));
  return {
    ...writtenAbout(annotation ?? {}),
    tenantId,
    name: name ?? all[0] ?? tenantId,
    ...(defaultDomain !== undefined && { defaultDomain }),
    domains: all,
    access: accessKinds.filter((kind) => access.has(kind)),
    accountIds: [...accountIds],
    ...termsOf(telling),
    ...(lastListed !== undefined && { lastListed }),
  };
}

/** Whoever is at home in a tenant is its member, also where that is not the MSSP's own. */
function kindOf({ access }: ObservedCustomer, own: boolean): AccessKind {
  return access === 'own' && !own ? 'member' : access;
}

/**
 * The same for a customer that is seen once, as most are, and put together member by member, without spreading: a start
 * with 10,000 customers waits for this.
 */
function mergeOne(
  tenantId: TenantId,
  { customer, accountId }: TenantObservation,
  annotation: Annotation | undefined,
  own: boolean,
): Customer {
  const { defaultDomain, ends, lastListed, name, securityRoles } = customer;
  const access = kindOf(customer, own);
  const domains = domainsOf(customer);
  const merged: { -readonly [K in keyof Customer]: Customer[K] } = {
    tenantId,
    name: annotation?.name ?? name ?? domains[0] ?? tenantId,
    domains,
    aliases: none,
    tags: none,
    favourite: false,
    hidden: false,
    access: own && access !== 'own' ? ['own', access] : [access],
    accountIds: accountId === undefined ? none : [accountId],
  };
  if (defaultDomain !== undefined) merged.defaultDomain = defaultDomain;
  if (ends !== undefined && provingKinds.has(access)) merged.ends = ends;
  if (securityRoles !== undefined) merged.securityRoles = securityRoles;
  if (lastListed !== undefined) merged.lastListed = lastListed;
  return annotation === undefined ? merged : Object.assign(merged, writtenAbout(annotation));
}

/** How long an access lasts, and what it opens. */
function termsOf(telling: readonly TenantObservation[]): Pick<Customer, 'ends' | 'securityRoles'> {
  // A list and a contract prove no access, so they cannot outlast one.
  const proving = telling.filter(({ customer }) => provingKinds.has(customer.access));
  const ends = latest(proving.map(({ customer }) => customer.ends));
  const delegated = telling.filter(({ customer }) => customer.access === 'gdap');
  const roles = unitedRoles(delegated.map(({ customer }) => customer.securityRoles));
  return { ...(ends !== undefined && { ends }), ...(roles !== undefined && { securityRoles: roles }) };
}

const none: readonly never[] = [];

/** Every domain once, the default one first. */
function domainsOf({ defaultDomain, domains }: ObservedCustomer): readonly string[] {
  const [first, ...more] = domains;
  if (more.length === 0 && (defaultDomain === undefined || defaultDomain === first)) return domains;
  return [...new Set(defaultDomain === undefined ? domains : [defaultDomain, ...domains])];
}

/** What the user wrote, as a customer has it. */
function writtenAbout({ name, ...annotation }: Annotation) {
  return {
    ...annotation,
    ...(name !== undefined && { ownName: name }),
    aliases: annotation.aliases ?? [],
    tags: annotation.tags ?? [],
    favourite: annotation.favourite ?? false,
    hidden: annotation.hidden ?? false,
  };
}

/** The first of the values that there is. */
function firstOf<T>(
  reported: readonly TenantObservation[],
  value: (observation: TenantObservation) => T | undefined,
): T | undefined {
  for (const observation of reported) {
    const found = value(observation);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The latest of these times; nothing when there is none, or when one of them never comes. */
function latest(times: readonly (string | undefined)[]): string | undefined {
  return times.includes(undefined)
    ? undefined
    : times.reduce((one, other) => ((one ?? '') < (other ?? '') ? other : one), times[0]);
}
