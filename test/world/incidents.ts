import type { WorldDirectory } from './directory.ts';
import { json } from './exchange.ts';
import type { Reply, WorldRequest } from './exchange.ts';
import { graphHost } from './hosts.ts';
import { guidFrom } from './tenants.ts';

/** An incident of a tenant. */
export interface WorldIncident {
  readonly number: number;
  readonly severity: 'high' | 'medium' | 'low' | 'informational';
  /** Default: active. */
  readonly status?: 'active' | 'inProgress' | 'awaitingAction' | 'resolved' | 'redirected';
  /** ISO 8601. Default: a time that grows with the number. */
  readonly at?: string;
  /** Default: a name with `incident-title-marker` in it, for tests that search files for titles. */
  readonly title?: string;
}

/** The title of every incident that says nothing else. */
export const titleMarker = 'incident-title-marker';

export const incidentPermission = 'SecurityIncident.Read.All';

const largestPage = 50;

/**
 * `GET /security/incidents` of Graph v1.0, for the tenant in the token. Shape: the page `security-list-incidents` in
 * microsoft-graph-docs; the limit of 50 and what `$count` counts as DOMAIN knows them.
 */
export function incidentsPage(
  { headers, url }: WorldRequest,
  directory: WorldDirectory,
  tenantId: string,
): Reply {
  const top = Number(url.searchParams.get('$top') ?? '50');
  if (!(top >= 1 && top <= largestPage))
    return refusal(400, `The limit of '50' for Top query has been exceeded.`);
  const filter = url.searchParams.get('$filter') ?? '';
  const statuses = valuesOf(filter, 'status');
  const levels = valuesOf(filter, 'severity');
  const knowsAll = headers['prefer']?.toString().includes('include-unknown-enum-members') === true;
  const fitting = directory
    .incidents(tenantId)
    .filter(({ status = 'active' }) => statuses.length === 0 || statuses.includes(status))
    .filter(({ severity }) => levels.length === 0 || levels.includes(severity))
    .filter(({ status }) => status !== 'awaitingAction' || knowsAll);
  const start = Number(url.searchParams.get('$skip') ?? '0');
  const next = new URL(url);
  next.searchParams.set('$skip', String(start + top));
  return json(200, {
    '@odata.context': `https://${graphHost}/v1.0/$metadata#security/incidents`,
    ...(url.searchParams.get('$count') === 'true' && { '@odata.count': fitting.length }),
    value: fitting.slice(start, start + top).map((each) => resource(each, tenantId)),
    ...(start + top < fitting.length && { '@odata.nextLink': next.href }),
  });
}

function valuesOf(filter: string, name: string): readonly string[] {
  return [...filter.matchAll(new RegExp(`${name} eq '(\\w+)'`, 'g'))].map(([, value = '']) => value);
}

function resource(incident: WorldIncident, tenantId: string): object {
  const { at, number, severity, status = 'active', title = `${titleMarker} of ${number}` } = incident;
  return {
    '@odata.type': '#microsoft.graph.security.incident',
    id: String(number),
    tenantId,
    status,
    incidentWebUrl: `https://security.microsoft.com/incident2/${number}/overview?tid=${tenantId}`,
    redirectIncidentId: null,
    displayName: title,
    createdDateTime: at ?? new Date(Date.UTC(2026, 10, 1) + number * 60_000).toISOString(),
    lastUpdateDateTime: '2026-11-28T09:00:00Z',
    assignedTo: `${guidFrom(title).slice(0, 8)}@example.com`,
    classification: 'unknown',
    determination: 'unknown',
    severity,
    customTags: [`${titleMarker}-tag`],
    systemTags: [],
    description: `${titleMarker}: a description`,
    comments: [],
  };
}

function refusal(status: number, message: string): Reply {
  return json(status, { error: { code: 'BadRequest', message } });
}
