import { parseDomain } from '../../../shared/domain.ts';
import { readReference } from '../../../shared/portals/read-reference.ts';
import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { parseTenantId } from '../../../shared/tenant-id.ts';
import type { TenantReference } from '../../../shared/tenant-reference.ts';
import { cleanName } from '../customer-name.ts';
import type { Field } from './fields.ts';
import { shorten, type RowReading } from './list-row.ts';

/** The texts a row has for each field, in the row's order; blank ones may be among them. */
export type FieldTexts = Readonly<Partial<Record<Field, readonly string[]>>>;

/** Entra lets a tenant have no more. */
const mostDomains = 5_000;

/** Makes a customer of a row whose columns have names. `whole` is the row as text, to report it. */
export function readFields(line: number, whole: string, texts: FieldTexts): RowReading {
  const either = given(texts.tenantOrName);
  const reference = readTenant(
    { ...texts, tenant: [...(texts.tenant ?? []), ...either.filter(namesTenant)] },
    whole,
  );
  if (!reference.ok) return err({ line, text: shorten(whole), problem: reference.error });

  const [defaultDomain, ...rest] = given(texts.domain).map(parseDomain);
  const listed = given(texts.domains).flatMap((cell) =>
    cell.split(/[\s,;|{}[\]"]+/, mostDomains).map(parseDomain),
  );
  const domains = [...rest, ...listed].filter((domain) => domain !== undefined);
  const [name] = [...given(texts.name), ...either.filter((text) => !namesTenant(text))].map(cleanName);
  return ok({
    line,
    reference: reference.value,
    ...(name !== undefined && { name }),
    ...(defaultDomain !== undefined && { defaultDomain }),
    domains: [...new Set(domains)].filter((domain) => domain !== defaultDomain),
  });
}

/** An id beats a domain; two ids that differ are refused rather than chosen from. */
function readTenant(texts: FieldTexts, whole: string): Result<TenantReference, Problem> {
  const readings = [...given(texts.tenant), ...given(texts.link)].map(readReference);
  for (const text of given(texts.perhapsTenant)) {
    const tenantId = parseTenantId(text);
    // A list's own customer number stands beside the tenant id: only alone is it taken for one.
    if (tenantId !== undefined && readings.length === 0) readings.push(ok({ kind: 'tenant', tenantId }));
  }
  if (readings.length === 0) readings.push(...given(texts.domain).slice(0, 1).map(readReference));

  const failed = readings.find((reading) => !reading.ok);
  if (failed) return failed;
  const references = readings.filter((reading) => reading.ok).map((reading) => reading.value);
  const ids = references.filter((reference) => reference.kind === 'tenant');
  if (new Set(ids.map((reference) => reference.tenantId)).size > 1)
    return err(problem('link-ambiguous', { text: shorten(whole) }));
  const chosen = ids[0] ?? references[0];
  return chosen === undefined ? err(problem('link-unknown', { text: shorten(whole) })) : ok(chosen);
}

function namesTenant(text: string): boolean {
  return readReference(text).ok;
}

function given(texts: readonly string[] | undefined): string[] {
  return (texts ?? []).map((text) => text.trim()).filter((text) => text !== '');
}
