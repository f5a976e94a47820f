import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { profileFolderId } from '../../src/main/browsers/profiles/folder-id.ts';
import { readSalt } from '../../src/main/browsers/profiles/salt.ts';
import { heldByBrowsers } from '../../src/main/state/wipe/running-browsers.ts';
import { Wipe } from '../../src/main/state/wipe/wipe.ts';
import { aTenantId } from '../unit/support/samples.ts';
import { aHolderOf, endOf } from './support/holder.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

let folder: string;
let root: string;
const id = profileFolderId('salt', aTenantId());
beforeEach(async () => {
  folder = await temporaryFolder('wipe-');
  root = join(folder, 'Tidegate');
  await mkdir(join(root, 'browsers', 'edge', id), { recursive: true });
  for (const name of ['tokens.bin', 'channel.key', 'usage.json.tmp', 'SETTINGS.txt', 'Kunden.csv'])
    await writeFile(join(root, name), 'x');
  await writeFile(join(root, 'browsers', 'edge', id, 'Cookies'), 'x');
  await readSalt(join(root, 'installation.json'));
});
afterEach(() => removeFolder(folder));

it('everything of ours goes, the channel’s key too, and what is not ours stays', async () => {
  const wipe = new Wipe(root);
  expect(wipe.ask()).toMatchObject({ ok: true });
  wipe.atEnd();
  new Wipe(root).atStart();
  expect(await readdir(root)).toEqual(['Kunden.csv', 'SETTINGS.txt']);
});

it('what another program holds at the end goes at the next start', async () => {
  const scanner = await aHolderOf(join(root, 'tokens.bin'), 'read');
  const wipe = new Wipe(root);
  expect(wipe.ask()).toMatchObject({ ok: true });
  wipe.atEnd();
  expect(await readdir(root)).toContain('tokens.bin');
  await endOf(scanner);
  expect(new Wipe(root).atStart()).toBeUndefined();
  expect(await readdir(root)).not.toContain('tokens.bin');
});

it('what is still held then is told by name', async () => {
  const scanner = await aHolderOf(join(root, 'tokens.bin'), 'read');
  expect(new Wipe(root).ask()).toMatchObject({ ok: true });
  expect(new Wipe(root).atStart()).toMatchObject({
    kind: 'not-removed',
    values: { path: join(root, 'tokens.bin') },
  });
  await endOf(scanner);
});

it('a browser that runs in a folder of ours is seen; a lock that nobody holds is not', async () => {
  const data = join(root, 'browsers', 'edge');
  const held = () => heldByBrowsers([root], 'win32');
  expect(await held()).toEqual([]);
  const browser = await aHolderOf(join(data, 'lockfile'), 'lock');
  expect(await held()).toEqual([data]);
  await endOf(browser);
  await writeFile(join(data, 'lockfile'), '');
  expect(await held()).toEqual([]);
});
