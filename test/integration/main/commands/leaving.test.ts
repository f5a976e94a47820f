import { writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Leaving } from '../../../../src/main/commands/leaving.ts';
import type { Question } from '../../../../src/main/desktop/windows/question.ts';
import { pathsIn } from '../../../../src/main/state/paths.ts';
import { AnnotationStore } from '../../../../src/main/customers/annotations/annotation-store.ts';
import { Directory } from '../../../../src/main/customers/store/directory.ts';
import { ObservationStore } from '../../../../src/main/customers/store/observations.ts';
import { Journal } from '../../../../src/main/state/journal/journal.ts';
import { SettingsService } from '../../../../src/main/state/settings/settings-service.ts';
import { UsageStore } from '../../../../src/main/state/usage/usage-store.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { aTenantId } from '../../../unit/support/samples.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

const [gone, kept] = [aTenantId(), aTenantId()];
const at = '2026-03-01T10:00:00.000Z';
let root: string;
let directory: Directory;
let usage: UsageStore;
let journal: Journal;
let yes: boolean;
let held: readonly string[];
let asked: Question[];
let settings: SettingsService;
let leaving: Leaving;
const wipe = { ask: vi.fn(() => ok(undefined)) };
const restart = vi.fn();
const end = vi.fn();

beforeEach(async () => {
  root = await temporaryFolder('leaving-');
  const paths = pathsIn(root);
  directory = new Directory(
    new ObservationStore(paths.observations),
    new AnnotationStore(paths.annotations),
    () => new Date(at),
  );
  usage = new UsageStore(paths.usage);
  journal = new Journal(paths.journal);
  const path = join(root, 'settings.json');
  settings = new SettingsService(
    {
      path,
      read: () => ({}),
      write: (values) => writeFileSync(path, JSON.stringify(values)),
    },
    { defaults: {}, locks: {}, problems: [] },
  );
  settings.onChange(({ ownTenant }) => directory.nameOwnTenant(ownTenant));
  [yes, held, asked] = [true, [], []];
  wipe.ask.mockClear();
  restart.mockClear();
  leaving = new Leaving({
    directory,
    usage,
    journal,
    settings,
    wipe,
    heldByBrowsers: () => Promise.resolve(held),
    confirm: (farewell) => {
      asked.push(farewell);
      return Promise.resolve(yes);
    },
    restart,
    end,
  });
  for (const [source, accountId] of [['azure-tenants', 'anne'], ['gdap', 'anne'], ['list']] as const)
    await directory.replace({
      source,
      ...(accountId !== undefined && { accountId }),
      at,
      customers: [gone, kept].map((tenantId) => ({ tenantId, name: 'Contoso', domains: [], access: 'list' })),
    });
  for (const tenantId of [gone, kept, gone]) {
    await directory.annotate(tenantId, { note: 'Written by me.' });
    await usage.record(tenantId, `contoso ${tenantId}`, Date.parse(at));
    journal.append(
      {
        ...{
          at,
          tenantId,
          customer: 'Contoso',
          page: 'defender',
          browser: 'edge',
          level: 'profile',
          profile: 't-1',
        },
        url: `https://security.microsoft.com/?tid=${tenantId}`,
        outcome: 'started',
      },
      (error) => {
        throw error;
      },
    );
  }
});
afterEach(() => removeFolder(root));

/** Every file of ours that names a tenant. */
async function naming(tenantId: string): Promise<readonly string[]> {
  await Promise.all([directory.close(), usage.flush(), journal.flush()]);
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  );
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
  );
  return files.filter((_, index) => texts[index]?.includes(tenantId)).map(({ name }) => name);
}

test('a customer that is removed is in no file any more; the others stay as they were', async () => {
  expect(await naming(gone)).toHaveLength(6);
  const before = await naming(kept);
  expect(await leaving.forgetCustomer({ kind: 'forgetCustomer', tenantId: gone })).toEqual(
    ok({ kind: 'done' }),
  );
  expect(asked).toMatchObject([{ kind: 'forgetCustomer', customer: { tenantId: gone, name: 'Contoso' } }]);
  expect(asked).toHaveLength(1);
  expect(await naming(gone)).toEqual([]);
  expect(await naming(kept)).toEqual(before);
  expect(directory.find(gone)).toBeUndefined();
  expect(directory.annotationOf(kept)).toEqual({ note: 'Written by me.' });
});

test('the customer that was removed last can be brought back whole, once, and nobody else', async () => {
  settings.change({ ownTenant: gone });
  const before = {
    customer: directory.find(gone),
    annotation: directory.annotationOf(gone),
    usage: usage.current,
  };
  const restore = (tenantId: typeof gone) => leaving.restoreCustomer({ kind: 'restoreCustomer', tenantId });
  expect(await restore(gone)).toEqual(err(problem('customer-unknown', { tenantId: gone })));
  await leaving.forgetCustomer({ kind: 'forgetCustomer', tenantId: gone });
  expect(await restore(kept)).toEqual(err(problem('customer-unknown', { tenantId: kept })));
  expect(directory.find(gone)).toBeUndefined();
  expect(await restore(gone)).toEqual(ok({ kind: 'done' }));
  expect(directory.annotationOf(gone)).toEqual(before.annotation);
  expect(directory.find(gone)).toMatchObject({
    name: before.customer?.name,
    access: before.customer?.access,
  });
  expect(usage.current).toEqual(before.usage);
  expect(settings.current.ownTenant).toBe(gone);
  expect(await restore(gone)).toEqual(err(problem('customer-unknown', { tenantId: gone })));
});

test('the own tenant is removed too, and is the own one no longer; to remove another leaves it named', async () => {
  settings.change({ ownTenant: gone });
  await leaving.forgetCustomer({ kind: 'forgetCustomer', tenantId: kept });
  expect(settings.current.ownTenant).toBe(gone);
  expect(directory.find(gone)?.access).toContain('own');
  await leaving.forgetCustomer({ kind: 'forgetCustomer', tenantId: gone });
  expect(await naming(gone)).toEqual([]);
  expect(directory.find(gone)).toBeUndefined();
});

test('a source that still lists it brings it back, as new', async () => {
  await leaving.forgetCustomer({ kind: 'forgetCustomer', tenantId: gone });
  const customers = [{ tenantId: gone, name: 'Contoso', domains: [], access: 'gdap' as const }];
  await directory.replace({ source: 'gdap', accountId: 'anne', at, customers });
  expect(directory.find(gone)).toMatchObject({ name: 'Contoso' });
  expect(directory.find(gone)).not.toHaveProperty('note');
});

test('whoever changes their mind loses nothing', async () => {
  yes = false;
  const before = await naming(gone);
  const cancelled = err(problem('cancelled', {}));
  expect(await leaving.forgetCustomer({ kind: 'forgetCustomer', tenantId: gone })).toEqual(cancelled);
  expect(await leaving.wipe()).toEqual(cancelled);
  expect(await naming(gone)).toEqual(before);
  expect(wipe.ask).not.toHaveBeenCalled();
});

test('everything is removed only after asking, and not while a browser of ours runs', async () => {
  held = ['/data/browsers/edge'];
  expect(await leaving.wipe()).toEqual(err(problem('browsers-running', {})));
  expect(asked).toEqual([]);
  held = [];
  expect(await leaving.wipe()).toEqual(ok({ kind: 'done' }));
  expect(asked).toEqual([{ kind: 'wipe' }]);
  expect(wipe.ask).toHaveBeenCalledOnce();
  expect(restart).toHaveBeenCalledOnce();
});
