import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyRecords } from '../../../../../src/main/entry/command-line/disk-copy.ts';
import { asInPlace } from '../../../../../src/main/entry/command-line/record-troubles.ts';
import { AnnotationStore } from '../../../../../src/main/customers/annotations/annotation-store.ts';
import { Directory } from '../../../../../src/main/customers/store/directory.ts';
import { ObservationStore } from '../../../../../src/main/customers/store/observations.ts';
import { pathsIn } from '../../../../../src/main/state/paths.ts';
import { itOnUnix } from '../../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const unixIt = itOnUnix({ because: 'an ordinary user of Windows may make no symbolic link' });

let root: string;
let copy: string;
beforeEach(async () => {
  [root, copy] = await Promise.all([temporaryFolder('records-'), temporaryFolder('records-copy-')]);
});
afterEach(() => Promise.all([root, copy].map((folder) => removeFolder(folder))));

/** What a command line knows of the records' state. */
async function troubles() {
  const { problems: unread } = await copyRecords(root, copy);
  const { annotations, observations } = pathsIn(copy);
  const directory = new Directory(
    new ObservationStore(observations),
    new AnnotationStore(annotations),
    () => new Date(),
  );
  const told = await directory.load();
  return [...unread, ...told.map((each) => asInPlace(each, copy, root))];
}

test('nothing is wrong with records that are not there', async () => {
  expect(await troubles()).toEqual([]);
});

test('damaged records are told with their own places, and stay as they are', async () => {
  const { annotations, observations } = pathsIn(root);
  await mkdir(observations);
  await writeFile(annotations, '\0\0');
  await writeFile(join(observations, 'list.json'), '{"version":1');
  await writeFile(join(observations, 'gdap-0123456789abcdef.json'), '{"version":9,"data":[]}');
  expect(await troubles()).toMatchObject([
    {
      kind: 'storage-newer',
      values: { record: 'synced-list', file: join(observations, 'gdap-0123456789abcdef.json') },
    },
    { kind: 'storage-damaged', values: { record: 'own-list', file: join(observations, 'list.json') } },
    { kind: 'storage-damaged', values: { record: 'notes', file: annotations } },
  ]);
  expect((await readdir(root)).sort()).toEqual(['annotations.json', 'observations']);
  expect((await readdir(observations)).sort()).toEqual(['gdap-0123456789abcdef.json', 'list.json']);
  expect(await readFile(annotations, 'utf8')).toBe('\0\0');
});

test('what cannot be read is not taken for what is not there', async () => {
  const { annotations, observations } = pathsIn(root);
  await mkdir(annotations);
  await writeFile(observations, 'no folder');
  expect(await troubles()).toMatchObject([
    { kind: 'storage-unreadable', values: { record: 'own-list', path: observations } },
    { kind: 'storage-unreadable', values: { record: 'notes', path: annotations } },
  ]);
});

unixIt('a record that lies elsewhere is read through its link', async () => {
  const { annotations } = pathsIn(root);
  await writeFile(join(root, 'elsewhere'), '{"version":1,"data":{}}');
  await symlink('elsewhere', annotations);
  const { files } = await copyRecords(root, copy);
  expect(files).toContainEqual({ file: 'annotations.json', state: 'ok' });
  expect(await troubles()).toEqual([]);
});
