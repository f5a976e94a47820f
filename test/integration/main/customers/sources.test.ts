import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { accountSourceIds } from '#shared/customer/customer.ts';
import { Desk } from '../../support/desk.ts';
import { SyncDesk, type SyncOptions } from '../../support/sync-desk.ts';

let desk: Desk;
let open: SyncDesk[];

beforeEach(async () => {
  desk = await Desk.open({ customers: 7, pageSize: 2, blankGuests: 2 });
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((each) => each.close()));
  await desk.close();
});

function at(options?: SyncOptions): SyncDesk {
  const synced = new SyncDesk(desk, options);
  open.push(synced);
  return synced;
}

const tenant = (index: number) => {
  const found = desk.world.customers[index];
  if (found === undefined) throw new Error(`the world has no customer ${index}`);
  return found;
};
const relationship = (index: number, ends: string | null, renews = false) => ({
  tenant: tenant(index),
  ends,
  renews,
});
const asked = (route: string) => desk.world.requests().filter((request) => request.route === route).length;

test('Azure tenants alone: every page, the own tenant marked, blanks as they are', async () => {
  const synced = at({ sources: ['azure-tenants'], lookUpNames: false });
  await synced.signIn(0);
  expect(await synced.sync.run()).toMatchObject({ ok: true });
  const { directory } = synced;
  expect(directory.customers().size).toBe(8);
  expect(directory.find(desk.homeTenant)?.access).toEqual(['own']);
  expect(directory.find(desk.customer(0))).toMatchObject({ name: desk.customer(0), access: ['member'] });
  expect([asked('arm.tenants'), asked('graph.gdap-customers')]).toEqual([4, 0]);
});

test('GDAP alone: every page, and access that ends says when', async () => {
  desk.world.directory.setRelationships(desk.username, [
    ...[0, 1, 2].map((index) => relationship(index, '2026-09-01T00:00:00Z', true)),
    relationship(3, '2026-04-01T00:00:00Z'),
    relationship(3, '2026-05-01T00:00:00Z'),
    { ...relationship(4, '2026-06-01T00:00:00Z'), status: 'terminated' },
  ]);
  const synced = at({ sources: ['gdap'] });
  await synced.signIn(0);
  expect(await synced.sync.run()).toMatchObject({ ok: true });
  const { directory } = synced;
  expect([...directory.customers().values()].map(({ name, ends }) => [name, ends])).toEqual([
    [tenant(0).name, undefined],
    [tenant(1).name, undefined],
    [tenant(2).name, undefined],
    [tenant(3).name, '2026-05-01T00:00:00.000Z'],
    [tenant(4).name, undefined],
  ]);
  expect([asked('graph.gdap-customers'), asked('graph.gdap-relationships')]).toEqual([3, 3]);
});

test('GDAP of who is no Admin Agent is empty, and no failure', async () => {
  const synced = at({ sources: ['gdap'] });
  await synced.signIn(1);
  expect(await synced.sync.run()).toMatchObject({ ok: true });
  expect(synced.sync.status).toMatchObject({ problem: null, sources: [{ source: 'gdap', listed: 0 }] });
});

test('contracts alone', async () => {
  desk.world.directory.setContracts(desk.username, [tenant(0), tenant(1), tenant(2)]);
  const synced = at({ sources: ['contracts'] });
  await synced.signIn(0);
  expect(await synced.sync.run()).toMatchObject({ ok: true });
  expect([...synced.directory.customers().values()]).toMatchObject(
    [0, 1, 2].map((index) => ({
      name: tenant(index).name,
      defaultDomain: tenant(index).defaultDomain,
      access: ['csp'],
    })),
  );
});

test('a tenant in three sources is one customer that has all of them', async () => {
  desk.world.directory.setRelationships(desk.username, [relationship(3, '2026-04-01T00:00:00Z')]);
  desk.world.directory.setContracts(desk.username, [tenant(3)]);
  const synced = at();
  await synced.signIn(0);
  expect(await synced.sync.run()).toMatchObject({ ok: true });
  const customer = synced.directory.find(desk.customer(3));
  expect(customer).toMatchObject({ name: tenant(3).name, access: ['member', 'gdap', 'csp'] });
  expect(customer?.domains).toEqual(tenant(3).domains);
  // Being a member there does not end with the relationship.
  expect(customer?.ends).toBeUndefined();
});

