import { expect, test } from 'vitest';
import {
  mergeCustomers,
  noOwnTenants,
  type OwnTenants,
} from '../../../../../src/main/customers/merge/merge.ts';
import type { Annotation, Observation, ObservedCustomer } from '#shared/customer/customer.ts';
import { aCustomer, aTenantId } from '../../../support/samples.ts';

const tenantId = aTenantId();
const own = aTenantId();
const home: OwnTenants = { homes: new Set([own]), named: null };
const named: OwnTenants = { homes: new Set(), named: own };

function azure(
  customer: Partial<ObservedCustomer>,
  accountId = 'a',
  at = '2026-01-01T00:00:00.000Z',
): Observation {
  return {
    source: 'azure-tenants',
    accountId,
    at,
    customers: [{ tenantId, domains: [], access: 'member', ...customer }],
  };
}

function list(customer: Partial<ObservedCustomer>): Observation {
  return {
    source: 'list',
    at: '2026-06-01T00:00:00.000Z',
    customers: [{ tenantId, domains: [], access: 'list', ...customer }],
  };
}

function merged(observations: readonly Observation[], annotation?: Annotation) {
  const annotations = new Map(annotation ? [[tenantId, annotation]] : []);
  return mergeCustomers(observations, annotations, home).get(tenantId);
}

test.each([
  ['the user’s own', [list({ name: 'List' }), azure({ name: 'Azure' })], { name: 'Mine' }, 'Mine'],
  ['Azure’s', [list({ name: 'List' }), azure({ name: 'Azure' })], undefined, 'Azure'],
  ['the list’s where Azure’s is blank', [azure({}), list({ name: 'List' })], undefined, 'List'],
  [
    'the default domain',
    [list({ domains: ['b.example'], defaultDomain: 'a.example' })],
    undefined,
    'a.example',
  ],
  ['any domain', [list({ domains: ['b.example'] })], undefined, 'b.example'],
  ['the tenant id', [azure({})], undefined, tenantId],
  [
    'the newer of two that Azure gives',
    [
      azure({ name: 'Old' }, 'a', '2026-01-01T00:00:00.000Z'),
      azure({ name: 'New' }, 'b', '2026-02-01T00:00:00.000Z'),
    ],
    undefined,
    'New',
  ],
])('the name of a customer is %s', (_which, observations, annotation, name) => {
  expect(merged(observations, annotation)?.name).toBe(name);
  expect(merged(observations.toReversed(), annotation)?.name).toBe(name);
});

test('every domain, access and account is kept, once', () => {
  const observations = [
    list({ domains: ['b.example', 'c.example'], defaultDomain: 'b.example' }),
    azure({ domains: ['a.example', 'b.example'], defaultDomain: 'a.example' }, 'one'),
    azure({ domains: ['a.example'] }, 'two'),
  ];
  expect(merged(observations, { aliases: ['ctso'], favourite: true })).toEqual({
    tenantId,
    name: 'a.example',
    defaultDomain: 'a.example',
    domains: ['a.example', 'b.example', 'c.example'],
    aliases: ['ctso'],
    tags: [],
    favourite: true,
    hidden: false,
    access: ['member', 'list'],
    accountIds: ['one', 'two'],
  });
});

test.each([
  ['of a sign-in', home],
  ['that the user named', named],
])('the own tenant %s is marked, also when only the list has it', (_whose, ownTenants) => {
  const observation = list({ tenantId: own });
  const customers = mergeCustomers([observation, azure({})], new Map(), ownTenants);
  expect(customers.get(own)?.access).toEqual(['own', 'list']);
  expect(customers.get(tenantId)?.access).toEqual(['member']);
});

test('the own tenant that the user named is on the list also when nothing lists it; the home of a sign-in is not', () => {
  const annotations = new Map([[own, { name: 'Our SOC', aliases: ['soc'] }]]);
  expect(mergeCustomers([azure({})], annotations, named).get(own)).toEqual(
    aCustomer({ tenantId: own, name: 'Our SOC', ownName: 'Our SOC', aliases: ['soc'], access: ['own'] }),
  );
  expect(mergeCustomers([azure({})], annotations, home).has(own)).toBe(false);
});

