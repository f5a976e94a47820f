import { parseHttpsAddress } from '../../text/https-address.ts';
import { plainText } from '../../text/plain-text.ts';
import { problem, type Problem } from '../../problems/problem.ts';
import { err, ok, type Result } from '../../problems/result.ts';
import type { TenantReference } from '../../tenant/tenant-reference.ts';
import type { WebUrl } from '../../text/url.ts';
import { portalOf, type Portal } from '../hosts.ts';
import { longestLink } from './find-links.ts';
import { refusalOf } from './refusal.ts';
import { tenantNames } from './tenant-names.ts';
import { wrapperOf } from './wrappers.ts';

/** A portal link, and the tenants it names. */
export interface PortalLink {
  /** The link itself, out of all wrappers. */
  readonly url: WebUrl;
  /** As it stood in the text, wrappers and all. */
  readonly source: string;
  /** Ids before domains, each once; at least one, but for a link that names `consumer` and one of `readAnyLink`. */
  readonly names: readonly TenantReference[];
  /** The tenant of personal accounts, where that is named. */
  readonly consumer?: string;
  /** The services whose wrapping was taken off, outermost first; their check at the time of a click is skipped. */
  readonly unwrapped: readonly string[];
}

/** Mails that are forwarded around gather wrappers: more than this is no mail but a trap. */
const mostWrappers = 6;

/** True for a text that means to be a web address, whether or not it is one Tidegate reads. */
export function looksLikeLink(text: string): boolean {
  return /^<?[a-z][a-z0-9+.-]*:\/\//i.test(text.trim());
}

/**
 * One link, bare or in angle brackets, on a portal's own host or one of `confirmed` (lower case), unwrapped.
 * Errors: those of `readNamedLink`; `link-ambiguous` when it names two tenants by their ids; `domain-consumer` when it
 * names that of personal accounts.
 */
export function readLink(text: string, confirmed: readonly string[] = []): Result<PortalLink, Problem> {
  const read = readNamedLink(text, confirmed);
  if (!read.ok) return read;
  const { consumer, names, url } = read.value;
  if (consumer !== undefined) return err(problem('domain-consumer', { domain: consumer }));
  // A domain beside an id may be that tenant's; two ids are two tenants.
  return names.filter(({ kind }) => kind === 'tenant').length > 1
    ? err(problem('link-ambiguous', { text: placeOf(url) }))
    : read;
}

/**
 * As `readLink`, whatever tenants it names.
 * Errors: `link-not-https`, `link-disguised`, `link-look-alike`, `link-host-unlisted`, `link-page-unlisted` for what is
 * never opened; `link-opaque` when a wrapper does not tell what is in it; `text-too-long`; where it names no tenant
 * `tenant-id-invalid` when an id is damaged, `link-customer-unnamed` on a confirmed host, else `link-unknown`.
 */
export function readNamedLink(text: string, confirmed: readonly string[] = []): Result<PortalLink, Problem> {
  const read = readAnyLink(text, confirmed);
  if (!read.ok || read.value.names.length > 0 || read.value.consumer !== undefined) return read;
  const { url } = read.value;
  return err(
    portalOf(url.hostname) === undefined
      ? problem('link-customer-unnamed', { host: url.hostname })
      : problem('link-unknown', { text: placeOf(url) }),
  );
}

/** As `readNamedLink`, also a link that names no tenant: then `names` is empty. */
export function readAnyLink(text: string, confirmed: readonly string[] = []): Result<PortalLink, Problem> {
  if (text.length > longestLink) return err(problem('text-too-long', {}));
  const unwrapped: string[] = [];
  const source = text.trim().replace(/^<(.*)>$/, '$1');
  let link = withoutHidden(source);
  for (;;) {
    const url = parseHttpsAddress(link);
    const wrapper = url && wrapperOf(url);
    if (url === undefined) return err(refusalOf(link));
    if (wrapper === undefined) return readPortalLink(url, { source, link, unwrapped }, confirmed);
    const target = unwrapped.length < mostWrappers ? wrapper.target(url) : undefined;
    if (target === undefined)
      return err(problem('link-opaque', { wrapper: wrapper.name, host: url.hostname }));
    unwrapped.push(wrapper.name);
    link = withoutHidden(target.trim());
  }
}

/** What turns the letters behind it round: nobody reads then what stands there. */
const turning = /[\u202b\u202e\u2067]/;

/**
 * The link without the signs that nobody sees and copies bring along, its hyphens and digits plain. SECURITY: its host
 * stays as it stands, as does a link that is turned round: a hidden sign there makes another host of what is read.
 */
function withoutHidden(link: string): string {
  const [, host = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)([^]*)$/i.exec(link) ?? [];
  return host === '' || turning.test(rest) ? link : host + plainText(rest).trimEnd();
}

function readPortalLink(
  url: WebUrl,
  { source, link, unwrapped }: Pick<PortalLink, 'source' | 'unwrapped'> & { readonly link: string },
  confirmed: readonly string[],
): Result<PortalLink, Problem> {
  const portal: Portal | undefined = portalOf(url.hostname)?.portal;
  // SECURITY: exact host names; nothing is read or opened elsewhere.
  if (portal === undefined && !confirmed.includes(url.hostname)) return err(refusalOf(link));
  if (portal?.pages !== undefined && !portal.pages.test(url.pathname))
    return err(problem('link-page-unlisted', { page: placeOf(url) }));
  const { consumer, damaged, names } = tenantNames(url);
  if (names.length > 0 || consumer !== undefined)
    return ok({ url, source, names, unwrapped, ...(consumer !== undefined && { consumer }) });
  if (damaged !== undefined) return err(problem('tenant-id-invalid', { text: damaged.slice(0, 80) }));
  return ok({ url, source, names, unwrapped });
}

/** Host and path, as far as they are shown. */
function placeOf({ hostname, pathname }: WebUrl): string {
  return `${hostname}${pathname}`.slice(0, 80);
}
