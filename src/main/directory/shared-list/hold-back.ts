import type { ObservedCustomer } from '../../../shared/customer.ts';
import type { HeldCustomer } from '../../../shared/status.ts';
import type { TenantId } from '../../../shared/tenant-id.ts';
import { inSlices } from '../../process/in-slices.ts';
import type { KnownNames } from '../known-names.ts';

export interface Sifted {
  readonly listed: readonly ObservedCustomer[];
  readonly held: readonly HeldCustomer[];
}

/**
 * SECURITY: what a shared list says of tenants, without the rows that give a name or domain which is known for one tenant
 * to another: whoever can write the list could point "Contoso" at a tenant of their own. Those wait for the user, and
 * those whom the user refused stay out, under whatever name.
 */
export async function holdBack(
  rows: readonly ObservedCustomer[],
  known: KnownNames,
  refused: ReadonlySet<TenantId>,
): Promise<Sifted> {
  const listed: ObservedCustomer[] = [];
  const held: HeldCustomer[] = [];
  await inSlices(rows, (row) => {
    const { tenantId, name, defaultDomain, domains } = row;
    if (refused.has(tenantId)) return;
    const all = [...new Set([...(defaultDomain === undefined ? [] : [defaultDomain]), ...domains])];
    const names = name === undefined ? [] : [name];
    const others = known.othersOf({ tenantId, names, domains: all });
    if (others.length === 0) listed.push(row);
    else held.push({ tenantId, name: name ?? all[0] ?? tenantId, domains: all, known: others });
  });
  return { listed, held };
}
