import { problem, type Problem, type ProblemKind } from '../../problem.ts';
import { err, ok, type Result } from '../../result.ts';
import { parseTenantId, type TenantId } from '../../tenant-id.ts';
import { portalOf } from '../hosts.ts';
import { parseHttpsAddress } from '../../https-address.ts';
import { cutShort, findLinks, trimmed, withoutForeign, type LinkPlace } from './find-links.ts';
import { referenceKey } from '../../tenant-reference.ts';
import { mailTexts } from './mail-text.ts';
import { readLink, type PortalLink } from './read-link.ts';
import { wrapperOf } from './wrappers.ts';

/** What a text says of tenants. One of the two has something in it. */
export interface TextReading {
  /** The portal links that name a tenant, in the text's order. */
  readonly links: readonly PortalLink[];
  /**
   * The tenant ids that stand in the text itself: those that are called so; else, where no link names a tenant, all.
   */
  readonly ids: readonly TenantId[];
}

/** Longer texts are read as far as this, in UTF-16 units. */
export const longestReading = 1_000_000;

/**
 * Portal links and tenant ids in any text: a link, a line of a chat, a whole mail with its source.
 * Errors: those of `readLink`, for the link that matters most; `link-unknown` where there is nothing to read.
 */
export function readText(text: string, confirmed: readonly string[] = []): Result<TextReading, Problem> {
  const whole = text.slice(0, longestReading).trim();
  // A link alone is read as strictly as links are.
  if (isLinkAlone(whole)) {
    const spellings = mailTexts(whole).map(trimmed);
    const readings = spellings.map((spelling) => readShort(withScheme(spelling), confirmed));
    const read = readings.find(({ ok }) => ok) ?? readings[0];
    // What hides a space is a text after all.
    if (read !== undefined && (read.ok || !spellings.some((spelling) => /\s/.test(spelling))))
      return read.ok ? ok({ links: [read.value], ids: [] }) : err(read.error);
  }
  let refusal: Problem | undefined;
  let ids: readonly TenantId[] = [];
  for (const version of mailTexts(whole)) {
    const { links, refused, rest } = readLinks(version, confirmed);
    if (links.length > 0) return ok({ links, ids: idsIn(rest).called });
    refusal = graver(refusal, refused);
    if (ids.length === 0) {
      const { all, called } = idsIn(rest);
      ids = called.length > 0 ? called : all;
    }
  }
  // A text that brings a false link is not believed in what else it says.
  if (ids.length > 0 && (refusal === undefined || !deceiving.has(refusal.kind)))
    return ok({ links: [], ids });
  return err(refusal ?? problem('link-unknown', { text: whole.slice(0, 80) }));
}

/** One word that begins as an address does, whatever its scheme. What stands before it in brackets is a text. */
function isLinkAlone(text: string): boolean {
  return (
    !/\s/.test(text) &&
    (/^<?[a-z][a-z0-9+.-]*:(?!https?:|uuid:)/i.test(text.replace(/^urn:/i, '')) || withScheme(text) !== text)
  );
}

/** Chats and address bars leave the scheme out. */
function withScheme(text: string): string {
  const host = /^<?([a-z0-9.-]+)[/?#]/i.exec(text)?.[1];
  return host !== undefined && portalOf(host.toLowerCase()) !== undefined
    ? text.replace(/^<?/, '$&https://')
    : text;
}

interface LinksRead {
  readonly links: readonly PortalLink[];
  readonly refused: Problem | undefined;
  /** The text without its links. */
  readonly rest: string;
}

function readLinks(text: string, confirmed: readonly string[]): LinksRead {
  const links: PortalLink[] = [];
  let refused: Problem | undefined;
  let rest = '';
  let done = 0;
  for (const place of findLinks(text)) {
    const read = readPlace(place, confirmed);
    if (read.ok) links.push(read.value);
    else refused = graver(refused, read.error);
    rest += `${text.slice(done, place.start)} `;
    done = Math.max(done, place.end);
  }
  return { links, refused, rest: rest + text.slice(done) };
}

/** A link that was cut by a line's end is joined only where it begins on a host that is read, and until it reads. */
function readPlace({ spellings }: LinkPlace, confirmed: readonly string[]): Result<PortalLink, Problem> {
  const [first = '', ...joined] = spellings;
  const read = readShort(first, confirmed);
  if (read.ok && isCutName(read.value, first, joined[0], confirmed))
    return err(problem('link-ambiguous', { text: first.slice(0, 80) }));
  const host = parseHttpsAddress(first)?.hostname ?? '';
  if (read.ok || (portalOf(host) === undefined && wrapperOf(host) === undefined)) return read;
  for (const spelling of joined) {
    const more = readLink(spelling, confirmed);
    if (more.ok) return more;
  }
  return read;
}

/** A link, or, where that names no tenant, as much of it as stands before what may be the text's. */
function readShort(link: string, confirmed: readonly string[]): Result<PortalLink, Problem> {
  const written = withoutForeign(link);
  const first = written === undefined ? undefined : readLink(written, confirmed);
  if (first?.ok === true) return first;
  const read = readLink(link, confirmed);
  if (read.ok || read.error.kind === 'domain-consumer' || read.error.kind === 'link-ambiguous') return read;
  const short = cutShort(link);
  const cut = short === undefined ? read : readLink(short, confirmed);
  return cut.ok ? cut : read;
}

/**
 * SECURITY: a domain that a line's end cuts in two may read as another customer's: `contoso.co`, and `m` below. True when
 * what stands below looks like the rest of an address and makes another name of it.
 */
function isCutName(
  { names }: PortalLink,
  first: string,
  joined: string | undefined,
  confirmed: readonly string[],
): boolean {
  const [last] = names.filter(({ kind }) => kind === 'domain').slice(-1);
  if (joined === undefined || last?.kind !== 'domain' || !first.toLowerCase().endsWith(last.domain))
    return false;
  const below = joined.slice(first.length);
  if (!/^[a-z0-9.-]*[./?#&=]\w/i.test(below)) return false;
  const more = readLink(joined, confirmed);
  return more.ok && !more.value.names.some((name) => referenceKey(name) === referenceKey(last));
}

const idPattern =
  /(?<![0-9a-z-])\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?(?![0-9a-z-])/gi;
const label =
  /(tenant|\btid\b|directory|locataire|annuaire|mandant|inquilino|huurder|organi[sz]ation)[^\n]{0,40}$/i;

function idsIn(text: string): { readonly all: readonly TenantId[]; readonly called: readonly TenantId[] } {
  const found = new Map<TenantId, boolean>();
  for (const match of text.matchAll(idPattern)) {
    const tenantId = parseTenantId(match[0]);
    if (tenantId === undefined) continue;
    const called = label.test(text.slice(Math.max(0, match.index - 60), match.index));
    found.set(tenantId, called || found.get(tenantId) === true);
  }
  const called = [...found].filter(([, isCalled]) => isCalled).map(([tenantId]) => tenantId);
  return { all: [...found.keys()], called };
}

const deceiving: ReadonlySet<ProblemKind> = new Set(['link-disguised', 'link-look-alike']);

/** What to tell of several refusals, the first that matters most. */
const gravity: readonly ProblemKind[] = [
  'link-disguised',
  'link-look-alike',
  'domain-consumer',
  'link-ambiguous',
  'link-not-https',
  'link-opaque',
  'link-unknown',
  'link-host-unlisted',
];

function graver(one: Problem | undefined, other: Problem | undefined): Problem | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return gravity.indexOf(other.kind) < gravity.indexOf(one.kind) ? other : one;
}
