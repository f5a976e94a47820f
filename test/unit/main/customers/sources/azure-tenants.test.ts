import { expect, test } from 'vitest';
import { AzureTenants, readTenants } from '../../../../../src/main/customers/sources/azure-tenants.ts';
import { clouds } from '#shared/settings/cloud.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { collect } from '../../../support/collect.ts';
import { aTenantId } from '../../../support/samples.ts';

const own = aTenantId();
const account = { id: 'a', username: 'analyst@mssp.example', homeTenantId: own };

/** Microsoft's documented answer (azure-rest-api-specs, Microsoft.Resources 2022-12-01, GetTenants), as it stands. */
const documented = {
  value: [
    {
      id: '/tenants/a70a1586-9c4a-4373-b907-1d310660dbd1',
      tenantId: 'a70a1586-9c4a-4373-b907-1d310660dbd1',
      countryCode: 'US',
      displayName: 'Test_Test_aad50',
      domains: ['aad50.ccsctp.net'],
      tenantCategory: 'ManagedBy',
      defaultDomain: 'aad50.ccsctp.net',
      tenantType: 'AAD',
    },
    {
      id: '/tenants/83abe5cd-bcc3-441a-bd86-e6a75360cecc',
      tenantId: '83abe5cd-bcc3-441a-bd86-e6a75360cecc',
      countryCode: 'US',
      displayName: 'Contoso Corp.',
      domains: ['auxteststagemanual.ccsctp.net'],
      tenantCategory: 'Home',
      defaultDomain: 'auxteststagemanual.ccsctp.net',
      tenantType: 'AAD',
    },
    {
      id: '/tenants/daea2e9b-847b-4c93-850d-2aa6f2d7af33',
      tenantId: 'daea2e9b-847b-4c93-850d-2aa6f2d7af33',
      countryCode: 'US',
      displayName: 'TEST_TEST_RDV',
      domains: ['rdvmohoro.ccsctp.net', 'rdvmohoro.mail.ccsctp.net', 'rdvmohoro.com'],
      tenantCategory: 'ProjectedBy',
      defaultDomain: 'rdvmohoro.ccsctp.net',
      tenantType: 'AAD',
      tenantBrandingLogoUrl: 'logo1.logo.rdvmohoro.com',
    },
  ],
  nextLink: '...',
};

/** An API that gives these answers in turn, and the addresses it was asked. */
function api(...answers: Result<unknown, Problem>[]) {
  const asked: string[] = [];
  const getJson = (url: string) => {
    asked.push(url);
    return Promise.resolve(answers[asked.length - 1] ?? err(problem('offline', { host: 'none' })));
  };
  const source = new AzureTenants({ getJson });
  return { asked, list: () => collect(source.list(request)) };
}

const request = {
  account,
  token: 't',
  cloud: clouds.public,
  signal: new AbortController().signal,
  onWait: () => undefined,
};

test('Microsoft’s documented answer is read as it stands', () => {
  const customers = readTenants(documented.value, own);
  expect(customers.map(({ tenantId }) => tenantId)).toEqual(documented.value.map(({ tenantId }) => tenantId));
  expect(customers[2]).toEqual({
    tenantId: 'daea2e9b-847b-4c93-850d-2aa6f2d7af33',
    name: 'TEST_TEST_RDV',
    defaultDomain: 'rdvmohoro.ccsctp.net',
    domains: ['rdvmohoro.ccsctp.net', 'rdvmohoro.mail.ccsctp.net', 'rdvmohoro.com'],
    access: 'member',
  });
});

test('every page is read, and a tenant that is on one of them twice is one customer', async () => {
  const [one, two] = [aTenantId(), aTenantId()];
  const nextLink = 'https://management.azure.com/tenants?api-version=2022-12-01&$skiptoken=2';
  const { asked, list } = api(
    ok({ value: [{ tenantId: one }, { tenantId: own }, { tenantId: one, displayName: 'Again' }], nextLink }),
    ok({ value: [{ tenantId: two }] }),
  );
  const listing = await list();
  expect(asked).toEqual(['https://management.azure.com/tenants?api-version=2022-12-01', nextLink]);
  expect(listing).toEqual([
    ok([
      { tenantId: one, domains: [], access: 'member' },
      { tenantId: own, domains: [], access: 'own' },
    ]),
    ok([{ tenantId: two, domains: [], access: 'member' }]),
  ]);
});

test('blank, absent and odd values cost nothing but themselves; rows without a tenant are left out', () => {
  const tenantId = aTenantId();
  const page = {
    value: [
      { tenantId, displayName: ' ', defaultDomain: '', domains: [null, 'Contoso.COM', 7, 'not a domain'] },
      { tenantId: aTenantId(), displayName: null, defaultDomain: 4, domains: 'contoso.com', future: {} },
      { tenantId: 'none', displayName: 'Nobody' },
      { tenantId: '9188040d-6c67-4c5b-b112-36a304b66dad' },
      { displayName: 'Nobody' },
      null,
    ],
  };
  const customers = readTenants(page.value, own);
  expect(customers[0]).toEqual({ tenantId, domains: ['contoso.com'], access: 'member' });
  expect(customers).toHaveLength(2);
});

test.each([[{ error: { code: 'AuthenticationFailed' } }], [{ value: {} }], [null], ['text'], [[]]])(
  'an answer that is no list is a problem, not an empty list: %j',
  async (answer) => {
    expect(await api(ok(answer)).list()).toMatchObject([{ error: { kind: 'answer-invalid' } }]);
  },
);

test('a list that breaks off ends with the problem', async () => {
  const nextLink = 'https://management.azure.com/tenants?page=2';
  const { list } = api(ok({ value: [{ tenantId: aTenantId() }], nextLink }));
  expect(await list()).toMatchObject([{ ok: true }, { error: { kind: 'offline' } }]);
});
