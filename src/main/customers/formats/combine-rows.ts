import type { AnnotationChange, ObservedCustomer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { inSlices, type SliceClock } from '../../system/process/in-slices.ts';
import { MergedRows } from './merged-rows.ts';

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
export async function combineRows(
  rows: readonly ResolvedRow[],
  clock?: SliceClock,
): Promise<readonly ResolvedRow[]> {
  const merged = new MergedRows<ResolvedRow>(({ tenantId }) => tenantId);
  await inSlices(rows, (row) => void merged.add(row), clock);
  const combined: ResolvedRow[] = [];
  await inSlices(merged.each(), (row) => void combined.push(row), clock);
  return combined;
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
