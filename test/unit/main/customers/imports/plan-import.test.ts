import { expect, test } from 'vitest';
import { planImport, type Present } from '../../../../../src/main/customers/imports/plan-import.ts';
import type { Written } from '../../../../../src/main/customers/imports/import-step.ts';
import type { ObservedCustomer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { aCustomer, aTenantId } from '../../../support/samples.ts';

const [known, renamed, synced, fresh] = [aTenantId(), aTenantId(), aTenantId(), aTenantId()];

function listed(tenantId: TenantId, name: string, ...domains: string[]): ObservedCustomer {
  return { tenantId, name, domains, access: 'list' };
}

const written = new Map<TenantId, Written>([
  [known, { listed: listed(known, 'Known', 'known.example'), annotation: { note: 'Mine' } }],
  [renamed, { listed: listed(renamed, 'Before'), annotation: { tags: ['gold'] } }],
]);

const present: Present = {
  customers: new Map(
    [
      aCustomer({ tenantId: known, name: 'Known', domains: ['known.example'] }),
      aCustomer({ tenantId: renamed, name: 'Before' }),
      aCustomer({ tenantId: synced, name: 'Contoso Ltd' }),
    ].map((customer) => [customer.tenantId, customer]),
  ),
  written: (tenantId) => written.get(tenantId) ?? { listed: undefined, annotation: undefined },
};

test('what a list would change is told customer by customer, with before and after', async () => {
  const plan = await planImport(
    [
      { line: 1, tenantId: known, domains: ['known.example'], annotation: { note: 'Mine' } },
      { line: 2, tenantId: renamed, name: 'After', domains: [], annotation: { tags: null, favourite: true } },
      { line: 3, tenantId: fresh, domains: ['fresh.example'] },
      { line: 4, tenantId: fresh, name: 'Fresh', defaultDomain: 'fresh.fr', domains: [] },
      { line: 5, tenantId: fresh, name: 'Not first', domains: [] },
    ],
    present,
  );
  expect(plan).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
  expect(plan.customers).toEqual([
    {
      kind: 'changed',
      tenantId: renamed,
      name: 'After',
      line: 2,
      namesake: null,
      changes: [
        { field: 'listedName', before: 'Before', after: 'After' },
        { field: 'tags', before: ['gold'], after: null },
        { field: 'favourite', before: null, after: true },
      ],
    },
    {
      kind: 'added',
      tenantId: fresh,
      name: 'Fresh',
      line: 3,
      namesake: null,
      changes: [
        { field: 'ownList', before: null, after: true },
        { field: 'listedName', before: null, after: 'Fresh' },
        { field: 'defaultDomain', before: null, after: 'fresh.fr' },
        { field: 'domains', before: null, after: ['fresh.example', 'fresh.fr'] },
      ],
    },
  ]);
  expect(plan.steps.map(({ after }) => after)).toEqual([
    { listed: listed(renamed, 'After'), annotation: { favourite: true } },
    {
      listed: { ...listed(fresh, 'Fresh', 'fresh.example', 'fresh.fr'), defaultDomain: 'fresh.fr' },
      annotation: {},
    },
  ]);
});

test('a customer that only a sign-in lists comes onto the own list, where it outlives the sign-in', async () => {
  const { customers } = await planImport([{ line: 1, tenantId: synced, domains: [] }], present);
  expect(customers).toMatchObject([
    { kind: 'changed', name: 'Contoso Ltd', changes: [{ field: 'ownList', before: null, after: true }] },
  ]);
});

test.each([
  ['a name', { name: 'CONTOSO limited', domains: [] }, 'Contoso Ltd'],
  ['a domain', { name: 'Something else', domains: ['known.example'] }, 'Known'],
  ['nothing', { name: 'Something else', domains: ['else.example'] }, undefined],
])('%s that another customer has already is pointed out', async (_what, row, namesake) => {
  const { customers } = await planImport([{ line: 1, tenantId: fresh, ...row }], present);
  expect(customers[0]?.namesake?.name).toBe(namesake);
});
