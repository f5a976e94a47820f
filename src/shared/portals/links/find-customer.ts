import type { Customer } from '../../customer/customer.ts';
import { problem, type Problem } from '../../problems/problem.ts';
import { err, ok, type Result } from '../../problems/result.ts';
import type { TenantId } from '../../tenant/tenant-id.ts';
import type { TenantReference } from '../../tenant/tenant-reference.ts';
import { portalOf, type PortalId } from '../hosts.ts';
import type { PortalLink } from './read-link.ts';
import { scopeLink } from './scope-link.ts';
import type { TextReading } from './read-text.ts';

/** The customers of one revision of the list. */
export interface CustomerLookup {
  byId(tenantId: TenantId): Customer | undefined;
  /** Everybody who claims this domain. */
  byDomain(domain: string): readonly Customer[];
}

export interface LinkTarget {
  readonly customer: Customer;
  /** The link to open; absent when the text names the tenant by its id alone. */
  readonly link: PortalLink | undefined;
  /** The address that opens that link in the customer's tenant. */
  readonly address: string | undefined;
}

/**
 * The one customer that a text means.
 * Errors: `link-ambiguous` when it names another tenant too, listed or not; `domain-consumer` when it names that of
 * personal accounts; `customer-unknown`, `domain-unlisted` when
 * the tenant is not on the list; `domain-shared` when two customers claim the domain in the link; those of
 * `scopeLink`.
 */
export function findCustomer(reading: TextReading, lookup: CustomerLookup): Result<LinkTarget, Problem> {
  if (reading.links.length === 0) return byIds(reading, lookup);
  const links = withoutOwnRooms(reading.links, lookup);
  const consumer = links.find((link) => link.consumer !== undefined)?.consumer;
  if (consumer !== undefined) return err(problem('domain-consumer', { domain: consumer }));
  const names = links.flatMap((link) => link.names);
  const customer = named(names, lookup);
  if (!customer.ok) return customer;
  const { tenantId } = customer.value;
  // The link names one tenant and the text around it the id of another: it may mean either.
  const other = reading.ids.find((id) => id !== tenantId && !isOwn(lookup.byId(id)));
  if (other !== undefined) return err(ambiguous([tenantId, other].join(', ')));
  // The first that is this customer's beyond doubt; a domain that nobody has may be anybody's.
  const mine = (link: PortalLink): boolean => {
    const found = named(link.names, lookup);
    return found.ok && found.value === customer.value;
  };
  const link = links.find(mine) ?? links[0];
  // SECURITY: which of those who claim a domain the portal shows, no id beside it decides.
  const shared = link?.names.find(
    (name) => name.kind === 'domain' && lookup.byDomain(name.domain).length > 1,
  );
  if (shared?.kind === 'domain') return err(problem('domain-shared', { domain: shared.domain }));
  const address = link === undefined ? undefined : scopeLink(link, customer.value);
  if (address?.ok === false) return address;
  return ok({ customer: customer.value, link, address: address?.value });
}

/**
 * Where people meet and keep their papers: a runbook or a meeting of the MSSP's own, or of a personal account, says
 * nothing of the customer.
 */
const rooms: ReadonlySet<PortalId> = new Set(['sharePoint', 'oneDrive', 'teams']);

function withoutOwnRooms(links: readonly PortalLink[], lookup: CustomerLookup): readonly PortalLink[] {
  const others = links.filter(({ consumer, names, url }) => {
    const id = portalOf(url.hostname)?.id;
    if (id === undefined || !rooms.has(id)) return true;
    const found = named(names, lookup);
    return consumer === undefined && !(found.ok && isOwn(found.value));
  });
  return others.length > 0 ? others : links;
}

function isOwn(customer: Customer | undefined): boolean {
  return customer?.access.includes('own') === true;
}

/**
 * Several ids in a text that nobody has called a tenant's are mostly those of incidents and devices. SECURITY: of those
 * that are called so, one that nobody has is another tenant. The MSSP's own stands beside a customer's in every sign-in.
 */
