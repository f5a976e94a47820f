import { isDamagedId } from '../../tenant/damaged-id.ts';
import { parseDomain } from '../../tenant/domain.ts';
import { plainText } from '../../text/plain-text.ts';
import { isConsumerTenant, parseTenantId, type TenantId } from '../../tenant/tenant-id.ts';
import { referenceKey, type TenantReference } from '../../tenant/tenant-reference.ts';
import { decodePercent, parseQuery, type WebUrl } from '../../text/url.ts';
import { portalOf, prefixIn } from '../hosts.ts';
import { guidPattern } from '../../text/guid.ts';

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
  /** What was meant as a tenant's id and is none. */
  readonly damaged: string | undefined;
}

/**
 * Every tenant that a link on a portal's host names, in any of the ways in which portals do.
 * SECURITY: where it names one, the ids that others might read in it count too: several in one value, and those that a
 * tenant's parameter names somewhere within.
 */
export function tenantNames(url: WebUrl): NamesInLink {
  const named = new Map<string, TenantReference>();
  const also = new Set<TenantId>();
  let consumer: string | undefined;
  let damaged: string | undefined;
  let unread = false;
  for (const text of textsIn(url)) {
    if (isConsumerTenant(plainText(text))) consumer = text;
    const reference = readName(text);
    if (reference !== undefined) named.set(referenceKey(reference), reference);
    else {
      if (isDamagedId(text) || (idWithMore.test(text) && !alone.test(text))) damaged ??= text.trim();
      unread ||= /\d/.test(text);
      for (const id of idsWithin(text)) also.add(id);
    }
  }
  const labelled = labelledIds(url.href);
  // Behind another sign than a query's, or within an address that the link carries: it still says whose it is.
  if (named.size > 0 || also.size > 1 || (!unread && labelled.length > 0)) {
    for (const id of labelled) also.add(id);
    for (const tenantId of also) named.set(tenantId, { kind: 'tenant', tenantId });
  }
  const all = [...named.values()];
  const ids = all.filter(({ kind }) => kind === 'tenant');
  return { names: [...ids, ...all.filter(({ kind }) => kind === 'domain')], consumer, damaged };
}

const anyId = new RegExp(`(?<![0-9a-z-])${guidPattern}(?![0-9a-z-])`, 'gi');
/** An id that something was glued to. */
const idWithMore = new RegExp(guidPattern, 'i');
const labelledId = new RegExp(
  `(?<![a-z])(?:${[...parameters].join('|')})(?:\\[\\d*\\])?["']?\\s*[=:]\\s*["'{]{0,2}(${guidPattern})(?![0-9a-z-])`,
  'gi',
);

/** More encodings in each other than a link has that is passed on from page to page. */
const mostEncodings = 3;

/** A text as it is, and out of its percent-encodings one by one. */
function* decodings(text: string): Generator<string> {
  let decoded: string | undefined = text;
  for (let times = 0; decoded !== undefined && times <= mostEncodings; times += 1) {
    yield decoded;
    const next: string | undefined = decoded.includes('%') ? decodePercent(decoded) : undefined;
    decoded = next === decoded ? undefined : next;
  }
}

/** Every id in a text that may be a tenant's, whatever it is called and however deep it is encoded. */
export function idsWithin(text: string): readonly TenantId[] {
  return [...decodings(text)].flatMap((each) =>
    [...plainText(each).matchAll(anyId)].flatMap(([id]) => parseTenantId(id) ?? []),
  );
}

/** The ids that a text gives as a tenant's by the name of a parameter, however deep it is encoded. */
export function labelledIds(text: string): readonly TenantId[] {
  return [...decodings(text)].flatMap((each) =>
    [...plainText(each).matchAll(labelledId)].flatMap(([, id]) => parseTenantId(id ?? '') ?? []),
  );
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
    if (isTenantParameter(name)) yield value;
    // A Teams meeting: `context={"Tid":"...","Oid":"..."}`.
    else if (name.toLowerCase() === 'context') yield /"tid"\s*:\s*"([^"]+)"/i.exec(value)?.[1] ?? '';
  }
}

export function isTenantParameter(name: string): boolean {
  return parameters.has(name.toLowerCase());
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
export function readName(name: string): TenantReference | undefined {
  const text = withoutSigns(plainText(name));
  const tenantId = parseTenantId(text);
  if (tenantId !== undefined) return { kind: 'tenant', tenantId };
  // A page of the portal itself, such as /index.html, has the form of a domain.
  const domain = /\.(html?|aspx|js)$/i.test(text) ? undefined : parseDomain(text);
  return domain === undefined ? undefined : { kind: 'domain', domain };
}

/** An id without the quotes, brackets and stops that a copy has left around it. */
function withoutSigns(text: string): string {
  return alone.exec(text)?.[1] ?? text;
}

const alone = new RegExp(
  `^[^\\p{L}\\p{N}-]{0,8}(${guidPattern})(?:[^\\p{L}\\p{N}-][^\\p{L}\\p{N}]{0,8})?$`,
  'iu',
);
