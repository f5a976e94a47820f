import { findCustomer, type LinkTarget } from '../../shared/portals/links/find-customer.ts';
import { findLinks } from '../../shared/portals/links/find-links.ts';
import { looksLikeLink } from '../../shared/portals/links/read-link.ts';
import { readText } from '../../shared/portals/links/read-text.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { SearchIndex } from '../../shared/search/index.ts';
import { longestText } from '../ui/short-reference.ts';
import type { Portals } from './portals.ts';
import type { Row } from './results.ts';

/** True for a query with a link in it: then nothing that merely resembles its letters is of use. */
export function holdsLink(query: string): boolean {
  return looksLikeLink(query) || findLinks(query).length > 0;
}

export function readQueryLink(
  query: string,
  { portalHosts, lookup }: Pick<Portals, 'portalHosts' | 'lookup'>,
): Result<LinkTarget, Problem> {
  const reading = readText(query, portalHosts);
  return reading.ok ? findCustomer(reading.value, lookup) : reading;
}

/** The one row that opens a pasted link in its customer, or none. */
export function linkRows(index: SearchIndex, query: string, portals: Portals): readonly Row[] {
  const target = readQueryLink(query, portals);
  if (!target.ok || target.value.link === undefined) return [];
  const { customer, link } = target.value;
  const { hostname: host, pathname } = link.url;
  const domain = customer.defaultDomain ?? customer.domains[0] ?? customer.tenantId;
  return [
    {
      customer,
      name: { text: customer.name, ranges: [] },
      detail: { text: domain, ranges: [] },
      tellApart: index.isLookAlike(customer.tenantId),
      sign: 'named',
      target: {
        kind: 'link',
        text: link.source,
        place: pathname === '/' ? host : host + pathname,
        unwrapped: link.unwrapped,
      },
    },
  ];
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
  return text.trim().replace(/\s+/g, ' ').slice(0, longestText);
}

function idOf(name: { readonly kind: string; readonly tenantId?: string }): string[] {
  return name.tenantId === undefined ? [] : [name.tenantId];
}
