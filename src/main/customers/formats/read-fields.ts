import { parseDomain } from '#shared/tenant/domain.ts';
import { looksLikeLink } from '#shared/portals/links/read-link.ts';
import { readReference } from '#shared/portals/read-reference.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import type { TenantReference } from '#shared/tenant/tenant-reference.ts';
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
  const reference = readTenant(texts, whole);
  if (!reference.ok) return refuse(reference.error);
  const annotation = annotationInCells(texts);
  if (!annotation.ok) return refuse(annotation.error);

  const [defaultDomain, ...rest] = given(texts.domain).map(parseDomain);
  const listed = given(texts.domains).flatMap(domainsIn);
  const domains = [...rest.filter((domain) => domain !== undefined), ...listed];
  const either = given(texts.tenantOrName).filter((text) => !namesTenant(text));
  const [name] = [...given(texts.name), ...either].map(cleanName);
  return ok({
    line,
    reference: reference.value,
    ...(name !== undefined && { name }),
    ...(defaultDomain !== undefined && { defaultDomain }),
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
  read('tenant', given(texts.tenant).map(bareId));
  read('tenantOrName', given(texts.tenantOrName).filter(namesTenant));
  read('link', given(texts.link));
  read('perhapsLink', given(texts.perhapsLink).filter(namesTenant));
  // A list's own customer number stands beside the tenant id: only alone is it taken for one.
  for (const field of ['perhapsTenant', 'ownId'] as const)
    if (readings.length === 0) read(field, given(texts[field]).map(bareId).filter(isTenantId));
  if (readings.length === 0) read('domain', given(texts.domain).slice(0, 1));
  if (readings.length === 0) read('domains', given(texts.domains).flatMap(domainsIn).slice(0, 1));
  if (readings.length === 0) read('site', given(texts.site).map(domainOfSite).filter(namesTenant));
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

function domainsIn(cell: string): string[] {
  return cell
    .slice(0, longestDomains)
    .split(/[\s,;|{}[\]"'()]+/, mostDomains)
    .map(parseDomain)
    .filter((domain) => domain !== undefined);
}

/** `https://www.contoso.com/about` as `contoso.com`. */
function domainOfSite(text: string): string {
  return text
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[/?#:].*$/s, '');
}

function given(texts: readonly string[] | undefined): string[] {
  return (texts ?? []).map((text) => text.trim()).filter((text) => text !== '');
}
