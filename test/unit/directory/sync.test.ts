import { beforeEach, expect, test } from 'vitest';
import type { Source, SourceListing, SourceRequest } from '../../../src/main/directory/sources/source.ts';
import { Sync } from '../../../src/main/directory/sync.ts';
import type { Account, TokenRequest } from '../../../src/main/identity/identity.ts';
import { clouds } from '../../../src/shared/cloud.ts';
import type { Observation } from '../../../src/shared/customer.ts';
import { problem, type Problem } from '../../../src/shared/problem.ts';
import { err, ok, type Result } from '../../../src/shared/result.ts';
import type { SyncStatus } from '../../../src/shared/status.ts';
import { aTenantId } from '../support/samples.ts';

const [anne, bert]: [Account, Account] = [
  { id: 'anne', username: 'anne@mssp.example', homeTenantId: aTenantId() },
  { id: 'bert', username: 'bert@mssp.example', homeTenantId: aTenantId() },
];
const customer = { tenantId: aTenantId(), domains: [], access: 'member' } as const;
const listed = ok({ customers: [customer], skipped: 0 });
const offline = err(problem('offline', { host: 'management.azure.com' }));

let accounts: Account[];
let observations: Map<string, Observation>;
let tokens: TokenRequest[];
let requests: SourceRequest[];
let tokenTenant: (request: TokenRequest) => TokenRequest['tenantId'];
let answer: (request: SourceRequest) => Promise<Result<SourceListing, Problem>>;
let sync: Sync;

beforeEach(() => {
  accounts = [anne];
  observations = new Map();
  tokens = [];
  requests = [];
  tokenTenant = ({ tenantId }) => tenantId;
  answer = () => Promise.resolve(listed);
  const source: Source = {
    id: 'azure-tenants',
    scopes: (cloud) => [cloud.resourceManagerScope],
    list: (request) => {
      requests.push(request);
      return answer(request);
    },
  };
  sync = new Sync({
    accounts: { accounts: () => Promise.resolve([...accounts]) },
    tokens: {
      token: (request) => {
        tokens.push(request);
        return Promise.resolve(
          ok({ value: `token of ${request.account.id}`, tenantId: tokenTenant(request) }),
        );
      },
    },
    sources: [source],
    directory: {
      observations: () => [...observations.values()],
      replace: (observation) => {
        observations.set(observation.accountId ?? '', observation);
        return Promise.resolve(ok(undefined));
      },
    },
    cloud: () => clouds.public,
    now: () => new Date('2026-03-01T10:00:00Z'),
  });
});

test('every account is asked with a token of its own home tenant', async () => {
  accounts = [anne, bert];
  expect(await sync.run()).toEqual(ok(undefined));
  expect(tokens.map(({ account, tenantId, scopes }) => [account.id, tenantId, scopes])).toEqual([
    ['anne', anne.homeTenantId, [clouds.public.resourceManagerScope]],
    ['bert', bert.homeTenantId, [clouds.public.resourceManagerScope]],
  ]);
  expect(requests.map(({ token }) => token)).toEqual(['token of anne', 'token of bert']);
  expect(observations.get('bert')).toEqual({
    source: 'azure-tenants',
    accountId: 'bert',
    at: '2026-03-01T10:00:00.000Z',
    customers: [customer],
  });
  expect(sync.status).toEqual({
    running: false,
    lastSuccess: '2026-03-01T10:00:00.000Z',
    problem: null,
    empty: false,
  });
});

test('who asks while it runs joins, and the next one asks anew', async () => {
  const [first, second] = [sync.run(), sync.run()];
  expect(second).toBe(first);
  await first;
  await sync.run();
  expect(requests).toHaveLength(2);
});

test('listeners hear of the beginning and of the end', async () => {
  const heard: SyncStatus[] = [];
  const stop = sync.onChange((status) => heard.push(status));
  await sync.run();
  stop();
  await sync.run();
  expect(heard.map(({ running }) => running)).toEqual([true, false]);
});

test('a failure changes nothing of the list and is shown until a sync succeeds', async () => {
  await sync.run();
  const before = new Map(observations);
  answer = () => Promise.resolve(offline);
  expect(await sync.run()).toEqual(offline);
  expect(observations).toEqual(before);
  expect(sync.status).toMatchObject({ problem: offline.error, lastSuccess: '2026-03-01T10:00:00.000Z' });
  answer = () => Promise.resolve(listed);
  await sync.run();
  expect(sync.status.problem).toBeNull();
});

test('one account’s failure harms no other', async () => {
  accounts = [anne, bert];
  answer = ({ account }) => Promise.resolve(account.id === 'anne' ? offline : listed);
  expect(await sync.run()).toEqual(offline);
  expect([...observations.keys()]).toEqual(['bert']);
});

test('a token for another tenant is never used', async () => {
  tokenTenant = () => bert.homeTenantId;
  expect(await sync.run()).toMatchObject({ error: { kind: 'token-wrong-tenant' } });
  expect(requests).toEqual([]);
});

test('a list of nothing but the own tenant is an empty one', async () => {
  const own = { tenantId: anne.homeTenantId, domains: [], access: 'own' } as const;
  answer = () => Promise.resolve(ok({ customers: [own], skipped: 0 }));
  await sync.run();
  expect(sync.status.empty).toBe(true);
  answer = () => Promise.resolve(listed);
  await sync.run();
  expect(sync.status.empty).toBe(false);
});

test('before any sync nothing is empty, failed or succeeded', () => {
  observations.set('', { source: 'list', at: '2026-01-01T00:00:00.000Z', customers: [] });
  expect(sync.status).toEqual({ running: false, lastSuccess: null, problem: null, empty: false });
});

test('a run that is cancelled keeps what was there, and what comes late is dropped', async () => {
  let resolve: (listing: typeof listed) => void = () => {};
  answer = () => new Promise((settle) => (resolve = settle));
  const run = sync.run();
  await expect.poll(() => requests.length).toBe(1);
  sync.cancel();
  expect(requests[0]?.signal?.aborted).toBe(true);
  resolve(listed);
  expect(await run).toEqual(err(problem('cancelled', {})));
  expect(observations.size).toBe(0);
  expect(sync.status).toMatchObject({ running: false, problem: null });
});

test('an account that signs out meanwhile does not come back', async () => {
  accounts = [anne, bert];
  answer = () => {
    accounts = accounts.filter(({ id }) => id !== 'anne');
    return Promise.resolve(listed);
  };
  expect(await sync.run()).toEqual(ok(undefined));
  expect([...observations.keys()]).toEqual(['bert']);
});
