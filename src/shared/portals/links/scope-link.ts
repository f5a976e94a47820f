import type { Customer } from '../../customer.ts';
import { domainsOf } from '../../customer-domains.ts';
import { parseDomain } from '../../domain.ts';
import { parseTenantId } from '../../tenant-id.ts';
import { parseHttpsAddress, plainHref } from '../../https-address.ts';
import { decodePercent, parseQuery } from '../../url.ts';
import { portalOf, type Portal } from '../hosts.ts';
import type { PortalLink } from './read-link.ts';

type Scoped = Pick<Customer, 'tenantId' | 'defaultDomain' | 'domains'>;

/**
 * The address that opens a link in its customer's tenant: the link unchanged, but for the tenant in the place where this
 * portal looks for it, when the link names it elsewhere. What stands in that place and is no name of this customer, such
 * as a blank, names nobody: the portal would go by whoever is signed in.
 */
export function scopeLink({ url }: PortalLink, customer: Scoped): string {
  const portal: Portal | undefined = portalOf(url.hostname)?.portal;
  const scope = portal?.scope;
  const copy = parseHttpsAddress(url.href) ?? url;
  if (scope === undefined) return plainHref(copy);
  if (scope !== 'first-segment') {
    copy.search = scopedQuery(copy.search, scope.query, customer);
  } else if (copy.pathname === '/') {
    const [whole, text] = /^#(?:@|%40)([^/?#]*)/.exec(copy.hash) ?? [];
    if (whole === undefined || text === undefined) copy.pathname = `/${customer.tenantId}`;
    else if (!names(decodePercent(text) ?? text, customer))
      copy.hash = `#@${customer.tenantId}${copy.hash.slice(whole.length)}`;
  }
  return plainHref(copy);
}

/** Portals take an id and a domain in these places alike. */
function names(text: string, customer: Scoped): boolean {
  if (parseTenantId(text) === customer.tenantId) return true;
  const domain = parseDomain(text);
  return domain !== undefined && domainsOf(customer).includes(domain);
}

/** The query with the customer's tenant as this parameter, once; every other one is spelt as it was. */
function scopedQuery(search: string, name: string, customer: Scoped): string {
  const parts = search === '' ? [] : search.slice(1).split('&');
  const isScope = (part: string): boolean => parseQuery(part).get(name) !== null;
  const scopes = parts.filter(isScope);
  if (scopes.length > 0 && scopes.every((part) => names(parseQuery(part).get(name) ?? '', customer)))
    return search;
  const scoped = `${name}=${customer.tenantId}`;
  const [first] = scopes;
  if (first === undefined) return `?${[...parts, scoped].join('&')}`;
  const at = parts.indexOf(first);
  return `?${parts.flatMap((part, i) => (i === at ? [scoped] : isScope(part) ? [] : [part])).join('&')}`;
}
