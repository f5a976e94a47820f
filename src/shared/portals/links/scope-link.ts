import type { Customer } from '../../customer/customer.ts';
import { domainsOf } from '../../customer/customer-domains.ts';
import { problem, type Problem } from '../../problems/problem.ts';
import { err, ok, type Result } from '../../problems/result.ts';
import { referenceKey, type TenantReference } from '../../tenant/tenant-reference.ts';
import { parseHttpsAddress, plainHref } from '../../text/https-address.ts';
import { decodePercent, parseQuery, type WebUrl } from '../../text/url.ts';
import { portalOf, type Portal } from '../hosts.ts';
import type { PortalLink } from './read-link.ts';
import { isTenantParameter, readName } from './tenant-names.ts';

type Scoped = Pick<Customer, 'tenantId' | 'defaultDomain' | 'domains'>;

/** Whose name stands where a portal looks for its tenant. */
type Whose = 'customer' | 'nobody' | 'other';

/**
 * The address that opens a link in its customer's tenant: the link unchanged, but for the tenant's names, which become
 * plain, and for the tenant in the place where this portal looks for it, when nothing that is a tenant's name stands there:
 * the portal would go by whoever is signed in.
 * SECURITY: error `link-ambiguous` when another tenant is named in that very place, or anywhere in a link of a portal
 * that cannot be told its tenant: that is where the portal would go, whatever else the link names.
 */
export function scopeLink({ url, names }: PortalLink, customer: Scoped): Result<string, Problem> {
  const portal: Portal | undefined = portalOf(url.hostname)?.portal;
  const scope = portal?.scope;
  const copy = parseHttpsAddress(url.href) ?? url;
  respell(copy, portal);
  const fits =
    scope === undefined
      ? names.every((name) => isName(name, customer))
      : scope === 'first-segment'
        ? scopePath(copy, customer)
        : scopeQuery(copy, scope.query, customer);
  return fits
    ? ok(plainHref(copy))
    : err(problem('link-ambiguous', { text: `${url.hostname}${url.pathname}`.slice(0, 80) }));
}

/** Portals take an id and a domain in these places alike. */
function whose(text: string, customer: Scoped): Whose {
  const name = readName(text);
  if (name === undefined) return 'nobody';
  return isName(name, customer) ? 'customer' : 'other';
}

function isName(name: TenantReference, customer: Scoped): boolean {
  return name.kind === 'tenant'
    ? name.tenantId === customer.tenantId
    : domainsOf(customer).includes(name.domain);
}

/** SECURITY: a tenant's name in its one plain spelling, wherever it stands: no portal reads another one out of it. */
function respell(url: WebUrl, portal: Portal | undefined): void {
  if (url.search !== '') url.search = `?${respelledQuery(url.search.slice(1))}`;
  for (const place of portal?.path ?? []) {
    const segment = place.exec(url.pathname)?.[1];
    if (segment !== undefined) url.pathname = url.pathname.replace(segment, () => respelled(segment));
  }
  const fragment = url.hash.slice(1);
  const [, sign = '', name = ''] = /^(@|%40)([^/?#]*)/i.exec(fragment) ?? [];
  const rest = fragment.slice(sign.length + name.length);
  const query = rest.indexOf('?') + 1;
  const kept = `${sign}${name === '' ? '' : respelled(name)}`;
  const behind = query === 0 ? rest : rest.slice(0, query) + respelledQuery(rest.slice(query));
  if (kept + behind !== fragment) url.hash = `#${kept}${behind}`;
}

function respelledQuery(query: string): string {
  return query
    .split('&')
    .map((part) => {
      const [pair] = parseQuery(part);
      const name = pair !== undefined && isTenantParameter(pair[0]) ? readName(pair[1]) : undefined;
      return pair === undefined || name === undefined ? part : `${pair[0]}=${referenceKey(name)}`;
    })
    .join('&');
}

/** A part of a path; the at sign that may stand before a name stays as it is. */
function respelled(part: string): string {
  const [, sign = '', text = ''] = /^(@|%40)?([^]*)$/i.exec(part) ?? [];
  const name = readName(decodePercent(text) ?? text);
  return name === undefined ? part : `${sign}${referenceKey(name)}`;
}

/** Puts the tenant into the query, once, and leaves every other part as it is spelt. False when another stands there. */
function scopeQuery(url: WebUrl, name: string, customer: Scoped): boolean {
  const parts = url.search === '' ? [] : url.search.slice(1).split('&');
  const isScope = (part: string): boolean => parseQuery(part).get(name) !== null;
  const scopes = parts.filter(isScope);
  const found = scopes.map((part) => whose(parseQuery(part).get(name) ?? '', customer));
  if (found.includes('other')) return false;
  const [only, another] = scopes;
  if (only !== undefined && another === undefined && found[0] === 'customer') return true;
  const named = scopes[found.indexOf('customer')];
  const scoped = named ?? `${name}=${customer.tenantId}`;
  const at = parts.findIndex(isScope);
  const kept =
    at < 0
      ? [...parts, scoped]
      : parts.flatMap((part, i) => (i === at ? [scoped] : isScope(part) ? [] : [part]));
  url.search = `?${kept.join('&')}`;
  return true;
}

/** First words of a path that stand for no tenant, in the place of one. */
const places: ReadonlySet<string> = new Set([
  'common',
  'organizations',
  'consumers',
  'home',
  'index.html',
  'default.aspx',
]);
const signIn = /^\/signin\/index\/(?:@|%40)?([^/]*)/i;

/** Puts the tenant at the head of the path, or where the fragment names it. False when another stands in either. */
function scopePath(url: WebUrl, customer: Scoped): boolean {
  const fragment = decodePercent(url.hash.slice(1)) ?? url.hash.slice(1);
  const [, inFragment] = /^@([^/?#]*)/.exec(fragment) ?? [];
  const inPath = signIn.exec(url.pathname)?.[1] ?? url.pathname.split('/', 2)[1] ?? '';
  const found = [inPath, inFragment ?? ''].map((text) =>
    whose((decodePercent(text) ?? text).replace(/^@/, ''), customer),
  );
  if (found.includes('other')) return false;
  if (inFragment !== undefined && found[1] === 'nobody')
    url.hash = `#@${customer.tenantId}${fragment.slice(1 + inFragment.length)}`;
  if (found[0] === 'customer' || (inPath === '' && inFragment !== undefined)) return true;
  const isPlace = places.has(inPath.toLowerCase());
  if (isPlace && inFragment !== undefined) return true;
  const rest = isPlace || signIn.test(url.pathname) ? '' : url.pathname;
  url.pathname = `/${customer.tenantId}${rest === '/' ? '' : rest}`;
  return true;
}
