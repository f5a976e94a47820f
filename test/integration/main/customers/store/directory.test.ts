import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AnnotationStore } from '../../../../../src/main/customers/annotations/annotation-store.ts';
import { Directory } from '../../../../../src/main/customers/store/directory.ts';
import { ObservationStore } from '../../../../../src/main/customers/store/observations.ts';
import type { ListDelta } from '#shared/commands/list-delta.ts';
import type { Observation, ObservedCustomer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { aTenantId } from '../../../../unit/support/samples.ts';
import { modeHere } from '../../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

let folder: string;
let directory: Directory;
beforeEach(async () => {
  folder = await temporaryFolder('directory-');
  directory = open();
  await directory.load();
});
afterEach(async () => {
  await directory.close();
  await removeFolder(folder);
});

/** A new process, as far as the directory can tell. */
function open(ownTenant: TenantId | null = null): Directory {
  const observations = new ObservationStore(join(folder, 'observations'));
  const annotations = new AnnotationStore(join(folder, 'annotations.json'));
  return new Directory(observations, annotations, () => new Date('2026-03-01T10:00:00Z'), ownTenant);
}

async function reopened(): Promise<Directory> {
  const next = open();
  expect(await next.load()).toEqual([]);
  return next;
}

function azure(accountId: string, ...names: string[]): Observation {
  const customers = names.map((name) => ({
    tenantId: aTenantId(),
    name,
    domains: [],
    access: 'member' as const,
  }));
  return { source: 'azure-tenants', accountId, at: '2026-02-01T00:00:00.000Z', customers };
}

/** What an import does to put a customer on the user's list. */
function listing(customer: Omit<ObservedCustomer, 'access'>) {
  const { tenantId } = customer;
  return { tenantId, after: { listed: { ...customer, access: 'list' as const }, annotation: {} } };
}

function namesIn(from: Directory): string[] {
  return [...from.customers().values()].map(({ name }) => name).sort();
}

function files(): Promise<string[]> {
  return readdir(join(folder, 'observations'));
}

test('what was reported, listed and written is there after a restart', async () => {
  const [tenantId, listed] = [aTenantId(), aTenantId()];
  await directory.replace({
    ...azure('anne'),
    customers: [
      { tenantId, name: 'Contoso', defaultDomain: 'contoso.com', domains: ['contoso.com'], access: 'member' },
    ],
  });
  await directory.write([listing({ tenantId: listed, domains: ['listed.example'] })]);
  await directory.annotate(tenantId, { name: 'Mine', aliases: ['ct'], favourite: true });
  const next = await reopened();
  expect(next.customers()).toEqual(directory.customers());
  expect(next.find(tenantId)).toMatchObject({ name: 'Mine', aliases: ['ct'], accountIds: ['anne'] });
  expect(namesIn(next)).toEqual(['Mine', 'listed.example']);
});

test('an account’s id is in no file name, and files are readable by their owner only', async () => {
  await directory.replace(azure('oid.tid', 'Contoso'));
  const [name = ''] = await files();
  expect(name).toMatch(/^azure-tenants-[0-9a-f]{16}\.json$/);
  expect((await stat(join(folder, 'observations', name))).mode & 0o777).toBe(modeHere(0o600));
});

test('signing out an account forgets what it saw, and nothing else', async () => {
  await directory.replace(azure('anne', 'Hers'));
  await directory.replace(azure('bert', 'His'));
  await directory.write([listing({ tenantId: aTenantId(), name: 'Listed', domains: [] })]);
  expect(await directory.removeAccount('anne')).toEqual({ ok: true, value: undefined });
  expect(namesIn(directory)).toEqual(['His', 'Listed']);
  expect(namesIn(await reopened())).toEqual(['His', 'Listed']);
  expect(await files()).toHaveLength(2);
});

test('a sync and a sign-out at once leave the account gone', async () => {
  const synced = directory.replace(azure('anne', 'Hers'));
  const removed = directory.removeAccount('anne');
  await Promise.all([synced, removed]);
  expect(await files()).toEqual([]);
  expect(namesIn(directory)).toEqual([]);
});

test.each(['not JSON', '{"version":1,"data":{"source":"azure-tenants"}}', '', '[]'])(
  'a file that cannot be understood is set aside, told, and harms no other: %j',
  async (content) => {
    await directory.replace(azure('anne', 'Hers'));
    const [broken = ''] = await files();
    await directory.replace(azure('bert', 'His'));
    await writeFile(join(folder, 'observations', broken), content);
    const next = open();
    expect(await next.load()).toMatchObject([{ kind: 'storage-corrupt' }]);
    expect(namesIn(next)).toEqual(['His']);
    const kept = (await files()).find((name) => name.startsWith(broken) && name !== broken) ?? '';
    expect(await readFile(join(folder, 'observations', kept), 'utf8')).toBe(content);
    await next.replace(azure('anne', 'Hers again'));
    expect(namesIn(await reopened())).toEqual(['Hers again', 'His']);
  },
);

test('annotations that cannot be understood are set aside and hide no customer', async () => {
  await directory.replace(azure('anne', 'Hers'));
  await writeFile(join(folder, 'annotations.json'), '{"version":1,"data":{"nobody":{"name":"x"}}}');
  const next = open();
  expect(await next.load()).toMatchObject([{ kind: 'storage-corrupt' }]);
  expect(namesIn(next)).toEqual(['Hers']);
});

test('what the user wrote outlives its customer, and is there when it returns', async () => {
  const observation = azure('anne', 'Contoso');
  const tenantId = observation.customers[0]?.tenantId ?? aTenantId();
  await directory.replace(observation);
  await directory.annotate(tenantId, { name: 'Mine' });
  await directory.removeAccount('anne');
  expect(namesIn(directory)).toEqual([]);
  await directory.replace(observation);
  expect(namesIn(await reopened())).toEqual(['Mine']);
  await directory.annotate(tenantId, {});
  expect(namesIn(await reopened())).toEqual(['Contoso']);
});

test('a write that fails is told, and the change is there until the end', async () => {
  await writeFile(join(folder, 'observations'), 'a file where the folder should be');
  const added = await directory.write([listing({ tenantId: aTenantId(), name: 'Contoso', domains: [] })]);
  expect(added).toMatchObject({ ok: false, error: { kind: 'storage-unwritable' } });
  expect(namesIn(directory)).toEqual(['Contoso']);
});

test('only what is on the user’s list can be taken off it', async () => {
  const [listed, synced] = [aTenantId(), azure('anne', 'Synced')];
  await directory.write([listing({ tenantId: listed, name: 'Listed', domains: [] })]);
  await directory.replace(synced);
  expect(await directory.removeFromList(synced.customers[0]?.tenantId ?? listed)).toMatchObject({
    error: { kind: 'customer-unknown' },
  });
  expect(await directory.removeFromList(listed)).toMatchObject({ ok: true });
  expect(namesIn(await reopened())).toEqual(['Synced']);
});

test('changes that come together are told as one difference, and those that show nothing not at all', async () => {
  const deltas: ListDelta[] = [];
  const stop = directory.onChange((delta) => deltas.push(delta));
  const many = azure('anne', ...Array.from({ length: 10_000 }, (_, index) => `Customer ${index}`));
  const writes = [
    directory.replace(azure('bert', 'Short-lived')),
    directory.removeAccount('bert'),
    directory.replace(many),
  ];
  await expect.poll(() => deltas.length).toBe(1);
  expect(deltas[0]).toMatchObject({ revision: directory.revision, reset: false, remove: [] });
  expect(deltas[0]?.upsert).toHaveLength(10_000);
  await Promise.all([...writes, directory.replace({ ...many, at: '2026-03-03T00:00:00.000Z' })]);
  const [first] = many.customers;
  await directory.replace({ ...many, customers: many.customers.slice(1) });
  await expect.poll(() => deltas.length).toBe(2);
  expect(deltas[1]).toMatchObject({ upsert: [], remove: [first?.tenantId] });
  stop();
  await directory.removeAccount('anne');
  expect(directory.snapshot()).toEqual({ revision: directory.revision, reset: true, upsert: [], remove: [] });
  expect(deltas).toHaveLength(2);
});

test('a list that was taken earlier does not change under whoever holds it', async () => {
  await directory.replace(azure('anne', 'Before'));
  const { revision } = directory;
  const held = directory.customers();
  await directory.replace(azure('anne', 'After'));
  expect([...held.values()].map(({ name }) => name)).toEqual(['Before']);
  expect(directory.revision).toBe(revision + 1);
});

test('who is forgotten goes from what a listing under way has named as well, and nobody else does', async () => {
  const whole = azure('anne', 'A', 'Z');
  const named = azure('anne', 'B', 'C').customers;
  await directory.replace(whole);
  directory.propose(whole, named);
  expect(namesIn(directory)).toEqual(['A', 'B', 'C', 'Z']);
  const idOf = (name: string) =>
    [...directory.customers().values()].find((customer) => customer.name === name)?.tenantId ?? aTenantId();
  await directory.forget(idOf('B'));
  expect(namesIn(directory)).toEqual(['A', 'C', 'Z']);
  await directory.forget(idOf('A'));
  expect(namesIn(directory)).toEqual(['C', 'Z']);
  // What is only named yet is nowhere on the disk.
  expect(namesIn(await reopened())).toEqual(['Z']);
});

test('the own tenants are marked while their accounts are signed in', async () => {
  const observation = azure('anne', 'Us');
  const tenantId = observation.customers[0]?.tenantId ?? aTenantId();
  await directory.replace({ ...observation, accountId: `anne.${tenantId}` });
  directory.setOwnTenants([tenantId]);
  expect(directory.find(tenantId)?.access).toEqual(['own', 'member']);
  directory.setOwnTenants([]);
  expect(directory.find(tenantId)?.access).toEqual(['member']);
});

test('the own tenant that was named is on the list from the start, told once, and gone when it is named no longer', async () => {
  const [first, second] = [aTenantId(), aTenantId()];
  const named = open(first);
  await named.load();
  expect([...named.customers().keys()]).toEqual([first]);
  named.setOwnTenants([]);
  const { revision } = named;
  named.nameOwnTenant(first);
  expect(named.revision).toBe(revision);
  named.nameOwnTenant(second);
  expect([...named.customers().values()].map(({ access, tenantId }) => [tenantId, access])).toEqual([
    [second, ['own']],
  ]);
  named.nameOwnTenant(null);
  expect(named.customers().size).toBe(0);
  await named.close();
});

test('a folder that cannot be read is told', async () => {
  await writeFile(join(folder, 'observations'), 'a file where the folder should be');
  expect(await open().load()).toMatchObject([{ kind: 'storage-unreadable' }]);
});
