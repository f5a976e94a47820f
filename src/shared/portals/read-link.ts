import { parseDomain } from '../domain.ts';
import { problem, type Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';
import { isConsumerTenant, parseTenantId } from '../tenant-id.ts';
import { referenceKey, type TenantReference } from '../tenant-reference.ts';
import { parseUrl, type WebUrl } from '../url.ts';
import { portalHosts, type TenantPlaces } from './hosts.ts';

/** True for a text that means to be a web address, whether or not it is one Tidegate reads. */
export function looksLikeLink(text: string): boolean {
  return /^<?[a-z][a-z0-9+.-]*:\/\//i.test(text.trim());
}

/**
 * The tenant that a portal link names. `text` is one link, bare or in angle brackets.
 * Errors: `address-refused` for anything but an https address on a portal's own host, `link-unknown` when it names no
 * tenant, `link-ambiguous` when it names several, `domain-consumer` when it names that of personal accounts.
 */
export function readLink(text: string): Result<TenantReference, Problem> {
  const link = text.trim().replace(/^<(.*)>$/, '$1');
  const shown = link.slice(0, 80);
  const url = acceptable(link);
  const places = url && Object.hasOwn(portalHosts, url.hostname) ? portalHosts[url.hostname] : undefined;
  if (url === undefined || places === undefined) return err(problem('address-refused', { address: shown }));

  const named = new Map<string, TenantReference>();
  for (const text of namesIn(url, places)) {
    if (isConsumerTenant(text)) return err(problem('domain-consumer', { domain: text }));
    const reference = readName(text);
    if (reference !== undefined) named.set(referenceKey(reference), reference);
  }
  const all = [...named.values()];
  // Azure may carry an id in its path and a domain in its fragment. The id is exact; two of one kind are not.
  const ids = all.filter((reference) => reference.kind === 'tenant');
  const candidates = ids.length > 0 ? ids : all;
  const [only] = candidates;
  if (only === undefined) return err(problem('link-unknown', { text: shown }));
  return candidates.length === 1 ? ok(only) : err(problem('link-ambiguous', { text: shown }));
}

// SECURITY: the parser forgives what a link never needs: line breaks in it, backslashes for slashes, a user name that
// looks like a host, another port. None of that is forgiven here.
function acceptable(link: string): WebUrl | undefined {
  if (/[\s\\\p{Cc}]/u.test(link) || /^https:\/\/[^/?#]*@/i.test(link)) return undefined;
  const url = parseUrl(link);
  return url?.protocol === 'https:' && url.username === '' && url.password === '' && url.port === ''
    ? url
    : undefined;
}

/** Every text in the link that stands where the tenant is named. */
function* namesIn(url: WebUrl, places: TenantPlaces): Generator<string> {
  for (const [parameter, value] of url.searchParams)
    if (places.query?.includes(parameter.toLowerCase())) yield value;
  for (const prefix of places.path ?? [])
    if (url.pathname.toLowerCase().startsWith(prefix)) yield firstSegment(url.pathname.slice(prefix.length));
  if (places.fragment && url.hash.startsWith('#@')) yield firstSegment(url.hash.slice('#@'.length));
}

function firstSegment(path: string): string {
  const segment = path.split(/[/?#]/, 1)[0] ?? '';
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function readName(text: string): TenantReference | undefined {
  const tenantId = parseTenantId(text);
  if (tenantId !== undefined) return { kind: 'tenant', tenantId };
  // A page of the portal itself, such as /index.html, has the form of a domain.
  const domain = /\.(html?|aspx)$/i.test(text) ? undefined : parseDomain(text);
  return domain === undefined ? undefined : { kind: 'domain', domain };
}
