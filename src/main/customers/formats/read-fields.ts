import { isInitialDomain, parseDomain } from '#shared/tenant/domain.ts';
import { hostOfMany, isMailboxOfMany, isSiteOfMany } from '#shared/tenant/shared-hosts.ts';
import { portalOf } from '#shared/portals/hosts.ts';
import { looksLikeLink } from '#shared/portals/links/read-link.ts';
import { readReference } from '#shared/portals/read-reference.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { guidPattern } from '#shared/text/guid.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { referenceKey, type TenantReference } from '#shared/tenant/tenant-reference.ts';
import { cleanName } from '../sources/customer-name.ts';
import type { FieldFault, FieldRow, FieldTexts } from './field-row.ts';
import type { Field } from './fields.ts';
import { annotationInCells } from './read-annotation.ts';
import { shorten, type RowReading } from './list-row.ts';

/** Entra lets a tenant have no more. */
const mostDomains = 5_000;
/** In characters. */
const longestDomains = 200_000;

/** Makes a customer of a row whose columns have names. */
export function readFields({ line, whole, texts, labels }: FieldRow): NonNullable<RowReading> {
  const refuse = ({ problem, field }: FieldFault) => {
    const column = field === undefined ? null : (labels[field] ?? null);
    return err({ line, column, text: shorten(whole), problem });
  };
  const unread = unreadDomain(texts);
  const reference = readTenant(texts, whole);
  // An id names the customer whatever its domains are; what was left out is told.
  if (unread !== undefined && !(reference.ok && reference.value.kind === 'tenant'))
    return refuse(unread.fault);
  if (!reference.ok) return refuse(reference.error);
  const annotation = annotationInCells(texts);
  if (!annotation.ok) return refuse(annotation.error);

  const either = given(texts.tenantOrName);
  const [defaultDomain, ...rest] = given(texts.domain).flatMap(domainsIn);
  const found = referenceKey(reference.value);
  const born = either.flatMap(domainsIn).filter(isInitialDomain);
  const domains = [
    ...rest,
    ...given(texts.domains).flatMap(domainsIn),
    ...born.filter((domain) => domain !== found),
  ];
  // A name may have the form of a domain, as E.ON has: it is a name unless the tenant is found by it alone.
  const isName = (text: string): boolean =>
    !isExact(text) && (parseDomain(text) !== found || hasDomains(texts));
  const [name] = [...given(texts.name), ...either.filter(isName)].map(cleanName);
  return ok({
    line,
    reference: reference.value,
    ...(name !== undefined && { name }),
    ...(defaultDomain !== undefined && { defaultDomain }),
    ...(unread !== undefined && { unreadDomain: shorten(unread.cell) }),
    domains: [...new Set(domains)].filter((domain) => domain !== defaultDomain),
    ...(Object.keys(annotation.value).length > 0 && { annotation: annotation.value }),
  });
}

interface Reading {
  readonly field: Field;
  readonly reference: Result<TenantReference, Problem>;
}

/** An id beats a domain; two ids that differ are refused rather than chosen from. */
function readTenant(texts: FieldTexts, whole: string): Result<TenantReference, FieldFault> {
  const readings: Reading[] = [];
  const read = (field: Field, used: readonly string[]) => {
    for (const text of used) readings.push({ field, reference: readReference(text) });
  };
  for (const cell of given(texts.tenant)) {
    if (idsIn(cell) > 1)
      return err({ problem: problem('link-ambiguous', { text: shorten(cell) }), field: 'tenant' });
    read('tenant', [wholeId(cell)]);
  }
  read('tenantOrName', given(texts.tenantOrName).filter(isExact));
  read('link', given(texts.link));
  read('perhapsLink', given(texts.perhapsLink).filter(namesTenant));
  // A list's own customer number stands beside the tenant id: only alone is it taken for one.
  for (const field of ['perhapsTenant', 'ownId'] as const)
    if (readings.length === 0) read(field, given(texts[field]).map(bareId).filter(isTenantId));
  let shared: FieldFault | undefined;
  /** Of domains the first that is a customer's. */
  const readDomain = (field: Field, found: readonly string[], isShared: (domain: string) => boolean) => {
    const own = found.find((text) => !isShared(text));
    const [first] = found;
    if (readings.length === 0 && own !== undefined) read(field, [own]);
    else if (first !== undefined && own === undefined) shared ??= { problem: hostOfMany(first), field };
  };
  const cells = given(texts.domain);
  readDomain(
    'domain',
    cells.flatMap((cell) => (isNamed(cell) ? [cell] : domainsIn(cell))),
    isMailboxOfMany,
  );
  readDomain('domains', given(texts.domains).flatMap(domainsIn), isMailboxOfMany);
  if (!hasDomains(texts))
    readDomain('tenantOrName', given(texts.tenantOrName).filter(namesTenant), isMailboxOfMany);
  readDomain('site', given(texts.site).flatMap(hostsIn), (host) => isSiteOfMany(host) || isPortal(host));
  if (readings.length === 0 && shared !== undefined) return err(shared);
  // It names none; why, is told by reading it.
  if (readings.length === 0) read('perhapsLink', given(texts.perhapsLink).filter(looksLikeLink));

  const references: TenantReference[] = [];
  for (const { field, reference } of readings) {
    if (!reference.ok) return err({ problem: reference.error, field });
    references.push(reference.value);
  }
  const ids = references.filter((reference) => reference.kind === 'tenant');
  if (new Set(ids.map((reference) => reference.tenantId)).size > 1)
    return err({ problem: problem('link-ambiguous', { text: shorten(whole) }) });
  const chosen = ids[0] ?? references[0];
  return chosen === undefined
    ? err({ problem: problem('link-unknown', { text: shorten(whole) }) })
    : ok(chosen);
}

