import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nameOwnTenant } from '../../../../src/main/commands/name-own-tenant.ts';
import { AccountListings } from '../../../../src/main/customers/sync/account-listings.ts';
import { AnnotationStore } from '../../../../src/main/customers/annotations/annotation-store.ts';
import { Directory } from '../../../../src/main/customers/store/directory.ts';
import { Importer } from '../../../../src/main/customers/imports/importer.ts';
import { ObservationStore } from '../../../../src/main/customers/store/observations.ts';
import { AzureTenants } from '../../../../src/main/customers/sources/azure-tenants.ts';
import { DomainLookup } from '../../../../src/main/customers/sources/domain-lookup.ts';
import { Sync } from '../../../../src/main/customers/sync/sync.ts';
import { ApiClient } from '../../../../src/main/system/net/api-client.ts';
import { apiHosts } from '../../../../src/main/system/net/api-hosts.ts';
import { ElectronHttpClient } from '../../../../src/main/system/net/electron-http-client.ts';
import { clouds } from '#shared/settings/cloud.ts';
import { ok } from '#shared/problems/result.ts';
import { defaultSettings, type Settings } from '#shared/settings/settings.ts';
import { aTenantId } from '../../../unit/support/samples.ts';
import { brief } from '../../../unit/support/patience.ts';
import { Desk } from '../../support/desk.ts';
import { worldSession } from '../../support/world-session.ts';

let desk: Desk;
let directory: Directory;
let importer: Importer;
let api: ApiClient;

beforeEach(async () => {
  desk = await Desk.open({ customers: 5, pageSize: 2, blankGuests: 1 });
  const http = new ElectronHttpClient(worldSession(desk.world), apiHosts(clouds.public));
  api = new ApiClient(http, { ...brief, retries: 0 });
  directory = openDirectory();
  await directory.load();
  importer = new Importer(directory, new DomainLookup(api, () => clouds.public));
});
afterEach(async () => {
  await directory.close();
  await desk.close();
});

function openDirectory(): Directory {
  return new Directory(
    new ObservationStore(join(desk.folder, 'observations')),
    new AnnotationStore(join(desk.folder, 'annotations.json')),
    () => new Date('2026-03-01T10:00:00Z'),
  );
}

function syncOf(identity: ReturnType<Desk['identity']>, into = directory): Sync {
  const listings = new AccountListings({
    accounts: identity,
    tokens: identity,
    sources: [new AzureTenants(api)],
    settings: () => defaultSettings,
    cloud: () => clouds.public,
  });
  return new Sync({
    plan: () => listings.plan(),
    directory: into,
    names: () => null,
    now: () => new Date('2026-03-01T11:00:00Z'),
  });
}

function customer(index: number) {
  const found = desk.world.customers[index];
  if (found === undefined) throw new Error(`the world has no customer ${index}`);
  return { tenantId: desk.customer(index), name: found.name, domain: found.defaultDomain };
}

test('ids, domains and links are pasted, and domains find their tenants with nobody signed in', async () => {
  const text = [
    `Contoso\t${desk.customer(0)}`,
    customer(1).domain,
    `https://security.microsoft.com/?tid=${desk.customer(2)}`,
    'nobody-at-all.example',
    'Just a name',
  ].join('\n');
  expect(await importer.importText(text)).toMatchObject({
    ok: true,
    value: {
      added: 3,
      updated: 0,
      unchanged: 0,
      refusedCount: 2,
      refused: [
        { line: 4, text: 'nobody-at-all.example', problem: { kind: 'domain-unknown' } },
        { line: 5, text: 'Just a name', problem: { kind: 'link-unknown' } },
      ],
    },
  });
  expect([...directory.customers().keys()]).toEqual([desk.customer(0), desk.customer(1), desk.customer(2)]);
  expect(directory.find(desk.customer(1))).toMatchObject({ name: customer(1).domain, access: ['list'] });
});

test('the same list again changes nothing; a new name in it is an update', async () => {
  await importer.importText(`Contoso\t${desk.customer(0)}\n${customer(1).domain}`);
  const { revision } = directory;
  expect(await importer.importText(`Contoso\t${desk.customer(0)}\n${customer(1).domain}`)).toMatchObject({
    value: { added: 0, updated: 0, unchanged: 2 },
  });
  expect(directory.revision).toBe(revision);
  expect(await importer.importText(`Fabrikam\t${desk.customer(0)}`)).toMatchObject({ value: { updated: 1 } });
  expect(directory.find(desk.customer(0))?.name).toBe('Fabrikam');
});

