import { domainsOf } from '#shared/customer/customer-domains.ts';
import { parseDomain } from '#shared/tenant/domain.ts';
import { looksLikeLink } from '#shared/portals/links/read-link.ts';
import type { UnnamedLink } from '#shared/portals/links/unnamed-link.ts';
import { readReference } from '#shared/portals/read-reference.ts';
import { browse } from '#shared/search/browse.ts';
import type { SearchIndex } from '#shared/search/index.ts';
import { isGuess, type SearchHit } from '#shared/search/hit.ts';
import { search, searchNamed } from '#shared/search/search.ts';
import { tagIn } from '#shared/search/tags.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Usage } from '#shared/status/usage.ts';
import type { MarkedText } from './marked-text.ts';
import type { Row } from './row.ts';

/**
 * The rows for a query, best first, each customer once. `selection`: who is selected, in the user's order. `link`: a link that
 * waits for its customer, whom the query is about.
 */
export type Lookup = (
  query: string,
  selection?: readonly TenantId[],
  link?: UnnamedLink | null,
) => readonly Row[];

/** Looks a query up. `now` is in milliseconds since 1970. */
export function lookUp(index: SearchIndex, query: string, usage: Usage, now: number): readonly Row[] {
  if (query.trim() === '') return browse(index, usage).map((hit) => toRow(hit));
  // All of them: whoever asks for a tag wants to go through those that have it.
  if (tagIn(query) !== undefined)
    return search(index, query, usage, now, Number.POSITIVE_INFINITY).map((hit) => toRow(hit));
  // A link says exactly which tenant it means: nothing that merely resembles its letters is of use.
  if (looksLikeLink(query)) return rowsOfLink(index, query, usage, now);
  const host = hostIn(query);
  const domain = parseDomain(host);
  const hits =
    domain === undefined && !query.includes('@')
      ? search(index, query, usage, now)
      : // A domain that merely resembles it is another customer's.
        searchNamed(index, domain === undefined ? query : host, usage, now).filter((hit) =>
          isWritten(hit, domain ?? host),
        );
  const named = onlyNamed(hits, query);
  const rows = hits.filter((hit) => hit !== named).map((hit) => toRow(hit));
  if (named !== undefined) return [toRow(named, 'named'), ...rows];
  return domain === undefined || hits.some(({ customer }) => domainsOf(customer).includes(domain))
    ? rows
    : [...rowsAbove(index, domain), ...rows];
}

function rowsOfLink(index: SearchIndex, link: string, usage: Usage, now: number): readonly Row[] {
  const reference = readReference(link);
  if (!reference.ok) return [];
  const { value } = reference;
  const text = value.kind === 'tenant' ? value.tenantId : value.domain;
  const named = onlyNamed(searchNamed(index, text, usage, now), text);
  return named === undefined ? [] : [toRow(named, 'named')];
}

/** Where a query means a domain, that domain as typed: itself, that of somebody's address, or of a page on a web site. */
function hostIn(query: string): string {
  const text = query.trim();
  const [host = ''] = text.slice(text.lastIndexOf('@') + 1).split('/');
  return host;
}

/** A domain above the one meant is the same customer's: mail.contoso.com is Contoso's, unless somebody lists it. */
function rowsAbove(index: SearchIndex, domain: string): readonly Row[] {
  const above = index.ownersAbove(domain);
  if (above === undefined) return [];
  const { customers, domain: text } = above;
  return customers
    .filter(({ hidden }) => !hidden)
    .map((customer) => ({
      customer,
      name: { text: customer.name, ranges: [] },
      detail: { text, ranges: [[0, text.length]] },
      tellApart: true,
      sign: null,
    }));
}

/** SECURITY: a domain begins with what was typed, sign by sign: `con-toso.com` and `contosocom` are not contoso.com. */
function isWritten({ field, text }: SearchHit, typed: string): boolean {
  const meant = typed.replace(/[^\p{L}\p{N}]+$/u, '').toLowerCase();
  return field !== 'domain' || text.toLowerCase().startsWith(meant);
}

/** The one customer that has the tenant id or the domain. A domain that two customers claim names neither. */
function onlyNamed(hits: readonly SearchHit[], query: string): SearchHit | undefined {
  const reference = readReference(query);
  if (!reference.ok) return undefined;
  const { value } = reference;
  const names = ({ customer }: SearchHit): boolean =>
    value.kind === 'tenant'
      ? customer.tenantId === value.tenantId
      : domainsOf(customer).includes(value.domain);
  const [only, ...others] = hits.filter(names);
  return others.length > 0 ? undefined : only;
}

export function toRow(hit: SearchHit, sign: Row['sign'] = hit.step === 'recent' ? 'recent' : null): Row {
  const { customer, field, text, ranges } = hit;
  const matched: MarkedText = { text, ranges };
  const plain = (words: string): MarkedText => ({ text: words, ranges: [] });
  const domain = plain(customer.defaultDomain ?? customer.domains[0] ?? customer.tenantId);
  return {
    customer,
    name: field === 'name' ? matched : plain(customer.name),
    ...((field === 'alias' || field === 'tag') && { alias: matched }),
    detail: field === 'domain' || field === 'id' ? matched : domain,
    tellApart: hit.lookAlike,
    ...(isGuess(hit.step) && { isGuess: true }),
    step: hit.step,
    sign,
  };
}
