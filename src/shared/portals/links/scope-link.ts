import type { Customer } from '../../customer.ts';
import { domainsOf } from '../../customer-domains.ts';
import { problem, type Problem } from '../../problem.ts';
import { err, ok, type Result } from '../../result.ts';
import type { TenantReference } from '../../tenant-reference.ts';
import { parseHttpsAddress, plainHref } from '../../https-address.ts';
import { decodePercent, parseQuery, type WebUrl } from '../../url.ts';
import { portalOf, type Portal } from '../hosts.ts';
import type { PortalLink } from './read-link.ts';
import { readName } from './tenant-names.ts';

type Scoped = Pick<Customer, 'tenantId' | 'defaultDomain' | 'domains'>;

/** Whom the text names that stands where a portal looks for its tenant. */
type Whose = 'customer' | 'nobody' | 'other';

/**
 * The address that opens a link in its customer's tenant: the link unchanged, but for the tenant in the place where this
 * portal looks for it, when nothing that is a tenant's name stands there: the portal would go by whoever is signed in.
 * SECURITY: error `link-ambiguous` when another tenant is named in that very place, or anywhere in a link of a portal
 * that cannot be told its tenant: that is where the portal would go, whatever else the link names.
 */
export function scopeLink({ url, names }: PortalLink, customer: Scoped): Result<string, Problem> {
  const portal: Portal | undefined = portalOf(url.hostname)?.portal;
  const scope = portal?.scope;
  const copy = parseHttpsAddress(url.href) ?? url;
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

/** Puts the tenant into the query, once, and leaves every other part as it is spelt. False when another stands there. */
function scopeQuery(url: WebUrl, name: string, customer: Scoped): boolean {
  const parts = url.search === '' ? [] : url.search.slice(1).split('&');
  const isScope = (part: string): boolean => parseQuery(part).get(name) !== null;
  const scopes = parts.filter(isScope);
  const found = scopes.map((part) => whose(parseQuery(part).get(name) ?? '', customer));
  if (found.includes('other')) return false;
  if (scopes.length > 0 && !found.includes('nobody')) return true;
  const scoped = `${name}=${customer.tenantId}`;
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