test('blank names are looked up once, and a restart remembers them', async () => {
  const synced = at({ sources: ['azure-tenants'] });
  await synced.signIn(0);
  await synced.sync.run();
  expect(synced.directory.find(desk.customer(0))).toMatchObject({
    name: tenant(0).name,
    defaultDomain: tenant(0).defaultDomain,
  });
  expect(asked('graph.tenant-information')).toBe(2);
  await synced.sync.run();
  await synced.close();
  const next = at({ sources: ['azure-tenants'] });
  await next.directory.load();
  await next.sync.run();
  expect(next.directory.find(desk.customer(1))?.name).toBe(tenant(1).name);
  expect(asked('graph.tenant-information')).toBe(2);
});

test('a delegated customer’s initial domain is looked up once, few at a time, and a restart remembers it', async () => {
  const synced = at({ sources: ['gdap'] });
  const all = [0, 1, 2, 3, 4, 5, 6].map((index) => relationship(index, null));
  desk.world.directory.setRelationships(desk.username, all);
  await synced.signIn(0);
  await synced.sync.run();
  for (const index of [0, 6])
    expect(synced.directory.find(desk.customer(index))?.domains).toEqual([tenant(index).domains.at(-1)]);
  expect(asked('graph.service-management')).toBe(7);
  await synced.sync.run();
  await synced.close();
  const next = at({ sources: ['gdap'] });
  await next.directory.load();
  await next.sync.run();
  expect(next.directory.find(desk.customer(1))?.domains).toEqual([tenant(1).domains.at(-1)]);
  expect(asked('graph.service-management')).toBe(7);
});

test('a customer of whom Microsoft tells no initial domain is asked about once, and opens by its tenant id', async () => {
  const synced = at({ sources: ['gdap'] });
  desk.world.directory.setRelationships(desk.username, [relationship(0, null)]);
  await synced.signIn(0);
  desk.world.fault('graph.service-management', { kind: 'status', status: 404 });
  for (let time = 0; time < 2; time += 1) expect(await synced.sync.run()).toMatchObject({ ok: true });
  expect(asked('graph.service-management')).toBe(1);
  expect(synced.directory.find(desk.customer(0))?.domains).toEqual([]);
});

test('a lookup that fails costs the source nothing, and is told apart', async () => {
  const synced = at({ sources: ['azure-tenants'] });
  await synced.signIn(0);
  desk.world.fault('graph.tenant-information', { kind: 'status', status: 403 });
  expect(await synced.sync.run()).toMatchObject({ ok: true });
  expect(synced.directory.customers().size).toBe(8);
  expect(synced.sync.status).toMatchObject({ problem: null, names: { kind: 'access-refused' } });
  desk.world.heal();
  await synced.sync.run();
  expect(synced.sync.status.names).toBeNull();
  expect(synced.directory.find(desk.customer(0))?.name).toBe(tenant(0).name);
});

test('a customer that is renamed has its new name', async () => {
  const synced = at({ sources: ['contracts'] });
  desk.world.directory.setContracts(desk.username, [tenant(0)]);
  await synced.signIn(0);
  await synced.sync.run();
  desk.world.directory.setContracts(desk.username, [{ ...tenant(0), name: 'Fabrikam' }]);
  await synced.sync.run();
  expect(synced.directory.find(desk.customer(0))?.name).toBe('Fabrikam');
});

