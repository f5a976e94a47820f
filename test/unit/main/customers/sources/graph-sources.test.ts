import { expect, test } from 'vitest';
import { readContracts } from '../../../../../src/main/customers/sources/contracts.ts';
import {
  endOf,
  readRelationshipPage,
  rolesOf,
} from '../../../../../src/main/customers/sources/gdap-relationships.ts';
import { Gdap, readGdapCustomers } from '../../../../../src/main/customers/sources/gdap.ts';
import { readTenantInformation } from '../../../../../src/main/customers/sources/tenant-information.ts';
import { clouds } from '#shared/settings/cloud.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { SecurityRole } from '#shared/customer/security-role.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import { collect } from '../../../support/collect.ts';
import { aTenantId } from '../../../support/samples.ts';

function id(text: string): TenantId {
  const parsed = parseTenantId(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

/** Microsoft's documented answers (microsoft-graph-docs-contrib, api-reference/v1.0/api), as they stand. */
const customers = [
  {
    '@odata.type': '#microsoft.graph.delegatedAdminCustomer',
    '@odata.etag': 'W/"JyIxODAwMTMzZi0wMDAwLTAyMDAtMDAwMC02MTNjMGFhZTAwMDAiJw=="',
    id: '4fdbff88-9d6b-42e0-9713-45c922ba8001',
    tenantId: '4fdbff88-9d6b-42e0-9713-45c922ba8001',
    displayName: 'Contoso Inc',
  },
  {
    '@odata.type': '#microsoft.graph.delegatedAdminCustomer',
    '@odata.etag': 'W/"JyIwMDAwMTEwMS0wMDAwLTAyMDAtMDAwMC02MDI1OTQyMjAwMDAiJw=="',
    id: '1c0fa218-5dec-49db-8247-cfa457af8116',
    tenantId: '1c0fa218-5dec-49db-8247-cfa457af8116',
    displayName: 'Contoso subsidiary Inc',
  },
];

const relationships = [
  {
    '@odata.type': '#microsoft.graph.delegatedAdminRelationship',
    '@odata.etag': 'W/"JyIwMzAwZTM0ZS0wMDAwLTAyMDAtMDAwMC02MTRjZjI1YzAwMDAiJw=="',
    id: '5d027261-d21f-4aa9-b7db-7fa1f56fb163-8777b240-c6f0-4469-9e98-a3205431b836',
    displayName: 'Contoso admin relationship',
    duration: 'P730D',
    customer: { tenantId: '52eaad04-13a2-4a2f-9ce8-93a294fadf36', displayName: 'Contoso Inc' },
    accessDetails: { unifiedRoles: [{ roleDefinitionId: 'dd4db9a0-cc4a-4213-9f9f-70242232d97e' }] },
    status: 'active',
    autoExtendDuration: 'P180D',
    createdDateTime: '2022-02-10T11:24:42.3148266Z',
    lastModifiedDateTime: '2022-02-10T11:26:44.9941884Z',
    activatedDateTime: '2022-02-10T11:26:44.9941884Z',
    endDateTime: '2024-02-10T11:24:42.3148266Z',
  },
  {
    '@odata.type': '#microsoft.graph.delegatedAdminRelationship',
    '@odata.etag': 'W/"JyIwMzAwZTM0ZS0wKklILTAyMDAtMDAwMC02MTRjZjI1YzAwMDAiJw=="',
    id: '1041ef52-a99b-4245-a3be-cbd3fa7c5ed1-8777b240-c6f0-4469-9e98-a3205431b836',
    displayName: 'Contoso subsidiary relationship',
    duration: 'P30D',
    customer: { tenantId: '4b827261-d21f-4aa9-b7db-7fa1f56fb163', displayName: 'Contoso subsidiary Inc' },
    accessDetails: {
      unifiedRoles: [
        { roleDefinitionId: '29232cdf-9323-42fd-ade2-1d097af3e4de' },
        { roleDefinitionId: '3a2c62db-5318-420d-8d74-23affee5d9d5' },
      ],
    },
    status: 'terminated',
    autoExtendDuration: 'PT0S',
    createdDateTime: '2021-09-29T16:52:39.6133896Z',
    lastModifiedDateTime: '2021-10-29T16:57:20.2101088Z',
    activatedDateTime: '2021-09-29T16:55:20.2101088Z',
    endDateTime: '2021-10-29T16:57:20.2101088Z',
  },
  {
    '@odata.type': '#microsoft.graph.resellerDelegatedAdminRelationship',
    '@odata.etag': 'W/"JyIwMzAwZTM0ZS0wMDAwLTAyMDAtMDAwMC02MTRjZjI1YzAwMDAiJw=="',
    id: '4b227261-d21f-4aa9-b7db-7fa1f56fb163-8777b240-c6f0-4469-9e98-a3205431b836',
    displayName: 'Fabrikam admin relationship',
    duration: 'P180D',
    customer: { tenantId: '52eaad04-13a2-4a2f-9ce8-93a294fadf36', displayName: 'Fabrikam Inc.' },
    accessDetails: { unifiedRoles: [{ roleDefinitionId: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13' }] },
    status: 'approvalPending',
    autoExtendDuration: 'PT0S',
    createdDateTime: '2022-02-10T11:24:42.3148266Z',
    lastModifiedDateTime: '2022-02-10T11:26:44.9941884Z',
    activatedDateTime: null,
    endDateTime: null,
    isPartnerConsentPending: true,
    indirectProviderTenantId: '60ea59db-a506-485e-94c5-d115f369e239',
  },
];

test('the documented GDAP customers are read', () => {
  expect(readGdapCustomers(customers)).toEqual([
    { tenantId: '4fdbff88-9d6b-42e0-9713-45c922ba8001', name: 'Contoso Inc', domains: [], access: 'gdap' },
    {
      tenantId: '1c0fa218-5dec-49db-8247-cfa457af8116',
      name: 'Contoso subsidiary Inc',
      domains: [],
      access: 'gdap',
    },
  ]);
});

const activeAmong = (rows: readonly unknown[]) => readRelationshipPage(rows).active;

test('of the documented relationships the active one of the partner itself counts', () => {
  expect(activeAmong(relationships)).toEqual([
    {
      tenantId: '52eaad04-13a2-4a2f-9ce8-93a294fadf36',
      ends: '2024-02-10T11:24:42.314Z',
      renews: true,
      // dd4db9a0-... opens no Defender.
      roles: [],
    },
  ]);
});

test('the documented contract, whose values are no ids, names nobody; a real one is read', () => {
  const documented = {
    contractType: 'contractType-value',
    customerId: 'customerId-value',
    defaultDomainName: 'defaultDomainName-value',
    displayName: 'displayName-value',
    id: 'id-value',
  };
  const tenantId = aTenantId();
  const real = {
    ...documented,
    customerId: tenantId,
    defaultDomainName: 'Contoso.com',
    displayName: 'Contoso',
  };
  expect(readContracts([documented, real, { ...real, displayName: 'Again' }])).toEqual([
    { tenantId, name: 'Contoso', defaultDomain: 'contoso.com', domains: ['contoso.com'], access: 'csp' },
  ]);
});

test('the documented tenant information is read, and another tenant’s is refused', () => {
  const documented = {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.tenantInformation',
    tenantId: '6babcaad-604b-40ac-a9d7-9fd97c0b779f',
    federationBrandName: null,
    displayName: 'Contoso, Ltd',
    defaultDomainName: 'CONTOSO18839.onmicrosoft.com',
  };
  const asked = id('6babcaad-604b-40ac-a9d7-9fd97c0b779f');
  expect(readTenantInformation(documented, asked, 'h')).toEqual(
    ok({ name: 'Contoso, Ltd', defaultDomain: 'contoso18839.onmicrosoft.com' }),
  );
  expect(readTenantInformation(documented, aTenantId(), 'h')).toMatchObject({
    error: { kind: 'answer-invalid' },
  });
});

const relationship = (ends: string | undefined, renews: boolean) => ({ tenantId: aTenantId(), ends, renews });
const [march, june] = ['2026-03-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z'];

test.each([
  ['one that ends', [relationship(march, false)], march],
  ['two, with the later one', [relationship(june, false), relationship(march, false)], june],
  ['one that renews itself', [relationship(march, true)], undefined],
  [
    'one that ends beside one that renews itself',
    [relationship(june, false), relationship(march, true)],
    undefined,
  ],
  [
    'one without an end beside one with',
    [relationship(undefined, false), relationship(march, false)],
    undefined,
  ],
  ['none', [], undefined],
])('access by %s ends so', (_what, all, ends) => {
  expect(endOf(all)).toBe(ends);
});

/** A GDAP source whose lists give these answers in turn. */
function gdap(answers: Readonly<Record<string, Result<unknown, Problem>>>) {
  const getJson = (url: string) => {
    const list = new URL(url).pathname.split('/').at(-1) ?? '';
    return Promise.resolve(answers[list] ?? err(problem('offline', { host: 'none' })));
  };
  const request = {
    account: { id: 'a', username: 'a@mssp.example', homeTenantId: aTenantId() },
    token: 't',
    cloud: clouds.public,
    signal: new AbortController().signal,
    onWait: () => undefined,
  };
  return collect(new Gdap({ getJson }).list(request));
}

test('customers come first, and those whose access ends again with its end', async () => {
  const [tenantId] = customers.map((customer) => customer.tenantId);
  const ending = {
    customer: { tenantId },
    status: 'active',
    autoExtendDuration: 'P0D',
    endDateTime: march,
  };
  const came = await gdap({
    delegatedAdminCustomers: ok({ value: customers }),
    delegatedAdminRelationships: ok({ value: [ending] }),
  });
  expect(came).toMatchObject([
    { value: [{ name: 'Contoso Inc' }, { name: 'Contoso subsidiary Inc' }] },
    { value: [{ tenantId, name: 'Contoso Inc', ends: march }] },
  ]);
});

test('without the relationships the listing is not whole', async () => {
  const came = await gdap({ delegatedAdminCustomers: ok({ value: customers }) });
  expect(came.at(-1)).toMatchObject({ error: { kind: 'offline' } });
});

test('a reseller’s relationship is access once the reseller has consented, and not before', () => {
  const [, , reseller] = relationships;
  const active = { ...reseller, status: 'active', endDateTime: march };
  expect(activeAmong([{ ...active, isPartnerConsentPending: true }])).toEqual([]);
  for (const isPartnerConsentPending of [false, undefined, null])
    expect(activeAmong([{ ...active, isPartnerConsentPending }])).toMatchObject([{ ends: march }]);
  expect(activeAmong([{ ...active, isPartnerConsentPending: false, status: 'approvalPending' }])).toEqual([]);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['no list', { unifiedRoles: null }],
  ['an entry without an id', { unifiedRoles: [{ roleDefinitionId: 7 }] }],
])('roles that are %s are not known, and cost nothing else', (_what, accessDetails) => {
  const read = activeAmong([{ ...relationships[0], accessDetails }]);
  expect(read).toHaveLength(1);
  expect(read[0]).not.toHaveProperty('roles');
});

const roled = (roles?: readonly SecurityRole[]) => ({
  ...relationship(march, false),
  ...(roles && { roles }),
});
test.each<[string, ReturnType<typeof roled>[], readonly SecurityRole[] | undefined]>([
  [
    'of several, each once, the widest first',
    [roled(['security-reader']), roled(['global-reader', 'security-reader'])],
    ['global-reader', 'security-reader'],
  ],
  ['of one beside one that does not tell', [roled(['security-reader']), roled()], ['security-reader']],
  ['of none beside one that does not tell', [roled([]), roled()], undefined],
  ['of several without any', [roled([]), roled([])], []],
  ['of no relationship', [], undefined],
])('the security roles %s', (_what, all, roles) => {
  expect(rolesOf(all)).toEqual(roles);
});
