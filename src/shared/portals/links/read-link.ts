import { parseHttpsAddress } from '../../https-address.ts';
import { problem, type Problem } from '../../problem.ts';
import { err, ok, type Result } from '../../result.ts';
import type { TenantReference } from '../../tenant-reference.ts';
import type { WebUrl } from '../../url.ts';
import { portalOf, type Portal } from '../hosts.ts';
import { refusalOf } from './refusal.ts';
import { tenantNames } from './tenant-names.ts';
import { wrapperOf } from './wrappers.ts';

/** A portal link, and the tenants it names. */
export interface PortalLink {
  /** The link itself, out of all wrappers. */
  readonly url: WebUrl;
  /** As it stood in the text, wrappers and all. */
  readonly source: string;
  /** Ids before domains, each once; at least one. */
  readonly names: readonly TenantReference[];
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
 * Errors: `link-not-https`, `link-disguised`, `link-look-alike`, `link-host-unlisted` for what is never opened;
 * `link-opaque` when a wrapper does not tell what is in it; `link-unknown` when it names no tenant; `link-ambiguous`
 * when it names two by their ids; `domain-consumer` when it names that of personal accounts.
 */
export function readLink(text: string, confirmed: readonly string[] = []): Result<PortalLink, Problem> {
  const unwrapped: string[] = [];
  const source = text.trim().replace(/^<(.*)>$/, '$1');
  let link = source;
  for (;;) {
    const url = parseHttpsAddress(link);
    const wrapper = url && wrapperOf(url.hostname);
    if (url === undefined) return err(refusalOf(link));
    if (wrapper === undefined) return readPortalLink(url, { source, link, unwrapped }, confirmed);
    const target = unwrapped.length < mostWrappers ? wrapper.target(url) : undefined;
    if (target === undefined)
      return err(problem('link-opaque', { wrapper: wrapper.name, host: url.hostname }));
    unwrapped.push(wrapper.name);
    link = target.trim();
  }
}

function readPortalLink(
  url: WebUrl,
  { source, link, unwrapped }: Pick<PortalLink, 'source' | 'unwrapped'> & { readonly link: string },
  confirmed: readonly string[],
): Result<PortalLink, Problem> {
  const portal: Portal | undefined = portalOf(url.hostname)?.portal;
  // SECURITY: exact host names; nothing is read or opened elsewhere.
  if (portal === undefined && !confirmed.includes(url.hostname)) return err(refusalOf(link));
  if (portal?.pages !== undefined && !portal.pages.test(url.pathname)) return err(refusalOf(link));
  const shown = { text: `${url.hostname}${url.pathname}`.slice(0, 80) };
  const { names, consumer } = tenantNames(url);
  if (consumer !== undefined) return err(problem('domain-consumer', { domain: consumer }));
  if (names.length === 0) return err(problem('link-unknown', shown));
  // A domain beside an id may be that tenant's; two ids are two tenants.
  if (names.filter(({ kind }) => kind === 'tenant').length > 1) return err(problem('link-ambiguous', shown));
  return ok({ url, source, names, unwrapped });
}
