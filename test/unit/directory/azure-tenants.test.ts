import { expect, test } from 'vitest';
import { AzureTenants, readTenantsPage } from '../../../src/main/directory/sources/azure-tenants.ts';
import { clouds } from '../../../src/shared/cloud.ts';
import { problem, type Problem } from '../../../src/shared/problem.ts';
import { err, ok, type Result } from '../../../src/shared/result.ts';
import { aTenantId } from '../support/samples.ts';

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
  return { asked, source: new AzureTenants({ getJson }) };
}

const request = { account, token: 't', cloud: clouds.public };

test('Microsoft’s documented answer is read as it stands', () => {
  const listing = readTenantsPage(documented, own);
  expect(listing?.skipped).toBe(0);
  expect(listing?.customers.map(({ tenantId }) => tenantId)).toEqual(
    documented.value.map(({ tenantId }) => tenantId),
  );
  expect(listing?.customers[2]).toEqual({
    tenantId: 'daea2e9b-847b-4c93-850d-2aa6f2d7af33',
    name: 'TEST_TEST_RDV',
    defaultDomain: 'rdvmohoro.ccsctp.net',
    domains: ['rdvmohoro.ccsctp.net', 'rdvmohoro.mail.ccsctp.net', 'rdvmohoro.com'],
    access: 'member',
  });
});

test('every page is read, and a tenant on two of them is one customer', async () => {
  const [one, two] = [aTenantId(), aTenantId()];
  const nextLink = 'https://management.azure.com/tenants?api-version=2022-12-01&$skiptoken=2';
  const { asked, source } = api(
    ok({ value: [{ tenantId: one }, { tenantId: own }], nextLink }),
    ok({ value: [{ tenantId: two }, { tenantId: one, displayName: 'Later' }] }),
  );
  const listing = await source.list(request);
  expect(asked).toEqual(['https://management.azure.com/tenants?api-version=2022-12-01', nextLink]);
  expect(listing).toEqual(
    ok({
      skipped: 0,
      customers: [
        { tenantId: one, domains: [], access: 'member' },
        { tenantId: own, domains: [], access: 'own' },
        { tenantId: two, domains: [], access: 'member' },
      ],
    }),
  );
});

test('blank, absent and odd values cost nothing but themselves; rows without a tenant are counted', () => {
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
  const listing = readTenantsPage(page, own);
  expect(listing?.skipped).toBe(4);
  expect(listing?.customers[0]).toEqual({ tenantId, domains: ['contoso.com'], access: 'member' });
  expect(listing?.customers).toHaveLength(2);
});

test.each([[{ error: { code: 'AuthenticationFailed' } }], [{ value: {} }], [null], ['text'], [[]]])(
  'an answer that is no list is a problem, not an empty list: %j',
  async (answer) => {
    expect(await api(ok(answer)).source.list(request)).toMatchObject({ error: { kind: 'answer-invalid' } });
  },
);

test('a list that breaks off is a problem, not a shorter list', async () => {
  const nextLink = 'https://management.azure.com/tenants?page=2';
  const { source } = api(ok({ value: [{ tenantId: aTenantId() }], nextLink }));
  expect(await source.list(request)).toMatchObject({ error: { kind: 'offline' } });
});
