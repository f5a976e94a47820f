import type { Customer } from '#shared/customer/customer.ts';
import { addressFor } from '#shared/portals/availability.ts';
import { catalogue } from '#shared/portals/catalogue.ts';
import type { CatalogueId } from '#shared/portals/catalogue-ids.ts';
import { findTarget, type TextTarget } from '#shared/portals/links/find-target.ts';
import type { PortalLink } from '#shared/portals/links/read-link.ts';
import { readText } from '#shared/portals/links/read-text.ts';
import type { SearchIndex } from '#shared/search/index.ts';
import { referenceKey } from '#shared/tenant/tenant-reference.ts';
import type { Portals } from './portals.ts';
import { refang } from '#shared/portals/indicators/refang.ts';
import { isTidegateLink } from '#shared/portals/links/tidegate-link.ts';
import type { ProblemKind } from '#shared/problems/problem.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Row, RowTarget } from './row.ts';
import { guidPattern } from '#shared/text/guid.ts';

type TextPortals = Pick<Portals, 'portalHosts' | 'lookup'>;

let latest:
  { readonly query: string; readonly portals: TextPortals; readonly target: QueryTarget } | undefined;
type QueryTarget = ReturnType<typeof findTarget>;

/** The customer that a pasted text means. Kept, because each search asks again while the text stands there. */
export function readQueryText(query: string, portals: TextPortals): QueryTarget {
  if (latest?.query !== query || latest.portals !== portals)
    latest = { query, portals, target: findTarget(query, portals) };
  return latest.target;
}

/** The one row that opens what a text means; where it names several customers one for each, of which none is chosen. */
export function textRows(index: SearchIndex, query: string, portals: Portals): readonly Row[] {
  const target = readQueryText(query, portals);
  return target.ok
    ? [rowOf(index, target.value, 'named', portals)]
    : target.error.candidates.map((each) => rowOf(index, each, 'candidate', portals));
}

/**
 * SECURITY: true where a text with links names nobody, so that what else it says may be looked up. What pretends to be
 * a portal's link, or means a tenant that is not listed, gets its refusal, and nothing that would stand in its place.
 */
export function namesNobody(query: string, portals: Portals): boolean {
  const target = readQueryText(query, portals);
  const ids = query.match(guids) ?? [];
  // A customer's tenant in a link to somewhere else: it means to be taken for a portal's.
  if (
    target.ok ||
    isTidegateLink(query) ||
    ids.some((id) => portals.customers.has(id.toLowerCase() as TenantId))
  )
    return false;
  const { kind } = target.error.problem;
  const plain = refang(query);
  if (plain === query) return harmless.has(kind);
  // Who defangs a link says that it is no portal's, unless it would be one that names a tenant.
  const meant = findTarget(plain, portals);
  const isData = harmless.has(kind) || deceiving.has(kind);
  return isData && !meant.ok && meant.error.candidates.length === 0 && !naming.has(meant.error.problem.kind);
}

const guids = new RegExp(guidPattern, 'gi');
/** Refusals of a text that does name a tenant. */
const naming: ReadonlySet<ProblemKind> = new Set(['link-ambiguous', 'customer-unknown', 'domain-unlisted']);
const harmless: ReadonlySet<ProblemKind> = new Set(['link-unknown', 'link-host-unlisted', 'link-not-https']);
const deceiving: ReadonlySet<ProblemKind> = new Set(['link-disguised', 'link-look-alike']);

function rowOf(index: SearchIndex, target: TextTarget, sign: Row['sign'], portals: Portals): Row {
  const { address, customer, link, page } = target;
  const leadsTo =
    link === undefined ? page && pageTarget(page, customer, portals) : linkTarget(link, address, portals);
  const domain = customer.defaultDomain ?? customer.domains[0] ?? customer.tenantId;
  return {
    customer,
    name: { text: customer.name, ranges: [] },
    detail: { text: domain, ranges: [] },
    tellApart: sign === 'candidate' || index.isLookAlike(customer.tenantId),
    sign,
    ...(leadsTo !== undefined && { target: leadsTo }),
  };
}

function linkTarget(link: PortalLink, address: string | undefined, { portalHosts }: TextPortals): RowTarget {
  const { unwrapped, url } = link;
  const { hostname: host, pathname } = url;
  // Main reads it again, by itself: it has to be the same link, for the same customer.
  const text = readsAlone(link, portalHosts) ? link.source : (address ?? url.href);
  return { kind: 'link', text, place: pathname === '/' ? host : host + pathname, unwrapped };
}

function pageTarget(id: CatalogueId, customer: Customer, portals: Portals): RowTarget {
  const page = catalogue[id];
  const address = addressFor(page, customer, portals);
  return { kind: 'page', page, obstacle: address.ok ? null : address.error };
}

/**
 * SECURITY: nobody who is named is hidden. The query that a pasted text of several lines becomes: the link or the tenant id in it where nobody else is named, so
 * that the input shows it; else the whole text, so that nothing in it is hidden from whoever reads it next.
 */
export function pastedQuery(text: string, confirmed: readonly string[] = []): string {
  const reading = readText(text, confirmed);
  if (!reading.ok) return reading.error.kind === 'link-unknown' ? oneLine(text) : text.trim();
  const { ids, links } = reading.value;
  // A link of Tidegate's own says more than the id in it.
  if (/\btidegate:\/\//i.test(text)) return text.trim();
  const named = new Set([...links.flatMap(({ names }) => names.map(referenceKey)), ...ids]);
  const [link] = links;
  if (link !== undefined) {
    const own = new Set(link.names.map(referenceKey));
    const tenants = link.names.filter(({ kind }) => kind === 'tenant').length;
    const alone = tenants < 2 && [...named].every((name) => own.has(name));
    const whole =
      alone && links.every(({ consumer }) => consumer === undefined) && readsAlone(link, confirmed);
    return whole ? link.source : text.trim();
  }
  const [id] = ids;
  return id !== undefined && ids.length === 1 ? id : text.trim();
}

/** Whether a link's own text, out of the text it stood in, is that link still, and names nobody else. */
function readsAlone({ names, source, url }: PortalLink, confirmed: readonly string[]): boolean {
  const again = readText(source, confirmed);
  if (!again.ok) return false;
  const [link, ...others] = again.value.links;
  const same = link?.url.href === url.href && others.length === 0 && again.value.ids.length === 0;
  return same && link.names.map(referenceKey).join() === names.map(referenceKey).join();
}

/** A text as an input of one line shows it, and as a name is searched for. */
export function oneLine(text: string): string {
  return /[\r\n]/.test(text) ? text.trim().replace(/\s+/g, ' ') : text;
}
