import { byUrgency, fitsQuery, readIncidentQuery } from '#shared/incidents/incident-query.ts';
import type { CustomerIncidents } from '#shared/incidents/incidents.ts';
import { addressFor } from '#shared/portals/availability.ts';
import { catalogue } from '#shared/portals/catalogue.ts';
import type { SearchHit } from '#shared/search/hit.ts';
import type { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import type { Usage } from '#shared/status/usage.ts';
import type { Portals } from './portals.ts';
import { toRow } from './results.ts';
import type { Row } from './row.ts';

/**
 * Rows for `!`, `!high`, `!high contoso`: who has active incidents, who needs somebody most first; each opens that customer's
 * incident queue. Nothing for a query that does not begin so.
 */
export function incidentRows(
  index: SearchIndex,
  typed: string,
  usage: Usage,
  now: number,
  portals: Portals,
  incidents: readonly CustomerIncidents[],
): readonly Row[] | undefined {
  const query = readIncidentQuery(typed);
  if (query === undefined) return undefined;
  const fitting = incidents.filter((each) => fitsQuery(each, query)).sort(byUrgency);
  const named = query.name === '' ? undefined : hitsOf(index, query.name, usage, now);
  return fitting.flatMap(({ tenantId }) => {
    const customer = portals.customers.get(tenantId);
    const hit = named === undefined ? undefined : named.get(tenantId);
    if (customer === undefined || customer.hidden || (named !== undefined && hit === undefined)) return [];
    const all: SearchHit = {
      customer,
      step: 'all',
      field: 'name',
      text: customer.name,
      ranges: [],
      lookAlike: index.isLookAlike(tenantId),
    };
    const address = addressFor(queue, customer, portals);
    const target = { kind: 'page', page: queue, obstacle: address.ok ? null : address.error } as const;
    return [{ ...toRow(hit ?? all), target }];
  });
}

const queue = catalogue.incidents;

function hitsOf(index: SearchIndex, name: string, usage: Usage, now: number): ReadonlyMap<string, SearchHit> {
  const hits = search(index, name, usage, now, Number.POSITIVE_INFINITY);
  return new Map(hits.map((hit) => [hit.customer.tenantId, hit]));
}
