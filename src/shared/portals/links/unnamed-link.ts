import type { Customer } from '../../customer/customer.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Result } from '../../problems/result.ts';
import type { TenantId } from '../../tenant/tenant-id.ts';
import { portalOf, type Portal } from '../hosts.ts';
import { findLinks } from './find-links.ts';
import { mailTexts } from './mail-text.ts';
import { readAnyLink, type PortalLink } from './read-link.ts';
import { readText } from './read-text.ts';
import { scopeLink } from './scope-link.ts';
import { idsWithin, labelledIds } from './tenant-names.ts';
import { isTidegateLink } from './tidegate-link.ts';

/** A portal link that does not say which tenant it belongs to: the user says it. */
export interface UnnamedLink {
  /** The link as it stood in the text; read alone it is the same link. */
  readonly text: string;
  /** Host and path, to be shown. */
  readonly place: string;
  /** The services whose wrapping was taken off. */
  readonly unwrapped: readonly string[];
  /** What else the text says, on one line: a customer's name, perhaps. Empty for a long text. */
  readonly words: string;
  /** The same of a text of any length: it may say whom it is about. */
  readonly around: string;
  /** The ids in it that nothing calls a tenant's. Whoever of the list has one of them is meant. */
  readonly ids: readonly TenantId[];
}

/** In UTF-16 units. A name and a link are no longer; a mail is. */
const longestText = 25_000;
const longestWords = 120;

/**
 * The one link in a text in which nothing names a tenant. SECURITY: nothing for a text that names one in any of its
 * readings, that holds a second link, or that any reader refuses for another reason; and nothing for a link on a portal
 * that cannot be told its tenant, because that portal would show whoever is signed in.
 */
export function readUnnamedLink(text: string, confirmed: readonly string[] = []): UnnamedLink | undefined {
  const found = text.length > longestText ? undefined : oneLink(text, confirmed);
  if (found === undefined) return undefined;
  const { link, words } = found;
  const { hostname, pathname } = link.url;
  return {
    text: link.source,
    place: pathname === '/' ? hostname : hostname + pathname,
    unwrapped: link.unwrapped,
    words: words.length > longestWords ? '' : words,
    around: words,
    ids: idsWithin(link.url.href),
  };
}

/** SECURITY: whom of the list a link that names no tenant may be opened for: those whose id stands in it; nothing for all. */
export function meantBy(
  { ids }: Pick<UnnamedLink, 'ids'>,
  customers: ReadonlyMap<TenantId, Customer>,
): readonly TenantId[] | undefined {
  const listed = [...new Set(ids)].filter((id) => customers.has(id));
  return listed.length > 0 ? listed : undefined;
}

/** The address of such a link in a customer's tenant; nothing for a text that is no such link. Errors: those of `scopeLink`. */
export function unnamedLinkAddress(
  text: string,
  customer: Pick<Customer, 'tenantId' | 'defaultDomain' | 'domains'>,
  confirmed: readonly string[],
): Result<string, Problem> | undefined {
  const found = text.length > longestText ? undefined : oneLink(text, confirmed);
  return found === undefined || found.words !== '' ? undefined : scopeLink(found.link, customer);
}

/** More links than a text about one of them has. */
const mostLinks = 20;

/** Plain text of a mail has its links twice, and its foot has some that lead elsewhere: neither makes it a second one. */
function oneLink(
  text: string,
  confirmed: readonly string[],
): { readonly link: PortalLink; readonly words: string } | undefined {
  if (isTidegateLink(text)) return undefined;
  const reading = readText(text, confirmed);
  if (reading.ok || !unnamed.has(reading.error.kind)) return undefined;
  const { likely } = mailTexts(text);
  // A part in base64 has its links in its own reading.
  const body = likely.find((each) => !findLinks(each).next().done) ?? '';
  const links = new Map<string, PortalLink>();
  const rest: string[] = [];
  let done = 0;
  let places = 0;
  for (const place of findLinks(body)) {
    const wrapped = place.wrapped();
    const read = readAnyLink(wrapped?.link ?? place.first, confirmed);
    places += 1;
    if (places > mostLinks) return undefined;
    if (read.ok) links.set(read.value.url.href, links.get(read.value.url.href) ?? read.value);
    else if (read.error.kind !== 'link-host-unlisted') return undefined;
    rest.push(body.slice(done, place.start), ' ');
    done = Math.max(done, wrapped?.end ?? place.end);
  }
  rest.push(body.slice(done));
  const [link, ...others] = links.values();
  if (link === undefined || others.length > 0 || !canBeTold(link)) return undefined;
  if (link.names.length > 0 || link.consumer !== undefined || labelledIds(link.url.href).length > 0)
    return undefined;
  return { link, words: wordsOf(rest.join('')) };
}

/** What is left of a text without its markup, on one line. */
function wordsOf(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, ' ')
    .replace(/[[\](){}<>|*`"]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const unnamed: ReadonlySet<Problem['kind']> = new Set(['link-unknown', 'link-customer-unnamed']);

/** A host that the user has confirmed is told nothing: it is the customer's profile that decides there. */
function canBeTold({ url }: PortalLink): boolean {
  const portal: Portal | undefined = portalOf(url.hostname)?.portal;
  return portal === undefined || portal.scope !== undefined;
}
