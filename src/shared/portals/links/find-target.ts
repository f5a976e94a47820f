import { parseDomain } from '../../tenant/domain.ts';
import { isDamagedId } from '../../tenant/damaged-id.ts';
import { plainText } from '../../text/plain-text.ts';
import { problem, type Problem, type ProblemKind } from '../../problems/problem.ts';
import { err, ok, type Result } from '../../problems/result.ts';
import { withoutMailbox } from '../../tenant/mail-address.ts';
import { hostOfMany, isMailboxOfMany } from '../../tenant/shared-hosts.ts';
import { isConsumerTenant, parseTenantId } from '../../tenant/tenant-id.ts';
import { isCatalogueId, type CatalogueId } from '../catalogue-ids.ts';
import { customersIn, findCustomer, type CustomerLookup, type LinkTarget } from './find-customer.ts';
import { findLinks, trimmed } from './find-links.ts';
import { mailTexts } from './mail-text.ts';
import { looksLikeLink } from './read-link.ts';
import { longestReading, readText, type TextReading } from './read-text.ts';
import { isSelectionLink, readSelectionLink } from './selection-link.ts';
import { isTidegateLink, readTidegateLink } from './tidegate-link.ts';

/** Whom a text means, and what of that customer's it opens: a link, a page of the catalogue, or else the Defender portal. */
export interface TextTarget extends LinkTarget {
  readonly page?: CatalogueId;
}

export interface NoTarget {
  readonly problem: Problem;
  /** The customers to choose from, where the text names several on the list. */
  readonly candidates: readonly LinkTarget[];
}

/** What the reading of a text needs to know. */
export interface TextContext {
  /** Hosts that the user has confirmed. */
  readonly portalHosts: readonly string[];
  readonly lookup: CustomerLookup;
}

/** The refusals that say: one of several. */
const several: ReadonlySet<ProblemKind> = new Set(['link-ambiguous', 'domain-shared']);

/**
 * Whom any text means. SECURITY: finder, clipboard and command line all ask this, of the whole text.
 * Errors: those of `readTidegateLink`, `readText` and `findCustomer`; for a tenant's id, a domain or a mail address that
 * stands alone `domain-consumer`, `tenant-id-invalid`, `domain-unlisted`, `domain-shared`.
 */
export function findTarget(text: string, context: TextContext): Result<TextTarget, NoTarget> {
  const beside = () => findBesideOwn(text, context);
  if (!isTidegateLink(text)) return beside() ?? findInText(text, context);
  const own = text.trim();
  return (/[\r\n]/.test(own) ? beside() : undefined) ?? findOwn(trimmed(own), context);
}

function findInText(text: string, context: TextContext): Result<TextTarget, NoTarget> {
  const reading = readWithDomain(text, context);
  if (!reading.ok) return err({ problem: reading.error, candidates: [] });
  const target =
    'domain' in reading.value ? byDomain(reading.value.domain, context) : inText(reading.value, context);
  return target;
}

function readWithDomain(
  text: string,
  { portalHosts }: TextContext,
): Result<TextReading | { readonly domain: string }, Problem> {
  const reading = readText(text, portalHosts);
  if (reading.ok || reading.error.kind !== 'link-unknown') return reading;
  const alone = aloneIn(text);
  if (isConsumerTenant(alone)) return err(problem('domain-consumer', { domain: alone }));
  if (isDamagedId(alone)) return err(problem('tenant-id-invalid', { text: alone }));
  const domain = parseDomain(alone);
  return domain === undefined ? reading : ok({ domain });
}

const longestAlone = 400;

/** A domain, or that of a mail address, which is all that the text holds. */
function aloneIn(text: string): string {
  const plain = text.length > longestAlone ? '' : plainText(text).trim();
  const domain = withoutMailbox(plain);
  if (domain !== plain) return domain.replace(around, '');
  const [, inside = plain] = /^<([^<>\s]+)>[,;.]?$/.exec(plain) ?? [];
  return withoutMailbox(inside.replace(around, ''));
}