test('a tenant that is named and the home of a sign-in are both one’s own', () => {
  const both: OwnTenants = { homes: new Set([tenantId]), named: own };
  const customers = mergeCustomers([azure({ access: 'own' })], new Map(), both);
  expect([...customers.values()].map(({ access }) => access)).toEqual([['own'], ['own']]);
});

test('what the user wrote about a tenant that nothing lists makes no customer of it', () => {
  expect(mergeCustomers([], new Map([[tenantId, { name: 'Gone' }]]), noOwnTenants).size).toBe(0);
});

test('SECURITY: a home that another account reaches as a customer is none of the MSSP’s own', () => {
  const both: OwnTenants = { homes: new Set([own, tenantId]), named: null };
  const inOwn = azure({ tenantId: own, access: 'own' }, `ada.${own}`);
  // Contoso: where an account of the analyst's is at home, and a customer of the other account's.
  const inContoso: Observation = { ...azure({ access: 'own' }, `adm-ada.${tenantId}`) };
  const byGdap: Observation = { ...azure({ access: 'gdap' }, `ada.${own}`), source: 'gdap' };
  const accessOf = (...observations: readonly Observation[]) => {
    const customers = mergeCustomers(observations, new Map(), both);
    return [own, tenantId].map((id) => customers.get(id)?.access);
  };
  expect(accessOf(inOwn, inContoso)).toEqual([['own'], ['own']]);
  expect(accessOf(inOwn, inContoso, byGdap)).toEqual([['own'], ['member', 'gdap']]);
  // The list alone proves nothing.
  expect(accessOf(inOwn, inContoso, list({}))).toEqual([['own'], ['own', 'list']]);
});

test('lets an access end when the last one that proves access does, and not for what is only written down', () => {
  const gdap = (ends?: string): Observation => ({
    source: 'gdap',
    accountId: 'one',
    at: '2026-11-01T00:00:00.000Z',
    customers: [{ tenantId, domains: [], access: 'gdap', ...(ends !== undefined && { ends }) }],
  });
  const soon = '2026-12-01T00:00:00.000Z';
  expect(merged([gdap(soon), list({})])?.ends).toBe(soon);
  expect(merged([gdap(soon), azure({}, 'two')])?.ends).toBeUndefined();
  expect(merged([gdap()])?.ends).toBeUndefined();
});

test('marks a customer that no source lists any more, with the newest time it was listed', () => {
  const older = azure({ lastListed: '2026-10-01T00:00:00.000Z' }, 'one');
  const newer = azure({ lastListed: '2026-10-02T00:00:00.000Z' }, 'two');
  expect(merged([older, newer])?.lastListed).toBe('2026-10-02T00:00:00.000Z');
  expect(merged([older, azure({}, 'two')])?.lastListed).toBeUndefined();
});

test('the security roles of GDAP are those of all accounts, and unknown where one does not tell and the others have none', () => {
  const gdap = (accountId: string, securityRoles?: ObservedCustomer['securityRoles']): Observation => ({
    source: 'gdap',
    accountId,
    at: '2026-01-01T00:00:00.000Z',
    customers: [{ tenantId, domains: [], access: 'gdap', ...(securityRoles && { securityRoles }) }],
  });
  const of = (...observations: Observation[]) => merged(observations)?.securityRoles;
  expect(of(gdap('a', []))).toEqual([]);
  expect(of(gdap('a'))).toBeUndefined();
  expect(of(gdap('a', []), gdap('b', ['security-reader']))).toEqual(['security-reader']);
  expect(of(gdap('a', []), gdap('b'))).toBeUndefined();
  expect(of(gdap('a', []), list({}))).toEqual([]);
  expect(of(azure({}), list({}))).toBeUndefined();
});
