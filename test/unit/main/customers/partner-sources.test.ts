import { expect, test } from 'vitest';
import { AzureLighthouse } from '../../../../src/main/customers/sources/azure-lighthouse.ts';
import { Governance } from '../../../../src/main/customers/sources/governance.ts';
import { clouds } from '#shared/settings/cloud.ts';
import { ok } from '#shared/problems/result.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import { collect } from '../../support/collect.ts';
import { aTenantId } from '../../support/samples.ts';

function id(text: string): TenantId {
  const parsed = parseTenantId(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

/** Microsoft's documented answer (azure-rest-api-specs, Microsoft.Resources 2022-12-01, GetSubscriptions), without its `nextLink`. */
const subscriptions = [
  {
    id: '/subscriptions/291bba3f-e0a5-47bc-a099-3bdcb2a50a05',
    subscriptionId: '291bba3f-e0a5-47bc-a099-3bdcb2a50a05',
    tenantId: '31c75423-32d6-4322-88b7-c478bdde4858',
    displayName: 'Example Subscription',
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Internal_2014-09-01',
      quotaId: 'Internal_2014-09-01',
      spendingLimit: 'Off',
    },
    authorizationSource: 'RoleBased',
    managedByTenants: [{ tenantId: '8f70baf1-1f6e-46a2-a1ff-238dac1ebfb7' }],
    tags: { tagKey1: 'tagValue1', tagKey2: 'tagValue2' },
  },
  {
    id: '/subscriptions/72ac930a-f34e-42d8-b06d-dc2a9e12ed71',
    subscriptionId: '72ac930a-f34e-42d8-b06d-dc2a9e12ed71',
    tenantId: '2a0ff0de-96b2-4859-bb7c-a430d07a3e0c',
    displayName: 'Example Subscription2',
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Internal_2014-09-01',
      quotaId: 'Internal_2014-09-01',
      spendingLimit: 'Off',
    },
    authorizationSource: 'RoleBased',
    managedByTenants: [
      { tenantId: '8f70baf1-1f6e-46a2-a1ff-238dac1ebfb7' },
      { tenantId: 'f7fb6af2-321d-47c8-9c0f-b0239eaad39a' },
    ],
    tags: { tagKey1: 'tagValue1', tagKey2: 'tagValue2' },
  },
];

