import { parseHttpsAddress } from '../../text/https-address.ts';
import { plainText } from '../../text/plain-text.ts';
import { problem, type Problem, type ProblemKind } from '../../problems/problem.ts';
import { err, ok, type Result } from '../../problems/result.ts';
import type { TenantId } from '../../tenant/tenant-id.ts';
import { guidPattern } from '../../text/guid.ts';
import { referenceKey } from '../../tenant/tenant-reference.ts';
import { portalOf } from '../hosts.ts';
import { Budget } from './budget.ts';
import { cutShort, findLinks, holdsGlued, trimmed, withoutForeign, type LinkPlace } from './find-links.ts';
import { mailTexts } from './mail-text.ts';
import { readNamedLink, type PortalLink } from './read-link.ts';
import { idsIn, type IdsInText } from './tenant-labels.ts';
import { labelledIds } from './tenant-names.ts';
import { wrapperOf } from './wrappers.ts';

/** What a text says of tenants. One of the two has something in it. */
export interface TextReading {
  /** The portal links that name a tenant, in the text's order, those of its likeliest reading first. */
  readonly links: readonly PortalLink[];
  /**
   * The tenant ids that stand in the text itself: those that are called so; else, where no link names a tenant, all that
   * are not called something else.
   */
  readonly ids: readonly TenantId[];
  /** The text itself calls the ids a tenant's. */
  readonly areCalled: boolean;
  /** Beside ids that are called so: those that nothing calls anything. */
  readonly others: readonly TenantId[];
}

/** Longer texts are not read, in UTF-16 units: who names yet another tenant may do so at the end. */
export const longestReading = 1_000_000;

/**
 * Portal links and tenant ids in any text: a link, a line of a chat, a whole mail with its source. SECURITY: what any of
 * its readings names is there, so that none undoes what another would refuse.
 * Errors: `text-too-long` for what is more than the budget; those of `readNamedLink`, for the link that matters most;
 * `domain-consumer`, `tenant-id-invalid`; `link-unknown` where there is nothing to read.
 */
export function readText(
  text: string,
  confirmed: readonly string[] = [],
  budget: Budget = new Budget(),
): Result<TextReading, Problem> {
  if (text.length > longestReading) return err(problem('text-too-long', {}));
  const reading = readWhole(text.trim(), confirmed, budget);
  return budget.isSpent ? err(problem('text-too-long', {})) : reading;
}

function readWhole(text: string, confirmed: readonly string[], budget: Budget): Result<TextReading, Problem> {
  budget.look(text.length);
  const versions = mailTexts(text);
  // A link alone is read as strictly as links are. What hides a space is a text after all.
  return isLinkAlone(text) && !versions.likely.some((each) => /\s/.test(each))
    ? readAlone(versions, confirmed, budget)
    : judge(text, gather(versions, confirmed, budget));
}

function readAlone(
  { likely, unlikely }: Versions,
  confirmed: readonly string[],
  budget: Budget,
): Result<TextReading, Problem> {
  const readings = [...likely, ...unlikely].map((each) =>
    readShort(withScheme(trimmed(each)), confirmed, budget),
  );
  const links = readings.flatMap((read) => (read.ok ? [read.value] : []));
  const [first] = readings;
  return links.length === 0 && first?.ok === false
    ? first
    : ok({ links: eachOnce(links), ids: [], areCalled: false, others: [] });
}

type Versions = ReturnType<typeof mailTexts>;

/** What stands in all readings of a text together. */
interface Gathered {
  readonly links: readonly PortalLink[];
  /** Of the likely readings alone. */
  readonly refusals: readonly Problem[];
  readonly ids: readonly IdsInText[];
  /** Called a tenant's in any reading. */
  readonly called: readonly TenantId[];
  /** Called a tenant's in a link that is refused for how it is written. */
  readonly idsRefused: readonly TenantId[];
}

