import type { AnnotationChange, ObservedCustomer } from '../../../shared/customer.ts';
import type { TenantId } from '../../../shared/tenant-id.ts';
import { allDomains } from './list-row.ts';

/** A row whose tenant is known. */
export interface ResolvedRow {
  readonly line: number;
  readonly tenantId: TenantId;
  readonly name?: string;
  readonly defaultDomain?: string;
  readonly domains: readonly string[];
  readonly annotation?: AnnotationChange;
}

/** One row for each tenant, in the order of the list: what is said first wins, domains are added up. */
export function combineRows(rows: readonly ResolvedRow[]): readonly ResolvedRow[] {
  const combined = new Map<TenantId, { row: ResolvedRow; readonly domains: Set<string> }>();
  for (const row of rows) {
    const first = combined.get(row.tenantId);
    if (first === undefined) {
      combined.set(row.tenantId, { row, domains: new Set(allDomains(row)) });
      continue;
    }
    const annotation = { ...row.annotation, ...first.row.annotation };
    first.row = { ...row, ...first.row, ...(Object.keys(annotation).length > 0 && { annotation }) };
    for (const domain of allDomains(row)) first.domains.add(domain);
  }
  return [...combined.values()].map(({ row, domains }) => ({ ...row, domains: [...domains] }));
}

/** What a list says of a customer once it has the row: the row's name and default domain count, domains are added. */
export function listedAfter(before: ObservedCustomer | undefined, row: ResolvedRow): ObservedCustomer {
  const name = row.name ?? before?.name;
  const defaultDomain = row.defaultDomain ?? before?.defaultDomain;
  return {
    tenantId: row.tenantId,
    ...(name !== undefined && { name }),
    ...(defaultDomain !== undefined && { defaultDomain }),
    domains: [...new Set([...(before?.domains ?? []), ...row.domains])],
    access: 'list',
  };
}
