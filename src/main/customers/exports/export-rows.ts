import type { Annotation, Customer, Observation } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { mergeCustomers, noOwnTenants, type Annotations } from '../merge/merge.ts';

/** One customer as it is exported: what it is known by, and what the user wrote about it. */
export interface ExportRow {
  readonly tenantId: TenantId;
  /** As the sources name it; absent when none does. */
  readonly name?: string;
  readonly defaultDomain?: string;
  /** The others. */
  readonly domains: readonly string[];
  readonly annotation: Annotation;
}

/** Every customer there is, and every one that the user wrote about though no source lists it now. */
export function exportRows(
  observations: readonly Observation[],
  annotations: Annotations,
): readonly ExportRow[] {
  const customers = mergeCustomers(observations, new Map(), noOwnTenants);
  const rows = [...customers.values()].map((customer) =>
    rowOf(customer, annotations.get(customer.tenantId) ?? {}),
  );
  const unlisted = [...annotations].filter(([tenantId]) => !customers.has(tenantId));
  return [...rows, ...unlisted.map(([tenantId, annotation]) => ({ tenantId, domains: [], annotation }))];
}

function rowOf({ tenantId, name, defaultDomain, domains }: Customer, annotation: Annotation): ExportRow {
  // Where no source names it, its name is made of these.
  const named = name !== (domains[0] ?? tenantId);
  return {
    tenantId,
    ...(named && { name }),
    ...(defaultDomain !== undefined && { defaultDomain }),
    domains: domains.filter((domain) => domain !== defaultDomain),
    annotation,
  };
}
