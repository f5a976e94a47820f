import { afterEach, expect, test } from 'vitest';
import type { AccountSourceId } from '#shared/customer/customer.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import { securityRoleIds } from '#shared/customer/security-role.ts';
import type { RouteName } from '../../../world/exchange.ts';
import type { WorldRelationship } from '../../../world/directory.ts';
import { Desk } from '../../support/desk.ts';
import { SyncDesk } from '../../support/sync-desk.ts';

let desk: Desk;
let synced: SyncDesk;

async function open(source: AccountSourceId | readonly AccountSourceId[], customers = 9): Promise<void> {
  desk = await Desk.open({ customers, pageSize: 4 });
  const tenants = desk.world.customers;
  desk.world.directory.setContracts(desk.username, tenants);
  desk.world.directory.setGoverned(desk.username, tenants);
  desk.world.directory.setDelegated(desk.username, tenants);
  desk.world.directory.setRelationships(desk.username, tenants.map(ending));
  synced = new SyncDesk(desk, { sources: [source].flat(), lookUpNames: false });
  await synced.signIn(0);
}

afterEach(async () => {
  await synced.close();
  await desk.close();
});

const ending = (tenant: WorldRelationship['tenant']): WorldRelationship => ({
  tenant,
  ends: '2026-09-01T00:00:00Z',
  renews: false,
});
const accountId = async () => (await synced.identity.accounts())[0]?.id ?? '';
const gone = () =>
  [...synced.directory.customers().values()].filter(({ lastListed }) => lastListed !== undefined).length;
const withEnd = () =>
  [...synced.directory.customers().values()].filter(({ ends }) => ends !== undefined).length;
const asked = (route: RouteName) => desk.world.requests().filter((each) => each.route === route).length;

const doubted: readonly (readonly [string, AccountSourceId, RouteName, string])[] = [
  ['GDAP customers', 'gdap', 'graph.gdap-customers', 'graph.microsoft.com'],
  ['contracts', 'contracts', 'graph.contracts', 'graph.microsoft.com'],
  ['governed tenants', 'governance', 'graph.governance', 'graph.microsoft.com'],
  ['delegated subscriptions', 'lighthouse', 'arm.subscriptions', 'management.azure.com'],
];

test.each(doubted)(
  'an empty list of %s after a full one is kept and said, until the user believes it',
  async (_what, source, route, host) => {
    await open(source);
    expect(await synced.sync.run()).toMatchObject({ ok: true });
    synced.now = '2026-03-02T10:00:00.000Z';
    // What Graph gives to who has left the group Admin Agents: both lists empty.
    if (source === 'gdap') desk.world.fault('graph.gdap-relationships', { kind: 'empty-list' });
    desk.world.fault(route, { kind: 'empty-list' });
    const shrunk = problem('list-shrunk', { host, before: '9', now: '0' });
    expect(await synced.sync.run()).toEqual(err(shrunk));
    // Asked again it is doubted again.
    expect(await synced.sync.run(source)).toEqual(err(shrunk));
    expect(gone()).toBe(0);
    expect(synced.sync.status).toMatchObject({ problem: shrunk, sources: [{ listed: 9, problem: shrunk }] });
    // Somebody else's word counts for nobody.
    expect(await synced.sync.run(source, 'another')).toEqual(err(shrunk));
    expect(await synced.sync.run(source, await accountId())).toMatchObject({ ok: true });
    expect(gone()).toBe(9);
    expect(synced.sync.status.problem).toBeNull();
    // That there are none is now what is known.
    expect(await synced.sync.run()).toMatchObject({ ok: true });
    desk.world.heal();
    expect(await synced.sync.run()).toMatchObject({ ok: true });
    expect(gone()).toBe(0);
  },
);

test('a list that lost more than half is doubted, also over a restart; one that lost less is not', async () => {
  await open('contracts');
  expect(await synced.sync.run()).toMatchObject({ ok: true });
  desk.world.fault('graph.contracts', { kind: 'short-list', rows: 4 });
  expect(await synced.sync.run()).toMatchObject({
    error: { kind: 'list-shrunk', values: { before: '9', now: '4' } },
  });
  await synced.close();
  synced = new SyncDesk(desk, { sources: ['contracts'], lookUpNames: false });
  await synced.directory.load();
  expect(await synced.sync.run()).toMatchObject({ error: { kind: 'list-shrunk' } });
  expect(gone()).toBe(0);
  desk.world.heal();
  desk.world.fault('graph.contracts', { kind: 'short-list', rows: 5 });
  expect(await synced.sync.run()).toMatchObject({ ok: true });
  expect(gone()).toBe(4);
});