function gather({ likely, unlikely }: Versions, confirmed: readonly string[], budget: Budget): Gathered {
  const read = (versions: readonly string[]) =>
    versions
      .filter((version) => budget.look(version.length))
      .map((version) => readLinks(version, confirmed, budget))
      .map(({ rest, ...found }) => ({ ...found, ids: idsIn(plainText(rest)) }));
  const meant = read(likely);
  const all = [...meant, ...read(unlikely)];
  return {
    links: eachOnce(all.flatMap(({ links }) => links)),
    refusals: meant.flatMap(({ refused }) => refused ?? []),
    ids: meant.map(({ ids }) => ids),
    called: [...new Set(all.flatMap(({ ids }) => ids.called))],
    idsRefused: [...new Set(all.flatMap(({ idsRefused }) => idsRefused))],
  };
}

function judge(text: string, gathered: Gathered): Result<TextReading, Problem> {
  const { called, ids, links, refusals, idsRefused } = gathered;
  const others = [...new Set(ids.flatMap((each) => each.uncalled))];
  // SECURITY: a link in one reading may, in another, be refused and name somebody else.
  if (links.length > 0)
    return ok({ links, ids: [...new Set([...called, ...idsRefused])], areCalled: true, others });
  const refusal = refusals.reduce<Problem | undefined>(graver, undefined);
  // A text that brings a false link is not believed in what else it says.
  if (refusal !== undefined && deceiving.has(refusal.kind)) return err(refusal);
  if (called.length > 0) return ok({ links, ids: called, areCalled: true, others });
  const consumer = ids.find((each) => each.consumer !== undefined)?.consumer;
  if (consumer !== undefined) return err(problem('domain-consumer', { domain: consumer }));
  const damaged = ids.find((each) => each.damaged !== undefined)?.damaged;
  if (damaged !== undefined) return err(problem('tenant-id-invalid', { text: damaged }));
  const uncalled = new Set(ids.flatMap((each) => each.uncalled));
  return uncalled.size > 0
    ? ok({ links, ids: others, areCalled: false, others: [] })
    : err(refusal ?? unknown(text));
}

const unknown = (text: string): Problem => problem('link-unknown', { text: text.slice(0, 80) });

function eachOnce(links: readonly PortalLink[]): readonly PortalLink[] {
  const first = new Map<string, PortalLink>();
  for (const link of links) if (!first.has(link.url.href)) first.set(link.url.href, link);
  return [...first.values()];
}

/** One word that begins as an address does, whatever its scheme. What stands before it in brackets is a text. */
function isLinkAlone(text: string): boolean {
  return (
    !/\s/.test(text) &&
    !holdsGlued(text) &&
    !labelBefore.test(text) &&
    (/^<?[a-z][a-z0-9+.-]*:(?!https?:)/i.test(text) || withScheme(text) !== text)
  );
}

/** `urn:uuid:<id>`, `tenant:<id>`, `mailto:<address>`: what stands before the colon is no program's scheme. */
const labelBefore = new RegExp(`^<?(?:mailto:|[a-z][a-z0-9+.-]*:(?:uuid:)?\\{?${guidPattern}\\b)`, 'i');

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
  /** Called a tenant's in a link that is refused for how it is written. */
  readonly idsRefused: readonly TenantId[];
  /** The text without its links. */
  readonly rest: string;
}

function readLinks(text: string, confirmed: readonly string[], budget: Budget): LinksRead {
  const links: PortalLink[] = [];
  let refused: Problem | undefined;
  const idsRefused: TenantId[] = [];
  const rest: string[] = [];
  let done = 0;
  for (const place of findLinks(text)) {
    if (budget.isSpent) break;
    const read = readPlace(place, confirmed, budget);
    if (read.ok) links.push(read.value);
    else {
      refused = graver(refused, read.error);
      if (refusedForForm.has(read.error.kind)) idsRefused.push(...labelledIds(place.first));
    }
    rest.push(text.slice(done, place.start), ' ');
    done = Math.max(done, place.end);
  }
  rest.push(text.slice(done));
  return { links, refused, idsRefused, rest: rest.join('') };
}

type Reading = Result<PortalLink, Problem>;