test('a customer that vanishes stays and is marked, over a restart too; one that returns is as before', async () => {
  const synced = at({ sources: ['gdap'] });
  desk.world.directory.setRelationships(desk.username, [relationship(0, null), relationship(1, null)]);
  await synced.signIn(0);
  await synced.sync.run();
  desk.world.directory.setRelationships(desk.username, [relationship(1, null)]);
  synced.now = '2026-03-02T10:00:00.000Z';
  await synced.sync.run();
  const gone = { name: tenant(0).name, access: ['gdap'], lastListed: '2026-03-01T10:00:00.000Z' };
  expect(synced.directory.find(desk.customer(0))).toMatchObject(gone);
  await synced.close();
  const next = at({ sources: ['gdap'] });
  await next.directory.load();
  expect(next.directory.find(desk.customer(0))).toMatchObject(gone);
  desk.world.directory.setRelationships(desk.username, [relationship(0, null), relationship(1, null)]);
  await next.sync.run();
  expect(next.directory.find(desk.customer(0))).not.toHaveProperty('lastListed');
});

test('two accounts of two providers that both reach one customer; signing one out takes only its own', async () => {
  desk.world.directory.setRelationships(desk.username, [relationship(0, null), relationship(1, null)]);
  const synced = at({ sources: ['gdap'] });
  desk.world.directory.setRelationships(synced.username(2), [relationship(1, null), relationship(2, null)]);
  await synced.signIn(0, 2);
  const [ada, cleo] = await synced.identity.accounts();
  synced.directory.setOwnTenants([ada, cleo].flatMap((account) => account?.homeTenantId ?? []));
  expect(ada?.homeTenantId).not.toBe(cleo?.homeTenantId);
  expect(await synced.sync.run()).toMatchObject({ ok: true });
  const accountsOf = (index: number) => new Set(synced.directory.find(desk.customer(index))?.accountIds);
  expect([0, 1, 2].map(accountsOf)).toEqual([
    new Set([ada?.id]),
    new Set([ada?.id, cleo?.id]),
    new Set([cleo?.id]),
  ]);

  await synced.identity.signOut(ada?.id ?? '');
  await synced.directory.removeAccount(ada?.id ?? '');
  await synced.sync.refresh();
  expect([0, 1, 2].map(accountsOf)).toEqual([new Set(), new Set([cleo?.id]), new Set([cleo?.id])]);
  expect(synced.sync.status.sources.map(({ username }) => username)).toEqual([cleo?.username]);
});

test('a source that is switched off takes what it listed along, on disk too', async () => {
  desk.world.directory.setContracts(desk.username, [tenant(0)]);
  const synced = at({ lookUpNames: false });
  await synced.signIn(0);
  await synced.sync.run();
  expect(await synced.directory.removeSource('azure-tenants')).toMatchObject({ ok: true });
  expect([...synced.directory.customers().keys()]).toEqual([desk.customer(0)]);
  const files = await readdir(join(desk.folder, 'observations'));
  expect(files.filter((name) => name.startsWith('azure-tenants'))).toEqual([]);
  // One file for each source that is still on.
  expect(files).toHaveLength(accountSourceIds.length - 1);
});

test('sign-in asks consent for all that is on, and tokens come for one resource each', async () => {
  const synced = at();
  await synced.signIn(0);
  const scope = new URL(desk.opened[0] ?? '').searchParams.get('scope')?.split(' ') ?? [];
  expect(scope.filter((each) => each.startsWith('https:'))).toEqual([
    'https://management.azure.com/user_impersonation',
    'https://graph.microsoft.com/DelegatedAdminRelationship.Read.All',
    'https://graph.microsoft.com/TenantGovernance-Relationship.Read.All',
    'https://graph.microsoft.com/Directory.Read.All',
    'https://graph.microsoft.com/CrossTenantInformation.ReadBasic.All',
  ]);
  expect(await synced.sync.run()).toMatchObject({ ok: true });
});

test('neither a token nor what an API says beside the customers is on disk', async () => {
  const marker = 'marker-4f1d0c';
  desk.world.directory.setRelationships(desk.username, [
    { ...relationship(0, null), status: `active-${marker}` },
  ]);
  const synced = at();
  await synced.signIn(0);
  await synced.sync.run();
  await synced.close();
  expect(desk.world.issuedTokens().length).toBeGreaterThan(2);
  expect(await desk.tokensOnDisk()).toBe(false);
  const entries = await readdir(desk.folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(2);
  for (const file of files)
    expect(await readFile(join(file.parentPath, file.name), 'latin1')).not.toContain(marker);
});