function byIds(reading: TextReading, lookup: CustomerLookup): Result<LinkTarget, Problem> {
  const others = reading.ids.filter((id) => !isOwn(lookup.byId(id)));
  const ids = others.length > 0 ? others : reading.ids;
  if (reading.areCalled && ids.length > 1) return err(ambiguous(ids.join(', ')));
  // The MSSP's own alone: a customer's id beside it, in words that are not understood, may be the one that is meant.
  const also = others.length > 0 ? [] : reading.others.filter((id) => lookup.byId(id) !== undefined);
  if (also.some((id) => !isOwn(lookup.byId(id)))) return err(ambiguous([...ids, ...also].join(', ')));
  return amongIds(ids, lookup);
}

function amongIds(ids: readonly TenantId[], lookup: CustomerLookup): Result<LinkTarget, Problem> {
  const known = ids.flatMap((id) => lookup.byId(id) ?? []);
  const [only, ...others] = known;
  if (others.length > 0) return err(ambiguous(ids.join(', ')));
  if (only !== undefined) return ok({ customer: only, link: undefined, address: undefined });
  const [id, ...more] = ids;
  return err(
    id !== undefined && more.length === 0
      ? problem('customer-unknown', { tenantId: id })
      : problem('link-unknown', { text: ids.join(', ').slice(0, 80) }),
  );
}

/**
 * Everybody on the list whom a text names, each with the first link that is theirs alone: to choose from, where it does
 * not mean one of them. The MSSP's own tenant is not among them.
 */
export function customersIn(reading: TextReading, lookup: CustomerLookup): readonly LinkTarget[] {
  const targets = new Map<TenantId, LinkTarget>();
  const name = (customer: Customer | undefined): void => {
    if (customer !== undefined && !isOwn(customer) && !targets.has(customer.tenantId))
      targets.set(customer.tenantId, { customer, link: undefined, address: undefined });
  };
  for (const link of reading.links) {
    for (const each of link.names)
      if (each.kind === 'tenant') name(lookup.byId(each.tenantId));
      else lookup.byDomain(each.domain).forEach(name);
    const owner = named(link.names, lookup);
    const target = owner.ok ? targets.get(owner.value.tenantId) : undefined;
    if (target === undefined || target.link !== undefined || link.consumer !== undefined) continue;
    const address = scopeLink(link, target.customer);
    if (address.ok) targets.set(target.customer.tenantId, { ...target, link, address: address.value });
  }
  for (const id of reading.ids) name(lookup.byId(id));
  return [...targets.values()];
}

/** The customer that all these names can mean. */
function named(names: readonly TenantReference[], lookup: CustomerLookup): Result<Customer, Problem> {
  const ids = [...new Set(names.flatMap((name) => (name.kind === 'tenant' ? [name.tenantId] : [])))];
  const domains = [...new Set(names.flatMap((name) => (name.kind === 'domain' ? [name.domain] : [])))];
  const [id, ...otherIds] = ids;
  if (otherIds.length > 0) return err(ambiguous(ids.join(', ')));
  const claims = domains.map((domain) => lookup.byDomain(domain)).filter((claim) => claim.length > 0);
  if (id !== undefined) {
    const agrees = claims.every((claim) => claim.some(({ tenantId }) => tenantId === id));
    if (!agrees) return err(ambiguous([id, ...domains].join(', ')));
    const customer = lookup.byId(id);
    return customer === undefined ? err(problem('customer-unknown', { tenantId: id })) : ok(customer);
  }
  const [first, ...rest] = claims;
  if (first === undefined) return err(problem('domain-unlisted', { domain: domains[0] ?? '' }));
  const common = first.filter(({ tenantId }) =>
    rest.every((claim) => claim.some((each) => each.tenantId === tenantId)),
  );
  const [customer, ...others] = common;
  if (customer === undefined) return err(ambiguous(domains.join(', ')));
  return others.length > 0 ? err(problem('domain-shared', { domain: domains[0] ?? '' })) : ok(customer);
}

const ambiguous = (text: string): Problem => problem('link-ambiguous', { text: text.slice(0, 80) });