test('a list that is cancelled changes nothing', async () => {
  desk.world.fault('login.discovery', { kind: 'silent' });
  const abort = new AbortController();
  const importing = importer.importText(`${desk.customer(0)}\n${customer(1).domain}`, abort.signal);
  await desk.world.waitForRequest(({ route }) => route === 'login.discovery');
  abort.abort();
  expect(await importing).toMatchObject({ error: { kind: 'cancelled' } });
  expect(directory.customers().size).toBe(0);
});

test('with no network the ids of a list are added and its domains are told', async () => {
  await desk.world.goOffline();
  expect(await importer.importText(`${desk.customer(0)}\n${customer(1).domain}`)).toMatchObject({
    value: { added: 1, refused: [{ line: 2, problem: { kind: 'offline' } }] },
  });
});

test('a list of nothing is told', async () => {
  expect(await importer.importText(' \n\n')).toMatchObject({ error: { kind: 'list-empty' } });
});

test('of many refused rows the first hundred are shown and all are counted', async () => {
  const text = Array.from({ length: 250 }, (_, index) => `Name ${index}`).join('\n');
  const report = await importer.importText(text);
  expect(report).toMatchObject({ value: { added: 0, refusedCount: 250 } });
  expect(report.ok && report.value.refused).toHaveLength(100);
});

test('one customer is added by domain under the user’s own name, which a sync leaves alone', async () => {
  expect(await importer.addOne(customer(3).domain, ' My Contoso ')).toEqual({
    ok: true,
    value: desk.customer(3),
  });
  const identity = desk.identity();
  await desk.signedIn(identity);
  expect(await syncOf(identity).run()).toMatchObject({ ok: true });
  expect(directory.find(desk.customer(3))).toMatchObject({
    name: 'My Contoso',
    access: ['member', 'list'],
  });
});

/** Names the own tenant as a window does. */
function naming(locked: readonly (keyof Settings)[] = []) {
  const kept: Partial<Settings>[] = [];
  const change = (settings: Partial<Settings>) => {
    kept.push(settings);
    directory.nameOwnTenant(settings.ownTenant ?? null);
    return ok(undefined);
  };
  const name = nameOwnTenant({ locked, change }, importer);
  return { kept, name: (reference: string | null) => name({ kind: 'nameOwnTenant', reference }) };
}

test('the own tenant is named by a domain that no list has, and goes on the user’s own list', async () => {
  const { kept, name } = naming();
  expect(await name(customer(3).domain)).toMatchObject({ ok: true });
  const tenantId = desk.customer(3);
  expect(kept).toEqual([{ ownTenant: tenantId }]);
  expect(directory.find(tenantId)).toMatchObject({ domains: [customer(3).domain], access: ['own', 'list'] });
  expect(directory.written(tenantId).listed).toBeDefined();
});

test('a customer that is named as the own tenant stays where it is listed, and on no other list', async () => {
  const identity = desk.identity();
  await desk.signedIn(identity);
  expect(await syncOf(identity).run()).toMatchObject({ ok: true });
  const { kept, name } = naming();
  for (const reference of [
    desk.customer(2),
    customer(2).domain,
    `https://entra.microsoft.com/${desk.customer(2)}`,
  ])
    expect(await name(reference)).toMatchObject({ ok: true });
  expect(kept).toEqual(Array.from({ length: 3 }, () => ({ ownTenant: desk.customer(2) })));
  expect(directory.find(desk.customer(2))?.access).toEqual(['own', 'member']);
  expect(directory.written(desk.customer(2)).listed).toBeUndefined();
  expect(await name(null)).toMatchObject({ ok: true });
  expect(directory.find(desk.customer(2))?.access).toEqual(['member']);
});

test.each([
  ['Just a name', [], 'link-unknown'],
  ['https://evil.example/?tid=3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c', [], 'link-host-unlisted'],
  ['nobody-at-all.example', [], 'domain-unknown'],
  ['3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c', ['ownTenant' as const], 'setting-locked'],
])('the own tenant is not named by %s, with %j locked', async (text, locked, kind) => {
  const { kept, name } = naming(locked);
  expect(await name(text)).toMatchObject({ error: { kind } });
  expect(kept).toEqual([]);
  expect(directory.customers().size).toBe(0);
});

