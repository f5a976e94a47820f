import type { Customer } from '../../customer/customer.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Result } from '../../problems/result.ts';
import { portalOf, type Portal } from '../hosts.ts';
import { findLinks } from './find-links.ts';
import { readAnyLink, type PortalLink } from './read-link.ts';
import { readText } from './read-text.ts';
import { scopeLink } from './scope-link.ts';
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
  };
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

function oneLink(
  text: string,
  confirmed: readonly string[],
): { readonly link: PortalLink; readonly words: string } | undefined {
  if (isTidegateLink(text)) return undefined;
  const [place, ...others] = findLinks(text);
  if (place === undefined || others.length > 0) return undefined;
  const reading = readText(text, confirmed);
  if (reading.ok || !unnamed.has(reading.error.kind)) return undefined;
  const read = readAnyLink(place.first, confirmed);
  if (!read.ok || read.value.names.length > 0 || read.value.consumer !== undefined) return undefined;
  if (!canBeTold(read.value)) return undefined;
  const rest = `${text.slice(0, place.start)} ${text.slice(place.end)}`;
  return { link: read.value, words: rest.replace(/\s+/g, ' ').trim() };
}

const unnamed: ReadonlySet<Problem['kind']> = new Set(['link-unknown', 'link-customer-unnamed']);

/** A host that the user has confirmed is told nothing: it is the customer's profile that decides there. */
function canBeTold({ url }: PortalLink): boolean {
  const portal: Portal | undefined = portalOf(url.hostname)?.portal;
  return portal === undefined || portal.scope !== undefined;
}
