import type { ObservedCustomer } from '#shared/customer/customer.ts';
import type { HeldCustomer } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { inSlices } from '../../system/process/in-slices.ts';
import { KnownNames, type KnownBy } from '../merge/known-names.ts';

export interface Sifted {
  readonly listed: readonly ObservedCustomer[];
  readonly held: readonly HeldCustomer[];
}

/**
 * SECURITY: what a shared list says of tenants, without the rows that give a name or domain which is known for one tenant
 * to another: whoever can write the list could point "Contoso" at a tenant of their own. Those wait for the user, and
 * those whom the user refused stay out, under whatever name. So do all rows that share a name or domain within the list, but
 * for the tenant that is known by it.
 */
export async function holdBack(
  rows: readonly ObservedCustomer[],
  known: KnownNames,
  refused: ReadonlySet<TenantId>,
): Promise<Sifted> {
  const listed: ObservedCustomer[] = [];
  const held: HeldCustomer[] = [];
  const inList = new KnownNames();
  await inSlices(rows, (row) => {
    if (!refused.has(row.tenantId)) inList.add(knownBy(row));
  });
  await inSlices(rows, (row) => {
    const { tenantId, name } = row;
    if (refused.has(tenantId)) return;
    const named = knownBy(row);
    const all = named.domains;
    const others = [...new Set([...known.othersOf(named), ...inList.sharing(named, known)])];
    if (others.length === 0) listed.push(row);
    else held.push({ tenantId, name: name ?? all[0] ?? tenantId, domains: all, known: others });
  });
  return { listed, held };
}

function knownBy({ tenantId, name, defaultDomain, domains }: ObservedCustomer): KnownBy {
  return {
    tenantId,
    names: name === undefined ? [] : [name],
    domains: [...new Set(defaultDomain === undefined ? domains : [defaultDomain, ...domains])],
  };
}
