import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportCustomers } from '../../../../src/main/commands/exports.ts';
import { addSamples, removeSamples } from '../../../../src/main/commands/samples.ts';
import { AnnotationStore } from '../../../../src/main/customers/annotations/annotation-store.ts';
import { Directory } from '../../../../src/main/customers/store/directory.ts';
import { Importer } from '../../../../src/main/customers/imports/importer.ts';
import { ObservationStore } from '../../../../src/main/customers/store/observations.ts';
import { isSample, sampleCustomers } from '#shared/customer/samples.ts';
import { ok } from '#shared/problems/result.ts';
import { aTenantId } from '../../../unit/support/samples.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

let root: string;
let directory: Directory;
/** The domains that the network would be asked about. */
let asked: string[];
const findAll = async (domains: Iterable<string>) => {
  asked.push(...domains);
  return new Map();
};
const own = aTenantId();

const open = () =>
  new Directory(
    new ObservationStore(join(root, 'observations')),
    new AnnotationStore(join(root, 'annotations.json')),
    () => new Date('2026-03-01T10:00:00Z'),
  );

beforeEach(async () => {
  asked = [];
  root = await temporaryFolder('samples-');
  directory = open();
  await directory.load();
});
afterEach(async () => {
  await directory.close();
  await removeFolder(root);
});

test('samples come without a network, and all go at once with what was written about them; the rest stays', async () => {
  const importer = new Importer(directory, { findAll });
  await importer.importText(`Tenant ID,Name\n${own},Kept by hand`);
  await directory.annotate(own, { note: 'mine' });
  expect(await addSamples(importer)).toMatchObject({
    value: { kind: 'imported', report: { added: 250, refusedCount: 0 } },
  });
  // Twice is once.
  expect(await addSamples(importer)).toMatchObject({ value: { report: { added: 0, unchanged: 250 } } });
  const [first] = sampleCustomers();
  if (first === undefined) throw new Error('there are samples');
  expect(directory.find(first.tenantId)).toMatchObject({ name: first.name, defaultDomain: first.domain });
  await directory.annotate(first.tenantId, { tags: ['vip'] });

  expect(await removeSamples(directory)).toMatchObject({ ok: true });
  expect([...directory.customers().keys()]).toEqual([own]);
  expect([...directory.annotations().keys()]).toEqual([own]);
  expect(asked).toEqual([]);

  // On disk as well.
  await directory.close();
  directory = open();
  expect(await directory.load()).toEqual([]);
  expect([...directory.customers().keys()]).toEqual([own]);
  expect(directory.find(own)?.note).toBe('mine');
});

test('an export has no samples', async () => {
  const importer = new Importer(directory, { findAll });
  await addSamples(importer);
  await importer.importText(`Tenant ID,Name\n${own},Kept by hand`);
  const path = join(root, 'export.json');
  const written: string[] = [];
  const outcome = await exportCustomers(
    {
      directory,
      choosePlace: async () => path,
      separator: async () => ',',
      files: {
        write: async (_place, bytes) => {
          written.push(Buffer.from(bytes).toString('utf8'));
          return ok(undefined);
        },
      },
    },
    'json',
  );
  expect(outcome).toMatchObject({ value: { customers: 1 } });
  expect(written.join('')).toContain(own);
  expect(written.join('').split('"').filter(isSample)).toEqual([]);
  await expect(readFile(path)).rejects.toThrow('ENOENT');
});
