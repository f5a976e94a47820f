import { describe, expect, it } from 'vitest';
import { editCustomers } from '../../../../src/main/commands/edit-customers.ts';
import type { Annotation } from '#shared/customer/customer.ts';
import type { CustomersEdit } from '#shared/customer/customers-edit.ts';
import { ok } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { aCustomer, aTenantId } from '../../support/samples.ts';

function edited(...before: readonly Annotation[]) {
  const customers = before.map((annotation) => ({ customer: aCustomer(), annotation }));
  const tenantIds = customers.map(({ customer }) => customer.tenantId);
  const writes: ReadonlyMap<TenantId, Annotation>[] = [];
  const found = (id: TenantId) => customers.find(({ customer }) => customer.tenantId === id);
  const directory = {
    find: (id: TenantId) => found(id)?.customer,
    annotationOf: (id: TenantId) => found(id)?.annotation,
    annotateAll: async (all: ReadonlyMap<TenantId, Annotation>) => {
      writes.push(all);
      return ok(undefined);
    },
  };
  const run = (edit: CustomersEdit, ids: readonly TenantId[] = tenantIds) =>
    editCustomers(directory, { kind: 'editCustomers', tenantIds: ids, edit });
  return { run, writes, tenantIds };
}

describe('changing several customers', () => {
  it('adds and removes tags, and leaves the others, and all that is not named, as they are', async () => {
    const { run, writes, tenantIds } = edited(
      { tags: ['Gold', 'eu'], note: 'kept' },
      { tags: ['silver'] },
      {},
    );
    expect(await run({ addTags: ['tier1', 'EU'], removeTags: ['gold'], colour: '#0f6cbd' })).toMatchObject({
      ok: true,
    });
    // One write for all of them.
    expect(writes).toHaveLength(1);
    expect(tenantIds.map((id) => writes[0]?.get(id))).toEqual([
      { tags: ['eu', 'tier1'], note: 'kept', colour: '#0f6cbd' },
      { tags: ['silver', 'tier1', 'EU'], colour: '#0f6cbd' },
      { tags: ['tier1', 'EU'], colour: '#0f6cbd' },
    ]);
  });

  it('hides, shows, and goes back to the default', async () => {
    const { run, writes, tenantIds } = edited({ browser: 'edge', isolation: 'profile' });
    await run({ hidden: true });
    await run({ browser: null, isolation: null, hidden: false });
    expect(writes.map((all) => all.get(tenantIds[0] ?? aTenantId()))).toEqual([
      { browser: 'edge', isolation: 'profile', hidden: true },
      {},
    ]);
  });

  it('changes nobody when one value is wrong, or one customer is not there', async () => {
    const { run, writes, tenantIds } = edited({}, { tags: ['a'] });
    expect(await run({ colour: 'mauve' })).toMatchObject({ error: { kind: 'colour-invalid' } });
    expect(await run({ hidden: true }, [...tenantIds, aTenantId()])).toMatchObject({
      error: { kind: 'customer-unknown' },
    });
    expect(writes).toEqual([]);
  });
});
