import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportCustomers } from '../../src/main/commands/exports.ts';
import { AnnotationStore } from '../../src/main/customers/annotations/annotation-store.ts';
import { systemListSeparator } from '../../src/main/customers/exports/list-separator.ts';
import { decodeList, encodingOf } from '../../src/main/customers/formats/decode-list.ts';
import { Importer } from '../../src/main/customers/imports/importer.ts';
import { Directory } from '../../src/main/customers/store/directory.ts';
import { ObservationStore } from '../../src/main/customers/store/observations.ts';
import { hideHome } from '../../src/main/entry/doctor/hide-home.ts';
import { dataRoot } from '../../src/main/state/paths.ts';
import { Files } from '../../src/main/system/files/files.ts';
import { readerHere } from '../integration/support/readers.ts';
import { aTenantId } from '../unit/support/samples.ts';
import { writeRegistry } from './support/registry.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const region = 'HKEY_CURRENT_USER\\Control Panel\\International';
const files = new Files(readerHere);

let folder: string;
let directory: Directory;
beforeEach(async () => {
  folder = await temporaryFolder('Kundenlisten Größe ');
  directory = new Directory(
    new ObservationStore(join(folder, 'observations')),
    new AnnotationStore(join(folder, 'annotations.json')),
    () => new Date('2026-03-01T10:00:00Z'),
  );
  await directory.load();
});
afterEach(async () => {
  await directory.close();
  await removeFolder(folder);
});

const nobody = { findAll: () => Promise.resolve(new Map()) };

/** Imports a list from a file, as the application and the command line do. Gives the names that are known then. */
async function importFile(path: string): Promise<readonly string[]> {
  const read = await files.read(path, { mostBytes: 1024 * 1024 });
  if (!read.ok || read.value === 'unchanged') throw new Error('The list is read.');
  const { encoding } = await encodingOf(read.value.bytes);
  const report = await new Importer(directory, nobody).importText(
    await decodeList(read.value.bytes, encoding),
  );
  expect(report).toMatchObject({ ok: true, value: { refusedCount: 0 } });
  return [...directory.customers().values()].map(({ name }) => name).toSorted();
}

const [one, other] = [aTenantId(), aTenantId()];

describe('a list as programs of Windows write it', () => {
  const rows = (separator: string) =>
    [
      `Tenant ID${separator}Name${separator}Note`,
      `${one}${separator}Müller & Söhne${separator}"erste Zeile\r\nzweite"`,
      `${other}${separator}Café Größe${separator}ß`,
      '',
    ].join('\r\n');

  it.each([
    ['Excel, in the code page of Western Europe, with semicolons', Buffer.from(rows(';'), 'latin1')],
    ['Excel, as Unicode text, with tabs', Buffer.from(`\uFEFF${rows('\t')}`, 'utf16le')],
    ['PowerShell 5, in UTF-8 with its mark', Buffer.from(`\uFEFF${rows(',')}`)],
    ['PowerShell 7, in plain UTF-8', Buffer.from(rows(','))],
  ])('is read with every letter and every line: %s', async (_, bytes) => {
    const path = join(folder, 'Kunden.csv');
    await writeFile(path, bytes);
    expect(await importFile(path)).toEqual(['Café Größe', 'Müller & Söhne']);
    expect(directory.annotationOf(one)?.note).toMatch(/^erste Zeile\r?\nzweite$/);
  });
});

describe('an export', () => {
  const table = async (): Promise<string> => {
    const path = join(folder, 'Ausgabe Łódź.csv');
    const separator = () => systemListSeparator('win32', 'en-US', process.env);
    expect(
      await exportCustomers({ directory, files, separator, choosePlace: () => Promise.resolve(path) }, 'csv'),
    ).toMatchObject({ ok: true });
    return readFile(path, 'utf8');
  };

  it.each([';', ','] as const)(
    'has between its cells what this Windows’ region has: %s',
    async (separator) => {
      const list = join(folder, 'list.csv');
      await writeFile(list, `Tenant ID,Name\r\n${one},"Łódź, Sp. z o.o."\r\n`);
      await importFile(list);
      writeRegistry({ [region]: { sList: separator } });
      const text = await table();
      expect(text.startsWith(`\uFEFF"Tenant ID"${separator}Name${separator}`)).toBe(true);
      expect(text.split('\r\n')).toHaveLength(3);
      expect(text.replaceAll('\r\n', '')).not.toContain('\n');
      // And it is read again as it was.
      await directory.forget(one);
      expect(await importFile(join(folder, 'Ausgabe Łódź.csv'))).toEqual(['Łódź, Sp. z o.o.']);
    },
  );

  it.each(['|', '', 'x'])('follows the locale where the region has another sign: %j', async (sList) => {
    writeRegistry({ [region]: { sList } });
    expect(await systemListSeparator('win32', 'de-DE', process.env)).toBe(';');
    expect(await systemListSeparator('win32', 'en-US', process.env)).toBe(',');
  });
});

it('what the doctor tells of places names nobody, in whatever case Windows writes them', () => {
  const home = process.env['USERPROFILE'] ?? '';
  const user = home.split('\\').at(-1) ?? '';
  const root = dataRoot('win32', home, process.env['LOCALAPPDATA']) ?? '';
  expect(root.toLowerCase()).toContain(user.toLowerCase());
  for (const text of [root, root.toUpperCase(), JSON.stringify({ root }), root.replaceAll('\\', '/')])
    expect(hideHome(text, home, 'win32').toLowerCase()).not.toContain(user.toLowerCase());
});
