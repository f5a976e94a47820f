import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isListPlace } from '../../src/main/customers/shared-list/read-place.ts';
import { dataRoot } from '../../src/main/state/paths.ts';
import { Files } from '../../src/main/system/files/files.ts';
import { JsonFile } from '../../src/main/system/storage/json-file.ts';
import { replaceFile } from '../../src/main/system/storage/replace-file.ts';
import { readerHere } from '../integration/support/readers.ts';
import { aHolderOf, endOf } from './support/holder.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder('Datensätze ');
});
afterEach(() => removeFolder(folder));

const aRecord = (path: string) =>
  new JsonFile({ record: 'notes', path, version: 1, schema: z.string(), empty: '' });

describe('a record that another program holds open', () => {
  it('is replaced as soon as it is let go', async () => {
    const path = join(folder, 'annotations.json');
    const record = aRecord(path);
    expect((await record.write('old')).ok).toBe(true);
    const scanner = await aHolderOf(path, 'read');
    const writing = record.write('new');
    // It has tried once by then: fewer calls of the file system stand before its first try.
    await expect.poll(() => existsSync(`${path}.tmp`), { interval: 5 }).toBe(true);
    for (let calls = 0; calls < 30; calls += 1) await stat(path);
    await endOf(scanner);
    expect((await writing).ok).toBe(true);
    expect((await aRecord(path).read()).value).toBe('new');
    expect(await readdir(folder)).toEqual(['annotations.json']);
  });

  it('is left as it was after some tries, that is said, and the next write brings it', async () => {
    const path = join(folder, 'annotations.json');
    const record = aRecord(path);
    await record.write('old');
    const scanner = await aHolderOf(path, 'read');
    expect(await record.write('new')).toMatchObject({
      ok: false,
      error: { kind: 'storage-unwritable', values: { record: 'notes', path } },
    });
    expect((await aRecord(path).read()).value).toBe('old');
    expect(await readdir(folder)).toEqual(['annotations.json']);
    await endOf(scanner);
    expect((await record.write('newer')).ok).toBe(true);
    expect((await aRecord(path).read()).value).toBe('newer');
  });
});

describe('a record', () => {
  it('is kept where its path is longer than 260 characters', async () => {
    const deep = join(folder, ...Array.from({ length: 6 }, (_, at) => `${at}-${'ü'.repeat(60)}`));
    const path = join(deep, 'annotations.json');
    expect(path.length).toBeGreaterThan(300);
    expect((await aRecord(path).write('kept')).ok).toBe(true);
    expect((await aRecord(path).read()).value).toBe('kept');
  });

  it('is one record in whatever case its path is written', async () => {
    await aRecord(join(folder, 'Annotations.json')).write('one');
    await aRecord(join(folder, 'ANNOTATIONS.JSON')).write('two');
    expect(await readdir(folder)).toHaveLength(1);
    expect((await aRecord(join(folder, 'annotations.json')).read()).value).toBe('two');
  });

  it('that is damaged is set aside under a name that Windows allows', async () => {
    const path = join(folder, 'annotations.json');
    await writeFile(path, '{"version":1,');
    const { problem } = await aRecord(path).read();
    expect(problem?.kind).toBe('storage-corrupt');
    const [aside = ''] = await readdir(folder);
    expect(aside).toMatch(/^annotations\.json\.unreadable-[\w.-]+$/);
    expect(await readFile(join(folder, aside), 'utf8')).toBe('{"version":1,');
  });

  it('what was left aside gives nothing to the new file', async () => {
    const path = join(folder, 'usage.json');
    await writeFile(`${path}.tmp`, 'left by a kill, and longer than what follows');
    await replaceFile(path, 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['usage.json']);
  });
});