test('customers that are new show although the list that names them is doubted', async () => {
  await open('contracts');
  desk.world.directory.setContracts(desk.username, desk.world.customers.slice(0, 8));
  await synced.sync.run();
  desk.world.directory.setContracts(desk.username, desk.world.customers.slice(7));
  expect(await synced.sync.run()).toMatchObject({ error: { values: { before: '8', now: '1' } } });
  expect(synced.directory.customers().size).toBe(9);
  expect(gone()).toBe(0);
});

test('a first empty list is no fall: nobody was there to lose', async () => {
  await open('contracts');
  desk.world.fault('graph.contracts', { kind: 'empty-list' });
  expect(await synced.sync.run()).toMatchObject({ ok: true });
  expect(synced.sync.status.empty).toBe(true);
});

test('the list of Azure tenants without the own tenant is never believed, with whatever is in it', async () => {
  await open('azure-tenants');
  desk.world.fault('arm.tenants', { kind: 'empty-list' });
  const missing = problem('answer-invalid', {
    host: 'management.azure.com',
    reason: 'answerFault.ownMissing',
  });
  expect(await synced.sync.run()).toEqual(err(missing));
  desk.world.heal();
  expect(await synced.sync.run()).toMatchObject({ ok: true });
  desk.world.directory.setReach(desk.username, desk.world.customers);
  expect(await synced.sync.run()).toEqual(err(missing));
  // Not even when the user says so: it cannot be.
  expect(await synced.sync.run('azure-tenants', await accountId())).toEqual(err(missing));
  expect(gone()).toBe(0);
});

test('GDAP customers without one relationship cannot be, so the ends of access stay', async () => {
  await open('gdap');
  await synced.sync.run();
  expect(withEnd()).toBe(9);
  desk.world.fault('graph.gdap-relationships', { kind: 'empty-list' });
  const missing = problem('answer-invalid', {
    host: 'graph.microsoft.com',
    reason: 'answerFault.relationshipsMissing',
  });
  expect(await synced.sync.run('gdap', await accountId())).toEqual(err(missing));
  desk.world.heal();
  desk.world.fault('graph.gdap-customers', { kind: 'empty-list' });
  expect(await synced.sync.run('gdap', await accountId())).toMatchObject({
    error: { values: { reason: 'answerFault.customersMissing' } },
  });
  expect([withEnd(), gone()]).toEqual([9, 0]);
});

test('most ends of access gone at once are kept and said, until the user believes it', async () => {
  await open('gdap');
  await synced.sync.run();
  desk.world.fault('graph.gdap-relationships', { kind: 'short-list', rows: 2 });
  expect(await synced.sync.run()).toEqual(
    err(problem('ends-shrunk', { host: 'graph.microsoft.com', before: '9', now: '2' })),
  );
  expect(withEnd()).toBe(9);
  expect(await synced.sync.run('gdap', await accountId())).toMatchObject({ ok: true });
  expect(withEnd()).toBe(2);
});

test.each<[AccountSourceId, RouteName]>([
  ['azure-tenants', 'arm.tenants'],
  ['gdap', 'graph.gdap-customers'],
  ['gdap', 'graph.gdap-relationships'],
  ['contracts', 'graph.contracts'],
  ['governance', 'graph.governance'],
  ['lighthouse', 'arm.subscriptions'],
])(
  '%s: rows of %s that are of another form are no empty list, and an empty first page is not the end',
  async (source, route) => {
    await open(source);
    await synced.sync.run();
    const before = synced.directory.customers();
    desk.world.fault(route, { kind: 'other-rows' });
    expect(await synced.sync.run(source, await accountId())).toMatchObject({
      error: { kind: 'answer-invalid' },
    });
    expect(synced.directory.customers()).toEqual(before);
    desk.world.heal();
    desk.world.fault(route, { kind: 'empty-first-page' });
    expect(await synced.sync.run()).toMatchObject({ ok: true });
    expect(synced.directory.customers()).toEqual(before);
  },
);

