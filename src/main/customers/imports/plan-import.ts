import type { Customer } from '#shared/customer/customer.ts';
import type { PlannedCustomer } from '#shared/imports/import.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { changeAnnotation } from '../annotations/change-annotation.ts';
import { KnownNames } from '../merge/known-names.ts';
import { combineRows, listedAfter, type ResolvedRow } from '../formats/combine-rows.ts';
import { inSlices } from '../../system/process/in-slices.ts';
import { changesOf } from './changes.ts';
import type { ImportStep, Written } from './import-step.ts';

/** What there is before an import. */
export interface Present {
  readonly customers: ReadonlyMap<TenantId, Customer>;
  written(tenantId: TenantId): Written;
}

export interface ImportPlan {
  readonly steps: readonly ImportStep[];
  /** One for each step, in the same order. */
  readonly customers: readonly PlannedCustomer[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** What rows would change. It touches nothing. */
export async function planImport(rows: readonly ResolvedRow[], present: Present): Promise<ImportPlan> {
  const names = new KnownNames();
  await inSlices(present.customers.values(), ({ tenantId, name, aliases, domains }) =>
    names.add({ tenantId, names: [name, ...aliases], domains }),
  );
  const steps: ImportStep[] = [];
  const customers: PlannedCustomer[] = [];
  const combined = await combineRows(rows);
  await inSlices(combined, (row) => {
    const step = stepOf(row, present);
    const changes = changesOf(step);
    if (changes.length === 0) return;
    const known = present.customers.get(row.tenantId);
    const { tenantId, after } = step;
    const { listed } = after;
    const name = after.annotation.name ?? row.name ?? known?.name ?? listed.domains[0] ?? tenantId;
    const [other] = names.othersOf({ tenantId, names: [name], domains: listed.domains });
    const namesake = other === undefined ? undefined : present.customers.get(other);
    steps.push(step);
    customers.push({
      kind: known === undefined ? 'added' : 'changed',
      tenantId,
      name,
      line: row.line,
      changes,
      namesake: namesake ? { tenantId: namesake.tenantId, name: namesake.name } : null,
    });
  });
  const added = customers.reduce((count, { kind }) => count + (kind === 'added' ? 1 : 0), 0);
  const changed = customers.length - added;
  return { steps, customers, added, changed, unchanged: combined.length - customers.length };
}

function stepOf(row: ResolvedRow, present: Present): ImportStep {
  const before = present.written(row.tenantId);
  const annotation = before.annotation ?? {};
  // A row's annotation has been judged where it was read; what cannot be taken is left as it is.
  const changed = changeAnnotation(annotation, row.annotation ?? {});
  return {
    tenantId: row.tenantId,
    before,
    after: {
      listed: listedAfter(before.listed, row),
      annotation: changed.ok ? changed.value : annotation,
    },
  };
}
