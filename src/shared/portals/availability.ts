import { provingKinds, type Customer } from '../customer/customer.ts';
import { fillQuery } from '../hunts/fill-query.ts';
import { problem, type Problem } from '../problems/problem.ts';
import { err, type Result } from '../problems/result.ts';
import { buildUrl, hostTemplate } from './build-url.ts';
import type { PortalPage } from './page.ts';
import type { PortalCloud } from './hosts.ts';
import { nameValue } from './names.ts';
import { openableHosts } from './openable-hosts.ts';

/** What decides, besides the customer, whether a page can be opened. */
export interface PortalContext {
  readonly cloud: PortalCloud;
  /** Hosts that the user has confirmed. */
  readonly portalHosts: readonly string[];
}

/**
 * The address that opens a page for a customer, or why there is none.
 * Errors: those of `buildUrl`; `page-own-tenant` for a page that shows what the analyst's own account reaches,
 * asked for a customer; `page-access` when the customer is known to be reached in other ways than the page needs;
 * `host-unconfirmed` when its host is neither a portal's nor confirmed. Those of `fillQuery` for a hunt, whose query is not
 * in the address yet.
 */
export function addressFor(
  page: PortalPage,
  customer: Customer,
  { cloud, portalHosts }: PortalContext,
): Result<string, Problem> {
  const named = { page: nameValue(page), customer: customer.name };
  if (page.tenant === 'own' && !customer.access.includes('own'))
    return err(problem('page-own-tenant', { page: named.page }));
  const needed = page.access;
  if (needed !== undefined && knowsAccess(customer) && !needed.some((kind) => customer.access.includes(kind)))
    return err(problem('page-access', named));
  const template = hostTemplate(page, cloud);
  if ('name' in page.host && !openableHosts(portalHosts, customer).includes(template ?? ''))
    return err(problem('host-unconfirmed', { host: page.host.name }));
  if (page.hunting !== undefined) {
    const query = fillQuery(page.hunting, customer, named.page);
    if (!query.ok) return query;
  }
  return buildUrl(page, customer, cloud);
}

/** A list and a contract prove no access, so they rule none out. */
function knowsAccess({ access }: Pick<Customer, 'access'>): boolean {
  return access.some((kind) => provingKinds.has(kind));
}