/** What stands around a domain or an address that was copied out of a sentence, a table or code. */
const around = /^[@"'`«“‘([]+|["'`»”’)\].,;:!?]+$/g;

function byDomain(domain: string, { lookup }: TextContext): Result<TextTarget, NoTarget> {
  const [customer, ...others] = lookup.byDomain(domain);
  const targets = [customer, ...others].flatMap((each) =>
    each === undefined ? [] : [{ customer: each, link: undefined, address: undefined }],
  );
  const [target] = targets;
  if (target === undefined) {
    // Nobody is added by the host of everybody's mailboxes.
    const unlisted = isMailboxOfMany(domain) ? hostOfMany(domain) : problem('domain-unlisted', { domain });
    return err({ problem: unlisted, candidates: [] });
  }
  return others.length > 0
    ? err({ problem: problem('domain-shared', { domain }), candidates: targets })
    : ok(target);
}

function inText(reading: TextReading, { lookup }: TextContext): Result<TextTarget, NoTarget> {
  const target = findCustomer(reading, lookup);
  if (target.ok) return target;
  const named = several.has(target.error.kind) ? customersIn(reading, lookup) : [];
  return err({ problem: target.error, candidates: named.length > 1 ? named : [] });
}

const ownLinks = /\btidegate:\/\/open\/?\?[\x21-\x7e]+/gi;
const deceiving: ReadonlySet<ProblemKind> = new Set(['link-disguised', 'link-look-alike', 'text-too-long']);

/**
 * What the one link of Tidegate's own in a text means; nothing where there is none that is right. SECURITY: not where the
 * text around it, or another such link, names another tenant.
 */
function findBesideOwn(text: string, context: TextContext): Result<TextTarget, NoTarget> | undefined {
  if (text.length > longestReading || !/tidegate:/i.test(text)) return undefined;
  const [body = text] = mailTexts(text).likely;
  const links = new Set([...body.matchAll(ownLinks)].map(([link]) => ownLink(link)));
  if (links.size === 0 || links.size > mostOwnLinks) return undefined;
  const found = [...links].map((link) => findOwn(link, context));
  const targets = found.flatMap((each) => (each.ok ? [each.value] : []));
  const [target] = targets;
  const [refused] = found;
  if (target === undefined)
    return refused?.ok === false && refused.error.problem.kind !== 'link-malformed' ? refused : undefined;
  const beside = findInText(body.replace(ownLinks, ' '), context);
  if (!beside.ok && deceiving.has(beside.error.problem.kind)) return beside;
  const named = [...targets, ...(beside.ok ? [beside.value] : beside.error.candidates)];
  const customers = new Map(named.map((each) => [each.customer.tenantId, each]));
  const another = !beside.ok && naming.has(beside.error.problem.kind);
  if (customers.size === 1 && !another) return ok(target);
  const candidates = customers.size > 1 ? [...customers.values()] : [];
  return err({ problem: problem('link-ambiguous', { text: text.trim().slice(0, 80) }), candidates });
}

const mostOwnLinks = 20;
/** Refusals of a text that does name a tenant. */
const naming: ReadonlySet<ProblemKind> = new Set([
  ...several,
  'customer-unknown',
  'domain-unlisted',
  'domain-consumer',
]);

/** Without the brackets, quotes and stops of the text around it. */
function ownLink(link: string): string {
  return trimmed(link.split(/[<>"`|]/, 1)[0] ?? '');
}

/** A link of Tidegate's own: a page of the tenant it names, or a portal link of that very tenant. */
function findOwn(link: string, context: TextContext): Result<TextTarget, NoTarget> {
  const refused = (trouble: Problem) => err({ problem: trouble, candidates: [] });
  if (isSelectionLink(link)) return findSelected(link, context);
  const read = readTidegateLink(link, context.portalHosts);
  if (!read.ok) return refused(read.error);
  if (read.value.kind === 'openLink') {
    const { shown, text } = read.value;
    const target = findTarget(text, context);
    if (!target.ok || target.value.customer.tenantId === shown) return target;
    return refused(problem('link-ambiguous', { text: link.slice(0, 80) }));
  }
  const { page, tenantId } = read.value;
  const customer = context.lookup.byId(tenantId);
  if (customer === undefined) return refused(problem('customer-unknown', { tenantId }));
  return ok({
    customer,
    link: undefined,
    address: undefined,
    page: isCatalogueId(page) ? page : 'defender',
  });
}

/** A link that selects customers opens none of them: each is one to choose. */
function findSelected(link: string, { lookup }: TextContext): Result<never, NoTarget> {
  const selected = readSelectionLink(link);
  if (!selected.ok) return err({ problem: selected.error, candidates: [] });
  const candidates = selected.value.flatMap((tenantId) => {
    const customer = lookup.byId(tenantId);
    return customer === undefined ? [] : [{ customer, link: undefined, address: undefined }];
  });
  return candidates.length === 0
    ? err({ problem: problem('selection-unlisted', { count: String(selected.value.length) }), candidates })
    : err({ problem: problem('link-ambiguous', { text: link.slice(0, 80) }), candidates });
}

/**
 * True for a text that says by itself whom it means, right or wrong: by a link, or by an id among other words. Then
 * nothing that merely resembles its letters is of use.
 */
export function readsAsText(text: string): boolean {
  if (isTidegateLink(text) || looksLikeLink(text)) return true;
  if (parseTenantId(plainText(text)) !== undefined) return false;
  const reading = readText(text);
  return reading.ok || reading.error.kind !== 'link-unknown' || !findLinks(text).next().done;
}