/** A link that was cut by a line's end is joined only where it begins on a host that is read, and until it reads. */
function readPlace(place: LinkPlace, confirmed: readonly string[], budget: Budget): Reading {
  const { first } = place;
  const read = readShort(first, confirmed, budget);
  if (read.ok) {
    if (isCutName(read.value, place, confirmed, budget))
      return err(problem('link-ambiguous', { text: first.slice(0, 80) }));
    const wrapped = place.wrapped();
    const whole = wrapped === undefined ? read : tryLink(wrapped.link, confirmed, budget);
    return whole.ok ? whole : read;
  }
  const url = parseHttpsAddress(first);
  if (url === undefined || (portalOf(url.hostname) === undefined && wrapperOf(url) === undefined))
    return read;
  for (const spelling of place.joined()) {
    const more = tryLink(spelling, confirmed, budget);
    if (more.ok) return more;
    if (budget.isSpent) break;
  }
  return read;
}

function tryLink(link: string, confirmed: readonly string[], budget: Budget): Reading {
  return budget.spell(link.length) ? readNamedLink(link, confirmed) : err(problem('text-too-long', {}));
}

/** A link, or, where that names no tenant, as much of it as stands before what may be the text's. */
function readShort(link: string, confirmed: readonly string[], budget: Budget): Reading {
  const written = withoutForeign(link);
  const read = written === undefined ? undefined : tryLink(written, confirmed, budget);
  if (written !== undefined && read?.ok) return ok(withRest(read.value, link, written));
  const whole = tryLink(link, confirmed, budget);
  const short = whole.ok ? undefined : cutShort(link);
  if (short === undefined) return whole;
  const cut = tryLink(short, confirmed, budget);
  return cut.ok ? ok(withRest(cut.value, link, short)) : whole;
}

/** SECURITY: what stands behind the sign at which a link was cut may name another tenant: then it belongs to it. */
function withRest(link: PortalLink, whole: string, cut: string): PortalLink {
  const others = labelledIds(whole.slice(cut.length)).map((tenantId) => ({
    kind: 'tenant' as const,
    tenantId,
  }));
  if (others.length === 0) return link;
  const names = new Map([...others, ...link.names].map((name) => [referenceKey(name), name]));
  return { ...link, source: whole, names: [...names.values()] };
}

/**
 * SECURITY: a domain that a line's end cuts in two may read as another customer's: `contoso.co`, and `m` below. True when
 * what stands below looks like the rest of an address and makes another name of it.
 */
function isCutName(
  { names }: PortalLink,
  { first, joined }: LinkPlace,
  confirmed: readonly string[],
  budget: Budget,
): boolean {
  const [last] = names.filter(({ kind }) => kind === 'domain').slice(-1);
  if (last?.kind !== 'domain' || !first.toLowerCase().endsWith(last.domain)) return false;
  for (const longer of joined()) {
    if (!/^[a-z0-9.-]*[./?#&=]\w/i.test(longer.slice(first.length))) return false;
    const more = tryLink(longer, confirmed, budget);
    return more.ok && !more.value.names.some((name) => referenceKey(name) === referenceKey(last));
  }
  return false;
}

/** Refusals for how a link is written: somebody else may read the ids in it all the same. */
const refusedForForm: ReadonlySet<ProblemKind> = new Set(['tenant-id-invalid', 'link-disguised']);
const deceiving: ReadonlySet<ProblemKind> = new Set(['link-disguised', 'link-look-alike']);

/** What to tell of several refusals, the first that matters most. */
const gravity: readonly ProblemKind[] = [
  'link-disguised',
  'link-look-alike',
  'link-ambiguous',
  'link-not-https',
  'link-opaque',
  'tenant-id-invalid',
  'link-customer-unnamed',
  'link-unknown',
  'link-page-unlisted',
  'link-host-unlisted',
  'text-too-long',
];

function graver(one: Problem | undefined, other: Problem | undefined): Problem | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return gravity.indexOf(other.kind) < gravity.indexOf(one.kind) ? other : one;
}
