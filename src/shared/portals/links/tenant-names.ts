import { parseDomain } from '../../domain.ts';
import { isConsumerTenant, parseTenantId } from '../../tenant-id.ts';
import { referenceKey, type TenantReference } from '../../tenant-reference.ts';
import { decodePercent, parseQuery, type WebUrl } from '../../url.ts';
import { portalOf, prefixIn } from '../hosts.ts';

/** The parameters by which portals name a tenant, in lower case: they write `CTID` and `ctid`. */
const parameters: ReadonlySet<string> = new Set([
  'tid',
  'tenantid',
  'tenant',
  'ctid',
  'delegatedorg',
  'customertenantid',
  'targettenantid',
  'aadtenantid',
  'realm',
]);

export interface NamesInLink {
  /** Every tenant the link names, each once, ids before domains. */
  readonly names: readonly TenantReference[];
  /** The tenant of personal accounts stands where a tenant is named. */
  readonly consumer: string | undefined;
}

/** Every tenant that a link on a portal's host names, in any of the ways in which portals do. */
export function tenantNames(url: WebUrl): NamesInLink {
  const named = new Map<string, TenantReference>();
  let consumer: string | undefined;
  for (const text of textsIn(url)) {
    if (isConsumerTenant(text)) consumer = text;
    const reference = readName(text);
    if (reference !== undefined) named.set(referenceKey(reference), reference);
  }
  const all = [...named.values()];
  const ids = all.filter(({ kind }) => kind === 'tenant');
  return { names: [...ids, ...all.filter(({ kind }) => kind === 'domain')], consumer };
}

function* textsIn(url: WebUrl): Generator<string> {
  yield* inParameters(url.searchParams);
  yield* inPath(url);
  yield* inFragment(url.hash.slice(1));
  const prefix = prefixIn(url.hostname);
  if (prefix !== undefined) yield `${prefix}.onmicrosoft.${url.hostname.endsWith('.us') ? 'us' : 'com'}`;
}

function* inParameters(pairs: Iterable<[string, string]>): Generator<string> {
  for (const [name, value] of pairs) {
    if (parameters.has(name.toLowerCase())) yield value;
    // A Teams meeting: `context={"Tid":"...","Oid":"..."}`.
    else if (name.toLowerCase() === 'context') yield /"tid"\s*:\s*"([^"]+)"/i.exec(value)?.[1] ?? '';
  }
}

function* inPath({ hostname, pathname }: WebUrl): Generator<string> {
  for (const place of portalOf(hostname)?.portal.path ?? []) {
    const segment = place.exec(pathname)?.[1];
    if (segment !== undefined) yield (decodePercent(segment) ?? segment).replace(/^@/, '');
  }
}

/** `#@domain/...`, `#view/.../tenantId/<id>`, and `#/page?tid=<id>`, whole or in the query that the fragment holds. */
function* inFragment(fragment: string): Generator<string> {
  const text = decodePercent(fragment) ?? fragment;
  if (text.startsWith('@')) yield text.slice(1).split(/[/?#]/, 1)[0] ?? '';
  for (const [, value] of text.matchAll(/\/tenantId\/~?\/?"?([0-9a-z.{}-]+)/gi)) yield value ?? '';
  const query = fragment.indexOf('?');
  if (query >= 0) yield* inParameters(parseQuery(fragment.slice(query + 1)));
}

/** The tenant that a text names in one of these places; nothing for what names none. */
export function readName(text: string): TenantReference | undefined {
  const tenantId = parseTenantId(text);
  if (tenantId !== undefined) return { kind: 'tenant', tenantId };
  // A page of the portal itself, such as /index.html, has the form of a domain.
  const domain = /\.(html?|aspx|js)$/i.test(text) ? undefined : parseDomain(text);
  return domain === undefined ? undefined : { kind: 'domain', domain };
}
