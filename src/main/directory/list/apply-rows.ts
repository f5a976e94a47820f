import type { ObservedCustomer } from '../../../shared/customer.ts';
import type { TenantId } from '../../../shared/tenant-id.ts';
import { allDomains } from './list-row.ts';

/** A row whose tenant is known. */
export interface ResolvedRow {
  readonly tenantId: TenantId;
  readonly name?: string;
  readonly defaultDomain?: string;
  readonly domains: readonly string[];
}

export interface AppliedRows {
  readonly customers: readonly ObservedCustomer[];
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * The user's list with the rows in it. Of several rows for one tenant the first name counts; a row's name and default
 * domain take the place of the list's; domains are added. The counts are of tenants.
 */
export function applyRows(current: readonly ObservedCustomer[], rows: readonly ResolvedRow[]): AppliedRows {
  const incoming = new Map<TenantId, { row: ResolvedRow; domains: Set<string> }>();
  for (const row of rows) {
    const first = incoming.get(row.tenantId);
    if (first === undefined) incoming.set(row.tenantId, { row, domains: new Set(allDomains(row)) });
    else {
      first.row = { ...row, ...first.row };
      for (const domain of allDomains(row)) first.domains.add(domain);
    }
  }
  const customers = new Map(current.map((customer) => [customer.tenantId, customer]));
  let added = 0;
  let updated = 0;
  for (const [tenantId, { row, domains }] of incoming) {
    const before = customers.get(tenantId);
    const after = combine(before, row, domains);
    if (before === undefined) added += 1;
    else if (JSON.stringify(before) !== JSON.stringify(after)) updated += 1;
    customers.set(tenantId, after);
  }
  return { customers: [...customers.values()], added, updated, unchanged: incoming.size - added - updated };
}

function combine(
  before: ObservedCustomer | undefined,
  row: ResolvedRow,
  domains: Iterable<string>,
): ObservedCustomer {
  const name = row.name ?? before?.name;
  const defaultDomain = row.defaultDomain ?? before?.defaultDomain;
  return {
    tenantId: row.tenantId,
    ...(name !== undefined && { name }),
    ...(defaultDomain !== undefined && { defaultDomain }),
    domains: [...new Set([...(before?.domains ?? []), ...domains])],
    access: 'list',
  };
}
