import type { Customer } from '../../shared/customer.ts';
import { findCustomer, type LinkTarget } from '../../shared/portals/links/find-customer.ts';
import { findLinks } from '../../shared/portals/links/find-links.ts';
import { addressFor } from '../../shared/portals/availability.ts';
import { catalogue } from '../../shared/portals/catalogue.ts';
import { isCatalogueId, type CatalogueId } from '../../shared/portals/catalogue-ids.ts';
import { looksLikeLink, type PortalLink } from '../../shared/portals/links/read-link.ts';
import { readText } from '../../shared/portals/links/read-text.ts';
import { isTidegateLink, readTidegateLink } from '../../shared/portals/links/tidegate-link.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { SearchIndex } from '../../shared/search/index.ts';
import type { TenantId } from '../../shared/tenant-id.ts';
import { longestText } from '../ui/short-reference.ts';
import type { Portals } from './portals.ts';
import { readIndicators } from '../../shared/portals/indicators/read-indicators.ts';
import type { Indicator } from '../../shared/portals/indicators/indicator.ts';
import { refang } from '../../shared/portals/indicators/refang.ts';
import type { Row } from './results.ts';
import type { RowTarget } from './row-target.ts';

/** True for a query with a link in it: then nothing that merely resembles its letters is of use. */
export function holdsLink(query: string): boolean {
  return looksLikeLink(query) || findLinks(query).length > 0;
}

/** Whom a pasted link means, and what of that customer's it opens: a link, or a page of the catalogue. */
interface QueryTarget extends LinkTarget {
  readonly page?: CatalogueId;
}

export function readQueryLink(
  query: string,
  { portalHosts, lookup }: Pick<Portals, 'portalHosts' | 'lookup'>,
): Result<QueryTarget, Problem> {
  if (isTidegateLink(query)) return readOwnLink(query.trim(), { portalHosts, lookup });
  const reading = readText(query, portalHosts);
  return reading.ok ? findCustomer(reading.value, lookup) : reading;
}

/** A link of Tidegate's own: a page of the tenant it names, or a portal link of that very tenant. */
function readOwnLink(
  query: string,
  { portalHosts, lookup }: Pick<Portals, 'portalHosts' | 'lookup'>,
): Result<QueryTarget, Problem> {
  const read = readTidegateLink(query, portalHosts);
  if (!read.ok) return read;
  if (read.value.kind === 'openLink') {
    const { shown, text } = read.value;
    const target = readQueryLink(text, { portalHosts, lookup });
    if (!target.ok || target.value.customer.tenantId === shown) return target;
    return err(problem('link-ambiguous', { text: query.slice(0, 80) }));
  }
  const { destination, tenantId } = read.value;
  const customer = lookup.byId(tenantId);
  if (customer === undefined) return err(problem('customer-unknown', { tenantId }));
  return ok({
    customer,
    link: undefined,
    address: undefined,
    page: isCatalogueId(destination) ? destination : 'defender',
  });
}

/** SECURITY: what pretends to be a portal's link gets the warning, and nothing that would stand in its place. */
export function isDeceiving(query: string, portals: Portals): boolean {
  const target = readQueryLink(query, portals);
  // Who defangs a link says that it is no portal's.
  if (target.ok || refang(query) !== query) return false;
  // A customer's tenant in a link to somewhere else: it means to be taken for a portal's.
  const ids = query.match(guids) ?? [];
  return (
    isTidegateLink(query) ||
    deceiving.has(target.error.kind) ||
    ids.some((id) => portals.customers.has(id.toLowerCase() as TenantId))
  );
}

const guids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const deceiving: ReadonlySet<Problem['kind']> = new Set(['link-disguised', 'link-look-alike']);

/** The one row that opens a pasted link in its customer, or none. */
export function linkRows(index: SearchIndex, query: string, portals: Portals): readonly Row[] {
  const target = readQueryLink(query, portals);
  if (!target.ok) return [];
  const { customer, link, page } = target.value;
  const leadsTo = link === undefined ? page && pageTarget(page, customer, portals) : linkTarget(link);
  if (leadsTo === undefined) return [];
  const domain = customer.defaultDomain ?? customer.domains[0] ?? customer.tenantId;
  return [
    {
      customer,
      name: { text: customer.name, ranges: [] },
      detail: { text: domain, ranges: [] },
      tellApart: index.isLookAlike(customer.tenantId),
      sign: 'named',
      target: leadsTo,
    },
  ];
}

function linkTarget({ source, unwrapped, url }: PortalLink): RowTarget {
  const { hostname: host, pathname } = url;
  return { kind: 'link', text: source, place: pathname === '/' ? host : host + pathname, unwrapped };
}

function pageTarget(page: CatalogueId, customer: Customer, portals: Portals): RowTarget {
  const destination = catalogue[page];
  const address = addressFor(destination, customer, portals);
  return { kind: 'page', destination, obstacle: address.ok ? null : address.error };
}

/** What the input shows of a text of several lines: the link in it, or its tenant id, or all of it in one line. */
export function pastedQuery(text: string): string {
  const reading = readText(text);
  const names = reading.ok
    ? new Set(reading.value.links.flatMap((link) => link.names).flatMap(idOf))
    : new Set();
  const [link] = reading.ok ? reading.value.links : [];
  if (link !== undefined && names.size < 2) return link.source;
  const [id, ...others] = reading.ok ? reading.value.ids : [];
  if (id !== undefined && others.length === 0) return id;
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= longestText) return line;
  const indicators = readIndicators(text).indicators.map(inWords).join(' ');
  return (indicators === '' ? line : indicators).slice(0, longestText);
}

/** A number alone is no incident's. */
function inWords({ kind, value }: Indicator): string {
  return kind === 'incident' ? `#${value}` : value;
}

function idOf(name: { readonly kind: string; readonly tenantId?: string }): string[] {
  return name.tenantId === undefined ? [] : [name.tenantId];
}
