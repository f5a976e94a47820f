import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AnnotationStore } from '../../../../../src/main/customers/annotations/annotation-store.ts';
import { Directory } from '../../../../../src/main/customers/store/directory.ts';
import { ListCache } from '../../../../../src/main/customers/cache/list-cache.ts';
import { ObservationStore } from '../../../../../src/main/customers/store/observations.ts';
import { ShownList } from '../../../../../src/main/customers/cache/shown-list.ts';
import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { unpackDelta, type PackedDelta } from '#shared/commands/packed-delta.ts';
import { aTenantId } from '../../../../unit/support/samples.ts';
import { modeHere } from '../../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder('shown-list-');
});
afterEach(() => removeFolder(folder));

const file = (name: string): string => join(folder, name);
const cachePath = (): string => file('list-cache.txt');

const contoso: ObservedCustomer = { tenantId: aTenantId(), name: 'Contoso', domains: [], access: 'list' };
const adatum: ObservedCustomer = {
  tenantId: aTenantId(),
  name: 'Adatum',
  defaultDomain: 'adatum.example',
  domains: ['adatum.example', 'adatum.onmicrosoft.com'],
  access: 'list',
};

/** One run of Tidegate, as far as the list can tell. */
async function run(version = '1.0.0') {
  const cache = new ListCache({
    path: cachePath(),
    observations: file('observations'),
    annotations: file('annotations.json'),
    version,
  });
  const directory = new Directory(
    new ObservationStore(file('observations')),
    new AnnotationStore(file('annotations.json')),
    () => new Date('2026-03-01T10:00:00Z'),
  );
  const list = new ShownList(directory, cache, await cache.read());
  const corrections: PackedDelta[] = [];
  return {
    ...{ corrections, directory, list },
    load: () => list.load((packed) => corrections.push(packed)),
    end: async () => {
      await list.close();
      await directory.close();
    },
  };
}

/** A run in which these are listed, and which ends well. */
async function ran(...customers: readonly ObservedCustomer[]): Promise<void> {
  const { directory, end, load } = await run();
  await load();
  await directory.replace({ source: 'list', at: '2026-02-01T00:00:00.000Z', customers });
  await end();
}

const namesIn = (packed: PackedDelta): string[] => unpackDelta(packed).upsert.map(({ name }) => name);

describe('the list at the start', () => {
  it('is there before the records have been read, from A to Z, once Tidegate has run', async () => {
    await ran(contoso, adatum);
    const { corrections, list, load } = await run();
    expect(list.isCached).toBe(true);
    const first = unpackDelta(await list.take());
    expect(first.upsert.map(({ name }) => name)).toEqual(['Adatum', 'Contoso']);
    expect(first.upsert[0]?.domains).toEqual(adatum.domains);
    expect(first.ordered).toBe(true);
    expect(await load()).toEqual([]);
    expect(corrections).toEqual([]);
  });

  it('waits for the records where there is nothing else', async () => {
    await ran(contoso);
    await rm(cachePath());
    const { list, load } = await run();
    expect(list.isCached).toBe(false);
    const taken = list.take();
    await load();
    expect(namesIn(await taken)).toEqual(['Contoso']);
  });

  it.each(['with', 'without'])(
    'is what the records say for whoever asks later, %s a cache',
    async (cached) => {
      await ran(contoso);
      if (cached === 'without') await rm(cachePath());
      const { directory, list, load } = await run();
      expect(list.isCached).toBe(cached === 'with');
      await load();
      await directory.annotate(contoso.tenantId, { name: 'Contoso Retail' });
      const later = unpackDelta(await list.take());
      expect(later.upsert.map(({ name }) => name)).toEqual(['Contoso Retail']);
      expect(later.revision).toBe(directory.revision);
    },
  );

  it('is not put right where only the order of the records is another', async () => {
    const { directory, end, load } = await run();
    await load();
    await directory.replace({ source: 'list', at: '2026-02-01T00:00:00.000Z', customers: [contoso] });
    const member = { ...adatum, access: 'member' as const };
    await directory.replace({
      ...{ source: 'azure-tenants', accountId: 'one', at: '2026-02-01T00:00:00.000Z' },
      customers: [member],
    });
    await end();
    const next = await run();
    await next.load();
    expect(next.corrections).toEqual([]);
  });

  it('is put right when it is not what the records say', async () => {
    await ran(contoso);
    // As a Tidegate with a fault, or one that merged otherwise, might have left it: whole, and of these very records.
    const text = await readFile(cachePath(), 'utf8');
    const [header = '', body = ''] = text.split('\n', 2);
    const { stamp } = JSON.parse(header) as { stamp: string };
    const cache = new ListCache({
      path: cachePath(),
      observations: file('observations'),
      annotations: file('annotations.json'),
      version: '1.0.0',
    });
    const wrong = body.replace('Contoso', 'Fabrikam') as PackedDelta;
    await cache.write({ list: wrong, ownTenantIds: [] }, stamp);
    const { corrections, list, load } = await run();
    const first = unpackDelta(await list.take());
    expect(namesIn(wrong)).toEqual(first.upsert.map(({ name }) => name));
    await load();
    const [correction] = corrections.map((packed) => unpackDelta(packed));
    expect(correction).toMatchObject({ reset: true, upsert: [{ name: 'Contoso' }] });
    // Newer than what it corrects: a window takes it.
    expect(correction?.revision).toBeGreaterThan(first.revision);
  });

  it('marks the own tenant before it is known who is signed in', async () => {
    const { directory, end, load } = await run();
    await load();
    directory.setOwnTenants([contoso.tenantId]);
    await directory.replace({ source: 'list', at: '2026-02-01T00:00:00.000Z', customers: [contoso] });
    await end();
    const next = await run();
    expect(unpackDelta(await next.list.take()).upsert[0]?.access).toEqual(['own', 'list']);
    await next.load();
    expect(next.corrections).toEqual([]);
    expect(next.directory.find(contoso.tenantId)?.access).toEqual(['own', 'list']);
  });
});

