import { z } from 'zod';
import {
  severities,
  type IncidentCount,
  type NewestIncident,
  type Severity,
} from '#shared/incidents/incidents.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';

/** The largest page that Graph gives of incidents. */
export const pageSize = 50;

const pageSchema = z.looseObject({
  value: z.array(z.unknown()),
  '@odata.count': z.int().min(0).optional().catch(undefined),
  '@odata.nextLink': z.string().optional().catch(undefined),
});

/** Names, descriptions and comments of an incident are not read at all. */
const incidentSchema = z.looseObject({
  id: z
    .union([z.string(), z.int()])
    .transform(String)
    .pipe(z.string().regex(/^[1-9]\d{0,9}$/)),
  tenantId: z.string().optional().catch(undefined),
  status: z.string(),
  severity: z.string().optional().catch(undefined),
  createdDateTime: z.string().optional().catch(undefined),
});

/** Statuses of an incident that somebody has to work on; `redirected` ones are part of another. */
const active: ReadonlySet<string> = new Set(['active', 'inProgress', 'awaitingAction']);

/**
 * The first page of a tenant's active incidents, read as a number. `@odata.count` counts when it fits what came: Microsoft
 * does not say that it does for incidents. Otherwise the number is that of the rows, or "at least" that where more
 * may follow. Errors: `answer-invalid` for what is no such page, or is about another tenant.
 */
export function readIncidents(
  page: unknown,
  tenantId: TenantId,
  host: string,
): Result<IncidentCount, Problem> {
  const { data } = pageSchema.safeParse(page);
  if (data === undefined) return err(problem('answer-invalid', { host, reason: 'answerFault.noList' }));
  const rows = data.value.flatMap((row) => incidentSchema.safeParse(row).data ?? []);
  if (rows.length < data.value.length)
    return err(problem('answer-invalid', { host, reason: 'answerFault.unexpected' }));
  // SECURITY: each row names its tenant; those of another, the own one above all, are no number of this customer's.
  if (rows.some((row) => row.tenantId !== undefined && parseTenantId(row.tenantId) !== tenantId))
    return err(problem('answer-invalid', { host, reason: 'answerFault.otherTenant' }));
  const counted = rows.filter(({ status }) => active.has(status));
  const told = data['@odata.count'];
  const more = rows.length >= pageSize || data['@odata.nextLink'] !== undefined;
  const isFiltered = counted.length === rows.length;
  // A page that ends the list, and a count that goes on, contradict each other.
  const disagrees = !more && isFiltered && told !== undefined && told > rows.length;
  const trusted = more && isFiltered && told !== undefined && told >= rows.length;
  const atLeast = disagrees || (more && !trusted);
  const total = trusted ? told : counted.length;
  // "At least none" would be read as none.
  if (atLeast && total === 0) return err(problem('answer-invalid', { host, reason: 'answerFault.partial' }));
  const whole = !atLeast && total === counted.length;
  return ok({
    total,
    atLeast,
    bySeverity: countsOf(counted),
    open: whole ? [] : severities,
    newest: whole ? newestOf(counted) : null,
    newestHigh: whole ? newestOf(counted.filter(({ severity }) => severity === 'high')) : null,
  });
}

/** The same count with its high ones counted apart, by a page of those alone. */
export function withHighOf(count: IncidentCount, high: IncidentCount): IncidentCount {
  return {
    ...count,
    total: Math.max(count.total, high.total),
    bySeverity: { ...count.bySeverity, high: Math.max(count.bySeverity.high, high.total) },
    open: severities.filter((severity) => severity !== 'high' || high.atLeast),
    newestHigh: high.newestHigh,
  };
}

type Incident = z.infer<typeof incidentSchema>;

function countsOf(incidents: readonly Incident[]): IncidentCount['bySeverity'] {
  const counts: Record<Severity, number> = { high: 0, medium: 0, low: 0, informational: 0 };
  for (const incident of incidents) {
    const severity = severityOf(incident.severity);
    if (severity !== null) counts[severity] += 1;
  }
  return counts;
}

function newestOf(incidents: readonly Incident[]): NewestIncident | null {
  let newest: NewestIncident | null = null;
  for (const { createdDateTime, id, severity } of incidents) {
    const at = timeOf(createdDateTime);
    if (at !== undefined && (newest === null || at > newest.at))
      newest = { number: id, at, severity: severityOf(severity) };
  }
  return newest;
}

function severityOf(text: string | undefined): Severity | null {
  return severities.find((severity) => severity === text) ?? null;
}

function timeOf(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