/** Microsoft's documented answer (microsoft-graph-docs-contrib, v1.0, list governanceRelationships), as it stands. */
const relationships = [
  {
    '@odata.type': '#microsoft.graph.governanceRelationship',
    createdType: 'approvedByAdmin',
    creationDateTime: '2025-09-11T17:07:41.2019694Z',
    id: 'aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb',
    status: 'Active',
    governingTenantId: 'aaaabbbb-0000-cccc-1111-dddd2222eeee',
    governedTenantId: 'bbbbcccc-1111-dddd-2222-eeee3333ffff',
    governingTenantName: 'Contoso, Inc',
    governedTenantName: 'Fabrikam',
    policySnapshot: {
      policyId: 'd3d3d3d3-eeee-ffff-aaaa-b4b4b4b4b4b4',
      multiTenantApplicationsToProvision: [
        {
          appId: '66667777-aaaa-8888-bbbb-9999cccc0000',
          objectId: 'cccccccc-2222-3333-4444-dddddddddddd',
          displayName: 'Mega Monitor',
          requiredResourceAccesses: [
            {
              resourceAppId: '00000003-0000-0000-c000-000000000000',
              permissions: [
                {
                  id: '633e0fce-8c58-4cfb-9495-12bbd5a24f7c',
                  name: 'Policy.Read.ConditionalAccess',
                  type: 'scope',
                },
                { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', name: 'User.Read', type: 'scope' },
              ],
            },
          ],
        },
      ],
      delegatedAdministrationRoleAssignments: [
        {
          roleTemplates: [{ id: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451', name: 'Global Reader' }],
          group: { id: 'ffffffff-5555-6666-7777-aaaaaaaaaaaa' },
        },
      ],
    },
  },
];

type Kind = 'governance' | 'lighthouse';

async function list(kind: Kind, own: TenantId, value: readonly unknown[]) {
  const asked: string[] = [];
  const api = {
    getJson: (url: string) => {
      asked.push(url);
      return Promise.resolve(ok({ value }));
    },
  };
  const source = kind === 'governance' ? new Governance(api) : new AzureLighthouse(api);
  const account = { id: 'a', username: 'analyst@mssp.example', homeTenantId: own };
  const { signal } = new AbortController();
  const pages = await collect(
    source.list({ account, token: 'secret', cloud: clouds.public, signal, onWait: () => undefined }),
  );
  return { asked, pages };
}
async function customers(kind: Kind, own: TenantId, value: readonly unknown[]) {
  const { pages } = await list(kind, own, value);
  return pages.flatMap((page): readonly unknown[] => (page.ok ? page.value : [page.error.kind]));
}

const manager = id('8f70baf1-1f6e-46a2-a1ff-238dac1ebfb7');
const governing = id('aaaabbbb-0000-cccc-1111-dddd2222eeee');

test('Azure Lighthouse lists the tenants of delegated subscriptions', async () => {
  const { asked, pages } = await list('lighthouse', manager, subscriptions);
  expect(asked).toEqual(['https://management.azure.com/subscriptions?api-version=2022-12-01']);
  expect(pages).toEqual([
    ok([
      { tenantId: '31c75423-32d6-4322-88b7-c478bdde4858', domains: [], access: 'lighthouse' },
      { tenantId: '2a0ff0de-96b2-4859-bb7c-a430d07a3e0c', domains: [], access: 'lighthouse' },
    ]),
  ]);
});

test('of subscriptions only those that others delegated to the own tenant make a customer', async () => {
  const other = id('f7fb6af2-321d-47c8-9c0f-b0239eaad39a');
  expect(await customers('lighthouse', other, subscriptions)).toMatchObject([
    { tenantId: '2a0ff0de-96b2-4859-bb7c-a430d07a3e0c' },
  ]);
  expect(await customers('lighthouse', aTenantId(), subscriptions)).toEqual([]);
  const own = subscriptions.map((each) => ({ ...each, tenantId: manager }));
  expect(await customers('lighthouse', manager, own)).toEqual([]);
  const undelegated = subscriptions.map(({ managedByTenants: _none, ...each }) => each);
  expect(await customers('lighthouse', manager, undelegated)).toEqual([]);
});

test('a tenant with several delegated subscriptions is one customer', async () => {
  const [first] = subscriptions;
  expect(
    await customers('lighthouse', manager, [first, { ...first, subscriptionId: 'another' }]),
  ).toHaveLength(1);
});

test('governance relationships list the tenants that the own one governs', async () => {
  const { asked, pages } = await list('governance', governing, relationships);
  expect(asked).toEqual([
    'https://graph.microsoft.com/v1.0/directory/tenantGovernance/governanceRelationships',
  ]);
  expect(pages).toEqual([
    ok([
      {
        tenantId: 'bbbbcccc-1111-dddd-2222-eeee3333ffff',
        name: 'Fabrikam',
        domains: [],
        access: 'governance',
      },
    ]),
  ]);
});

test('a relationship in which the own tenant is the governed one makes no customer', async () => {
  expect(await customers('governance', id('bbbbcccc-1111-dddd-2222-eeee3333ffff'), relationships)).toEqual(
    [],
  );
  expect(await customers('governance', aTenantId(), relationships)).toEqual([]);
});

test.each([
  ['active', 1],
  ['Active', 1],
  ['terminationRequestedByGoverningTenant', 1],
  ['terminated', 0],
  ['unknownFutureValue', 0],
])('a relationship that is %s makes %i customers', async (status, count) => {
  const rows = relationships.map((each) => ({ ...each, status }));
  expect(await customers('governance', governing, rows)).toHaveLength(count);
});

test.each(['governance', 'lighthouse'] as const)(
  '%s: rows of another form are no empty list',
  async (kind) => {
    expect(await customers(kind, manager, [{ renamed: true }])).toEqual(['answer-invalid']);
  },
);