describe('the cache counts no more', () => {
  const spoilers: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['when a source’s file was touched', () => touch(file('observations/list.json'))],
    ['when a source was added', () => writeFile(file('observations/gdap.json'), '{}')],
    ['when a source is gone', () => rm(file('observations/list.json'))],
    ['when notes were written', () => writeFile(file('annotations.json'), '{"version":1,"data":{}}')],
    ['when it was cut short', () => edit((text) => text.slice(0, -3))],
    ['when a letter of it fell over', () => edit((text) => text.replace('Contoso', 'Contosa'))],
    ['when its header is none', () => edit((text) => `nonsense\n${text}`)],
    ['when it is empty', () => edit(() => '')],
  ];

  it.each(spoilers)('%s', async (_name, spoil) => {
    await ran(contoso);
    expect((await run()).list.isCached).toBe(true);
    await spoil();
    expect((await run()).list.isCached).toBe(false);
  });

  it('for another version of Tidegate', async () => {
    await ran(contoso);
    expect((await run('1.0.1')).list.isCached).toBe(false);
  });

  async function touch(path: string): Promise<void> {
    await utimes(path, new Date(0), new Date(0));
  }
  async function edit(change: (text: string) => string): Promise<void> {
    await writeFile(cachePath(), change(await readFile(cachePath(), 'utf8')));
  }
});

describe('the cache', () => {
  it('is readable by its owner only', async () => {
    await ran(contoso);
    expect((await stat(cachePath())).mode & 0o777).toBe(modeHere(0o600));
  });

  it('no longer names who was forgotten', async () => {
    await ran(contoso, adatum);
    const { directory, end, load } = await run();
    await load();
    await directory.forget(contoso.tenantId);
    await end();
    expect(await readFile(cachePath(), 'utf8')).not.toContain('Contoso');
    expect(namesIn(await (await run()).list.take())).toEqual(['Adatum']);
  });

  it('is not made of a listing under way', async () => {
    await ran(contoso);
    const { directory, end, load } = await run();
    await load();
    await directory.annotate(contoso.tenantId, { tags: ['retail'] });
    directory.propose({ source: 'azure-tenants', accountId: 'one' }, [{ ...adatum, access: 'member' }]);
    await end();
    expect(await readFile(cachePath(), 'utf8')).not.toContain('Adatum');
  });

  it('is gone from a change on until it is written anew', async () => {
    await ran(contoso);
    const { directory, end, list, load } = await run();
    await load();
    list.follow(() => expect.fail('the cache cannot be written'));
    await directory.annotate(contoso.tenantId, { name: 'Contoso Retail' });
    await expect.poll(() => readFile(cachePath()).catch(() => 'gone')).toBe('gone');
    await end();
    expect(namesIn(await (await run()).list.take())).toEqual(['Contoso Retail']);
  });

  it('follows what changed before it began to follow', async () => {
    await ran(contoso, adatum);
    const { directory, list, load } = await run();
    await load();
    await directory.removeSource('list');
    list.follow(() => expect.fail('the cache cannot be written'));
    await expect.poll(() => readFile(cachePath()).catch(() => 'gone')).toBe('gone');
    await list.close();
    await directory.close();
  });

  it('is not made of what the disk refused', async () => {
    await ran(contoso);
    await writeFile(file('annotations.json'), '{"version":99,"data":{}}');
    const { directory, end, load } = await run();
    await load();
    expect((await directory.annotate(contoso.tenantId, { name: 'In memory' })).ok).toBe(false);
    await end();
    expect((await run()).list.isCached).toBe(false);
  });

  it('is left alone when nothing has changed', async () => {
    await ran(contoso);
    const before = await stat(cachePath());
    const { directory, end, load } = await run();
    await load();
    directory.setOwnTenants([]);
    await end();
    expect((await stat(cachePath())).ino).toBe(before.ino);
  });
});
