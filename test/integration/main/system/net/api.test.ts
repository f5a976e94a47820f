import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApiClient } from '../../../../../src/main/system/net/api-client.ts';
import { apiHosts } from '../../../../../src/main/system/net/api-hosts.ts';
import { ElectronHttpClient } from '../../../../../src/main/system/net/electron-http-client.ts';
import { pages } from '../../../../../src/main/system/net/pages.ts';
import { clouds } from '#shared/settings/cloud.ts';
import { brief } from '../../../../unit/support/patience.ts';
import { collect } from '../../../../unit/support/collect.ts';
import { armScope, Desk } from '../../../support/desk.ts';
import { worldSession } from '../../../support/world-session.ts';

let desk: Desk;
let token: string;
beforeEach(async () => {
  desk = await Desk.open({ customers: 5, pageSize: 2 });
  const identity = desk.identity();
  const account = await desk.signedIn(identity);
  const outcome = await identity.token({ account, tenantId: desk.homeTenant, scopes: [armScope] });
  token = outcome.ok ? outcome.value.value : '';
});
afterEach(() => desk.close());

/** All that comes of reading the tenants. */
function read() {
  const http = new ElectronHttpClient(worldSession(desk.world), apiHosts(clouds.public));
  const api = new ApiClient(http, brief);
  const tenants = `${clouds.public.resourceManager}/tenants?api-version=2022-12-01`;
  return collect(pages(api, tenants, { token, nextLink: 'nextLink', maxPages: 20 }));
}

/** The hosts that got the token. */
function tokenWentTo(): readonly string[] {
  const carriers = desk.world.requests().filter(({ headers }) => headers.authorization?.includes(token));
  return [...new Set(carriers.map(({ host }) => host))];
}

test('all pages come, one request each', async () => {
  const outcomes = await read();
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(JSON.stringify(outcomes)).toContain(desk.customer(4));
  expect(tokenWentTo()).toEqual(['management.azure.com']);
});

test('a redirect to another host ends the list and carries no token there', async () => {
  desk.world.fault('arm.tenants', { kind: 'redirect', location: 'https://elsewhere.example/' });
  expect((await read()).at(-1)).toMatchObject({ error: { kind: 'page-instead' } });
  expect(tokenWentTo()).toEqual(['management.azure.com']);
});

test('a next page on another host ends the list and carries no token there', async () => {
  desk.world.fault('arm.tenants', { kind: 'foreign-next-link' });
  expect((await read()).at(-1)).toMatchObject({ error: { kind: 'address-refused' } });
  expect(tokenWentTo()).toEqual(['management.azure.com']);
});

test('pages without end are cut off', async () => {
  desk.world.fault('arm.tenants', { kind: 'endless-paging' });
  expect((await read()).at(-1)).toMatchObject({ error: { kind: 'paging-endless' } });
});

test('a server that recovers is asked again, one that does not is told', async () => {
  desk.world.fault('arm.tenants', { kind: 'status', status: 429, retryAfterSeconds: 0 }, { times: 2 });
  expect(await read()).toHaveLength(3);
  desk.world.fault('arm.tenants', { kind: 'status', status: 500 });
  expect((await read()).at(-1)).toMatchObject({ error: { kind: 'server-fault', values: { status: '500' } } });
});

test.each([
  ['cut', 'offline'],
  ['broken-json', 'answer-invalid'],
  ['content-type', 'page-instead'],
] as const)('an answer with the fault %s is the problem %s', async (kind, told) => {
  desk.world.fault('arm.tenants', { kind });
  expect((await read()).map((outcome) => (outcome.ok ? '' : outcome.error.kind)).at(-1)).toBe(told);
});