describe('the folder of our data', () => {
  it.each([
    ['C:\\Users\\Jörg\\AppData\\Local', 'C:\\Users\\Jörg\\AppData\\Local\\Tidegate'],
    ['E:\\', 'E:\\Tidegate'],
    ['\\\\server\\homes\\jörg', '\\\\server\\homes\\jörg\\Tidegate'],
    [undefined, 'C:\\Users\\Jörg\\AppData\\Local\\Tidegate'],
    ['', 'C:\\Users\\Jörg\\AppData\\Local\\Tidegate'],
    ['Local', 'C:\\Users\\Jörg\\AppData\\Local\\Tidegate'],
    ['..\\elsewhere', 'C:\\Users\\Jörg\\AppData\\Local\\Tidegate'],
    ['C:', 'C:\\Users\\Jörg\\AppData\\Local\\Tidegate'],
    ['\\Local', 'C:\\Users\\Jörg\\AppData\\Local\\Tidegate'],
    ['%USERPROFILE%\\AppData\\Local', 'C:\\Users\\Jörg\\AppData\\Local\\Tidegate'],
  ])('with LOCALAPPDATA=%s is %s', (local, expected) => {
    expect(dataRoot('win32', 'C:\\Users\\Jörg', local)).toBe(expected);
  });

  it('can be made in the one that this Windows has', async () => {
    const root = dataRoot('win32', 'C:\\nowhere', process.env['LOCALAPPDATA']) ?? '';
    await mkdir(root, { recursive: true });
    await replaceFile(join(root, 'a'), 'b');
    expect(await readFile(join(root, 'A'), 'utf8')).toBe('b');
  });
});

describe('a place that the user names', () => {
  const files = new Files(readerHere);
  const text = (value: unknown): string =>
    Buffer.from((value as { readonly bytes: Uint8Array }).bytes).toString('utf8');

  it.each(['con.csv', 'NUL', 'aux.list.csv ', 'com1', 'list.csv:hidden'])(
    'that only devices and streams have is written by nobody: %s',
    async (name) => {
      expect(await files.write(join(folder, name), Buffer.from('x'))).toMatchObject({
        error: { kind: 'not-a-file' },
      });
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it('ends where every other program sees it end', async () => {
    expect((await files.write(`${folder}\\Kundenliste Łódź.csv. .`, Buffer.from('a'))).ok).toBe(true);
    expect(await readdir(folder)).toEqual(['Kundenliste Łódź.csv']);
    const read = await files.read(`${folder}\\KUNDENLISTE łódź.csv .`, { mostBytes: 10 });
    expect(read.ok && text(read.value)).toBe('a');
  });

  it('is read with slashes of either kind, and by the whole name of a long path', async () => {
    await writeFile(join(folder, 'list.csv'), 'b');
    for (const path of [`${folder.replaceAll('\\', '/')}/list.csv`, `\\\\?\\${folder}\\list.csv`]) {
      const read = await files.read(path, { mostBytes: 10 });
      expect(read.ok && text(read.value)).toBe('b');
    }
  });

  it.each(['C:\\', 'C:/'])('that is a whole drive is a folder: %s', async (root) => {
    const folderSaid = { error: { kind: 'not-a-file', values: { what: 'fileKind.folder' } } };
    expect(await files.read(root, { mostBytes: 10 })).toMatchObject(folderSaid);
    expect(await files.write(root, Buffer.from('x'))).toMatchObject(folderSaid);
  });

  it.each(['\\\\.\\COM1', '\\\\.\\C:', '//./pipe/tidegate', '\\\\?\\GLOBALROOT\\Device\\Null'])(
    'that is a device is opened by nobody: %s',
    async (device) => {
      expect(await files.read(device, { mostBytes: 10 })).toMatchObject({
        error: { kind: 'not-a-file', values: { what: 'fileKind.device' } },
      });
    },
  );

  it.each(['\\\\nowhere.invalid\\lists\\kunden.csv', 'Q:\\lists\\kunden.csv'])(
    'on a share or a drive that is not there is said to be unreadable, with the place: %s',
    async (place) => {
      expect(isListPlace(place)).toBe(true);
      expect(await files.read(place, { mostBytes: 10 })).toMatchObject({
        error: { kind: 'list-unreadable', values: { file: place } },
      });
    },
  );

  it('of a shared list is whole, or it is none', () => {
    expect(
      ['\\lists\\a.csv', '/lists/a.csv', 'C:a.csv', 'a.csv'].filter((place) => isListPlace(place)),
    ).toEqual([]);
  });
});
