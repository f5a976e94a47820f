import type { AccessKind, Customer } from '../customer/customer.ts';
import { fillQuery } from '../hunts/fill-query.ts';
import { problem, type Problem } from '../problems/problem.ts';
import { err, type Result } from '../problems/result.ts';
import { buildUrl, hostTemplate } from './build-url.ts';
import type { Destination } from './destination.ts';
import type { PortalCloud } from './hosts.ts';
import { nameValue } from './names.ts';
import { openableHosts } from './openable-hosts.ts';

/** What decides, besides the customer, whether a page can be opened. */
export interface PortalGround {
  readonly cloud: PortalCloud;
  /** Hosts that the user has confirmed. */
  readonly portalHosts: readonly string[];
}

/**
 * The address that opens a page for a customer, or why there is none.
 * Errors: those of `buildUrl`; `destination-own-tenant` for a page that shows what the analyst's own account reaches,
 * asked for a customer; `destination-access` when the customer is known to be reached in other ways than the page needs;
 * `host-unconfirmed` when its host is neither a portal's nor confirmed. Those of `fillQuery` for a hunt, whose query is not
 * in the address yet.
 */
export function addressFor(
  destination: Destination,
  customer: Customer,
  { cloud, portalHosts }: PortalGround,
): Result<string, Problem> {
  const named = { destination: nameValue(destination), customer: customer.name };
  if (destination.tenant === 'own' && !customer.access.includes('own'))
    return err(problem('destination-own-tenant', { destination: named.destination }));
  const needed = destination.access;
  if (needed !== undefined && knowsAccess(customer) && !needed.some((kind) => customer.access.includes(kind)))
    return err(problem('destination-access', named));
  const template = hostTemplate(destination, cloud);
  if ('name' in destination.host && !openableHosts(portalHosts, customer).includes(template ?? ''))
    return err(problem('host-unconfirmed', { host: destination.host.name }));
  if (destination.hunting !== undefined) {
    const query = fillQuery(destination.hunting, customer, named.destination);
    if (!query.ok) return query;
  }
  return buildUrl(destination, customer, cloud);
}

/** A list and a contract prove no access, so they rule none out. */
function knowsAccess({ access }: Pick<Customer, 'access'>): boolean {
  const proving: readonly AccessKind[] = ['own', 'member', 'gdap'];
  return access.some((kind) => proving.includes(kind));
}