function namesTenant(text: string): boolean {
  return readReference(text).ok;
}

function isTenantId(text: string): boolean {
  return parseTenantId(text) !== undefined;
}

/** ARM's form of an id is `/tenants/<tenant id>`; a spreadsheet's text may begin with an apostrophe. */
function bareId(text: string): string {
  return text.replace(/^(?:\/tenants\/|'(?=[0-9a-f{]))/i, '');
}

/** How many different ids stand in a cell. */
function idsIn(cell: string): number {
  if (cell.length < 2 * 36) return 0;
  const ids = cell.slice(0, longestDomains).match(new RegExp(guidPattern, 'gi')) ?? [];
  return new Set(ids.map((id) => id.toLowerCase())).size;
}

/** An id's digits, with the brackets and quotes that people put around it, and blanks where a line was cut. */
const idAlone =
  /^["'`“”„«»‘’‹›()[\]{}<>\s]*([0-9a-f][0-9a-f\s-]{30,60}[0-9a-f])["'`“”„«»‘’‹›()[\]{}<>.,;\s]*$/i;

/** The id in a cell that has nothing but one, also as programs write it without dashes. */
function wholeId(cell: string): string {
  if (isTenantId(cell)) return cell;
  const digits = idAlone.exec(cell)?.[1]?.replace(/\s+/g, '');
  const id = digits?.replace(/^(.{8})([^-]{4})([^-]{4})([^-]{4})([^-]{12})$/, '$1-$2-$3-$4-$5');
  return id !== undefined && isTenantId(id) ? id : bareId(cell);
}

/** A Domain cell in which no domain is found, and why. */
function unreadDomain(texts: FieldTexts): { readonly cell: string; readonly fault: FieldFault } | undefined {
  for (const cell of given(texts.domain)) {
    const reference = readReference(cell);
    if (!reference.ok && domainsIn(cell).length === 0)
      return { cell, fault: { problem: reference.error, field: 'domain' } };
  }
  return undefined;
}

function hasDomains(texts: FieldTexts): boolean {
  return [...given(texts.domain), ...given(texts.domains)].some((cell) => domainsIn(cell).length > 0);
}

/** The domains of a cell. A portal's own host is nobody's. */
function domainsIn(cell: string): string[] {
  return isNamed(cell) ? [] : hostsIn(cell).filter((host) => !isPortal(host));
}

/** Hosts and domains, however they are parted and written: `@contoso.com`, `https://www.contoso.com/about`. */
function hostsIn(cell: string): string[] {
  return cell
    .slice(0, longestDomains)
    .split(/[\s,;|{}[\]"'()<>]+/, mostDomains)
    .map(hostOf)
    .filter((host) => host !== undefined);
}

function hostOf(text: string): string | undefined {
  const host = text
    .replace(/^(?:[a-z]+:)?(?:\/\/)?/i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/s, '')
    .replace(/:.*$/s, '')
    .replace(/^\*?\./, '');
  return parseDomain(host.replace(/^www\./i, '')) ?? parseDomain(host);
}

function isPortal(host: string): boolean {
  return portalOf(host) !== undefined;
}

/** An id, or a link that names a tenant. */
function isNamed(text: string): boolean {
  const reference = readReference(text);
  return reference.ok && (reference.value.kind === 'tenant' || looksLikeLink(text));
}

/** Also the domain that a tenant is born with: no name has the form of these. */
function isExact(text: string): boolean {
  return isNamed(text) || isInitialDomain(parseDomain(text) ?? '');
}

function given(texts: readonly string[] | undefined): string[] {
  return (texts ?? []).map((text) => text.trim()).filter((text) => text !== '');
}