test('of GDAP it is known which roles for Defender the active relationships bring, over a restart too', async () => {
  await open('gdap');
  const tenant = (index: number) => desk.world.customers[index] ?? desk.world.home;
  const exchange = '29232cdf-9323-42fd-ade2-1d097af3e4de';
  const grants = (
    index: number,
    roles: WorldRelationship['roles'],
    change: Partial<WorldRelationship> = {},
  ) => ({
    ...ending(tenant(index)),
    ends: `2026-0${roles?.length ?? 9}-01T00:00:00Z`,
    roles: roles ?? null,
    ...change,
  });
  desk.world.directory.setRelationships(desk.username, [
    grants(0, [securityRoleIds['security-reader'].toUpperCase(), exchange]),
    grants(0, [securityRoleIds['security-administrator']]),
    grants(1, [exchange]),
    grants(2, null),
    grants(3, [exchange]),
    grants(3, null),
    grants(4, [exchange]),
    grants(4, [securityRoleIds['security-operator']], { status: 'expired' }),
    grants(5, [securityRoleIds['global-reader']], { reseller: true }),
    grants(6, [exchange]),
    grants(6, [securityRoleIds['global-administrator']], { reseller: true, consentPending: true }),
  ]);
  const brought = () =>
    [0, 1, 2, 3, 4, 5, 6].map((index) => synced.directory.find(desk.customer(index))?.securityRoles);
  const expected = [
    ['security-administrator', 'security-reader'],
    [],
    undefined,
    undefined,
    [],
    ['global-reader'],
    [],
  ];
  await synced.sync.run();
  expect(brought()).toEqual(expected);
  // A reseller's end of access counts like any other.
  expect(synced.directory.find(desk.customer(5))?.ends).toBe('2026-01-01T00:00:00.000Z');
  await synced.close();
  synced = new SyncDesk(desk, { sources: ['gdap'] });
  await synced.directory.load();
  expect(brought()).toEqual(expected);
});

const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });

test.each<[AccountSourceId, RouteName, string, number]>([
  ['azure-tenants', 'arm.tenants', 'management.azure.com', 401],
  ['azure-tenants', 'arm.tenants', 'management.azure.com', 403],
  ['gdap', 'graph.gdap-relationships', 'graph.microsoft.com', 401],
])(
  '%s: a claims challenge of %s goes into the next token, and into the next sign-in if that is not enough',
  async (source, route, host, status) => {
    await open(source);
    await synced.sync.run();
    desk.world.fault(route, { kind: 'challenge', status, claims }, { times: 1 });
    expect(await synced.sync.run()).toMatchObject({ ok: true });
    const tokens = desk.world.requests().filter((each) => each.route === 'login.token');
    expect(new URLSearchParams(tokens.at(-1)?.body).get('claims')).toContain('"value":"c1"');

    desk.world.fault(route, { kind: 'challenge', status, claims });
    expect(await synced.sync.run()).toEqual(err(problem('proof-needed', { host })));
    const [account] = await synced.identity.accounts();
    if (account === undefined) throw new Error();
    expect(account).toMatchObject({ state: 'needs-sign-in', problem: { kind: 'proof-needed' } });
    desk.world.heal();
    expect(await synced.identity.signIn(account)).toMatchObject({ ok: true });
    expect(new URL(desk.opened.at(-1) ?? '').searchParams.get('claims')).toContain('"value":"c1"');
    expect(await synced.identity.accounts()).toMatchObject([{ state: 'ok' }]);
    expect(await synced.sync.run()).toMatchObject({ ok: true });
  },
);

test('a challenge that Entra wants the user for is told as that', async () => {
  await open('azure-tenants');
  await synced.sync.run();
  desk.world.fault('arm.tenants', { kind: 'challenge', claims });
  desk.world.fault('login.token', { kind: 'entra-error', code: 50076 });
  expect(await synced.sync.run()).toMatchObject({ error: { kind: 'mfa-needed' } });
});

test('all sources wait once for a token endpoint that is busy', async () => {
  // A sign-in brings the token for Azure alone: both sources of Graph ask for theirs as the sync begins.
  await open(['azure-tenants', 'gdap', 'contracts']);
  const before = asked('login.token');
  desk.world.fault('login.token', { kind: 'status', status: 429, retryAfterSeconds: 1 }, { times: 1 });
  expect(await synced.sync.run()).toMatchObject({ ok: true });
  // One is refused and asks once more; the other is asked at the same time, or after the same wait.
  expect(asked('login.token') - before).toBe(3);
});
