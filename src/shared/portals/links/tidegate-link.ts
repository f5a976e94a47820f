import type { Command } from '../../commands/command.ts';
import { actOf } from '../acting-links.ts';
import { isCatalogueId } from '../catalogue-ids.ts';
import type { PageId } from '../page.ts';
import { readLink } from './read-link.ts';
import { problem, type Problem } from '../../problems/problem.ts';
import { err, ok, type Result } from '../../problems/result.ts';
import { parseTenantId, type TenantId } from '../../tenant/tenant-id.ts';

/** The scheme that the system hands over to Tidegate. */
export const scheme = 'tidegate';

/** A portal link with a long query fits; nothing that a person sends is longer. */
const longest = 8_000;

const shape = /^tidegate:\/\/open\/?\?([\x21-\x7e]+)$/i;
const parameters = ['tenant', 'page', 'url'] as const;
type Parameter = (typeof parameters)[number];

export type LinkCommand = Extract<Command, { kind: 'open' | 'openLink' }>;

/** True for what means to be a link of Tidegate's own, right or wrong. */
export function isTidegateLink(text: string): boolean {
  return text.trim().toLowerCase().startsWith(`${scheme}:`);
}

/**
 * What `tidegate://open?tenant=<tenant id>[&page=<page id> | &url=<portal link>]` asks for.
 * SECURITY: anybody can write such a link. It names a tenant and a page or a portal link, each at most once, and nothing
 * else: whatever is unknown, repeated or oddly spelt makes the whole link void. Pages are those of the catalogue.
 * `confirmed`: the hosts that the user has confirmed. Errors: `link-malformed`; for `url` those of `readLink`, `link-acts`
 * for one that would do something, and `link-ambiguous` when it names another tenant than the link around it.
 */
export function readTidegateLink(
  text: string,
  confirmed: readonly string[] = [],
): Result<LinkCommand, Problem> {
  const malformed = err(problem('link-malformed', { text: text.slice(0, 80) }));
  const query = text.length > longest ? undefined : shape.exec(text)?.[1];
  const values = query === undefined ? undefined : readParameters(query);
  if (values === undefined) return malformed;
  const { tenant, page: named, url } = values;
  // The parser of ids forgives spaces and braces, which no link of ours has.
  const tenantId =
    tenant !== undefined && /^[0-9a-f-]{36}$/i.test(tenant) ? parseTenantId(tenant) : undefined;
  if (tenantId === undefined || (named !== undefined && url !== undefined)) return malformed;
  if (url !== undefined) return readInnerLink(url, tenantId, confirmed);
  const page: PageId | undefined =
    named === undefined ? 'defender' : isCatalogueId(named) ? named : undefined;
  return page === undefined ? malformed : ok({ kind: 'open', tenantId, page });
}

function readInnerLink(
  url: string,
  tenantId: TenantId,
  confirmed: readonly string[],
): Result<LinkCommand, Problem> {
  const read = readLink(url, confirmed);
  if (!read.ok) return read;
  // SECURITY: one click, of a link that anybody can write, must do nothing in a customer's tenant.
  if (actOf(read.value.url.href) !== undefined)
    return err(problem('link-acts', { host: read.value.url.hostname }));
  const another = read.value.names.some((name) => name.kind === 'tenant' && name.tenantId !== tenantId);
  return another
    ? err(problem('link-ambiguous', { text: url.slice(0, 80) }))
    : ok({ kind: 'openLink', text: url, shown: tenantId });
}

/** Nothing unless every parameter is a known one that stands there once and is encoded well. */
function readParameters(query: string): Partial<Record<Parameter, string>> | undefined {
  const values: Partial<Record<Parameter, string>> = {};
  for (const pair of query.split('&')) {
    const [, name = '', encoded = ''] = /^([a-z]+)=([^=#]+)$/.exec(pair) ?? [];
    const known = parameters.find((each) => each === name);
    const value = decode(encoded);
    if (known === undefined || value === undefined || values[known] !== undefined) return undefined;
    values[known] = value;
  }
  return values;
}

function decode(encoded: string): string | undefined {
  try {
    const text = decodeURIComponent(encoded);
    return /^[\x21-\x7e]+$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