test.each([
  ['Just a name', 'link-unknown'],
  ['https://evil.example/?tid=3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c', 'link-host-unlisted'],
  ['nobody-at-all.example', 'domain-unknown'],
])('%s cannot be added', async (text, kind) => {
  expect(await importer.addOne(text, undefined)).toMatchObject({ error: { kind } });
  expect(directory.customers().size).toBe(0);
});

test('a sync lists all pages, marks the own tenant, and its time survives a restart', async () => {
  const identity = desk.identity();
  const account = await desk.signedIn(identity);
  const sync = syncOf(identity);
  expect(await sync.run()).toMatchObject({ ok: true });
  const tenants = [...directory.customers().values()];
  expect(tenants.map(({ tenantId }) => tenantId).sort()).toEqual(
    [desk.homeTenant, ...[0, 1, 2, 3, 4].map((index) => desk.customer(index))].sort(),
  );
  expect(directory.find(desk.homeTenant)?.access).toEqual(['own']);
  expect(directory.find(desk.customer(4))).toMatchObject({
    name: customer(4).name,
    access: ['member'],
    accountIds: [account.id],
  });
  // The world leaves this guest's name blank, as Azure does.
  expect(tenants.some(({ name, tenantId }) => name === tenantId)).toBe(true);

  const next = openDirectory();
  await next.load();
  expect(next.customers()).toEqual(directory.customers());
  const again = syncOf(identity, next);
  await again.refresh();
  expect(again.status).toEqual({
    running: false,
    lastSuccess: '2026-03-01T11:00:00.000Z',
    problem: null,
    empty: false,
    names: null,
    sources: [
      {
        source: 'azure-tenants',
        accountId: account.id,
        username: account.username,
        state: 'idle',
        until: null,
        // The own tenant is on the list, and nobody's customer.
        listed: 5,
        at: '2026-03-01T11:00:00.000Z',
        problem: null,
      },
    ],
  });
});

test.each([
  [{ kind: 'status', status: 500 }, 'server-fault'],
  [{ kind: 'status', status: 429, retryAfterSeconds: 600 }, 'throttled'],
  [{ kind: 'broken-json' }, 'answer-invalid'],
  [{ kind: 'foreign-next-link' }, 'address-refused'],
] as const)(
  'a sync that fails on its way leaves the list as it was, and the next heals: %j',
  async (fault, kind) => {
    const identity = desk.identity();
    await desk.signedIn(identity);
    const sync = syncOf(identity);
    await sync.run();
    const before = directory.customers();
    desk.world.fault('arm.tenants', fault);
    expect(await sync.run()).toMatchObject({ error: { kind } });
    expect(directory.customers()).toBe(before);
    expect(sync.status.problem?.kind).toBe(kind);
    desk.world.heal();
    expect(await sync.run()).toMatchObject({ ok: true });
    expect(sync.status.problem).toBeNull();
  },
);

test('an account that reaches nothing but its own tenant is told so', async () => {
  const [, other] = desk.world.accounts;
  const identity = desk.identity();
  desk.openPage = async (address) => {
    void desk.world.signInBy(address, other?.username ?? '');
    return { ok: true, value: undefined };
  };
  await desk.signedIn(identity);
  const sync = syncOf(identity);
  await sync.run();
  expect(sync.status).toMatchObject({ empty: true, problem: null });
});

test('no token is on disk after a sync', async () => {
  const identity = desk.identity();
  await desk.signedIn(identity);
  await syncOf(identity).run();
  await directory.annotate(aTenantId(), { name: 'x' });
  expect(await desk.tokensOnDisk()).toBe(false);
});

test('two tenants under one name or domain in a list are refused and shown, and the rest is added', async () => {
  const [one, other, third] = [desk.customer(0), desk.customer(1), desk.customer(2)];
  const list = `Name;Tenant ID;Domains\nContoso;${one};\nCONTOSO Ltd;${other};\nFabrikam;${third};\n`;
  expect(await importer.importText(list)).toMatchObject({
    value: {
      added: 1,
      refused: [
        { line: 2, problem: { kind: 'list-two-tenants' } },
        { line: 3, problem: { kind: 'list-two-tenants' } },
      ],
    },
  });
  expect([...directory.customers().keys()]).toEqual([third]);
});
