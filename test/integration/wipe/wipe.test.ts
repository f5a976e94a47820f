import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { profileFolderId } from '../../../src/main/browsers/profile/folder-id.ts';
import { allSnapRoots } from '../../../src/main/browsers/profile/profile-folders.ts';
import { heldByBrowsers } from '../../../src/main/wipe/running-browsers.ts';
import { Wipe } from '../../../src/main/wipe/wipe.ts';
import { aTenantId } from '../../unit/support/samples.ts';
import { aHolder } from '../support/holder.ts';

let folder: string;
let root: string;
const dead = 2 ** 22 + 1;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wipe-'));
  root = join(folder, 'Tidegate');
  for (const path of ['browsers/chromium/t-1', 'observations', 'session', 'logs'])
    await mkdir(join(root, path), { recursive: true });
  for (const path of ['tokens.bin', 'journal.jsonl.tmp', 'browsers/chromium/t-1/Cookies', 'session/Cookies'])
    await writeFile(join(root, path), 'x');
  await writeFile(join(folder, 'precious'), 'x');
  await symlink(folder, join(root, 'elsewhere'));
  await symlink(`${hostname()}-${process.pid}`, join(root, 'SingletonLock'));
});
afterEach(() => rm(folder, { recursive: true }));

test('nothing goes that nobody has asked for', async () => {
  const before = await readdir(root, { recursive: true });
  const wipe = new Wipe(root);
  expect(wipe.atStart()).toBeUndefined();
  wipe.atEnd();
  expect(await readdir(root, { recursive: true })).toEqual(before);
});

test('everything of ours goes, at the end and at the next start; what a link points at stays', async () => {
  const wipe = new Wipe(root);
  expect(wipe.ask()).toMatchObject({ ok: true });
  wipe.atEnd();
  expect((await readdir(root)).sort()).toEqual(['SingletonLock', 'remove-everything']);
  // Electron writes on while it ends.
  await mkdir(join(root, 'session'));
  expect(new Wipe(root).atStart()).toBeUndefined();
  expect(await readdir(root)).toEqual(['SingletonLock']);
  expect(await readdir(folder)).toContain('precious');
});

test('one that a kill broke off is gone on with, once', async () => {
  new Wipe(root).ask();
  expect(new Wipe(root).atStart()).toBeUndefined();
  await writeFile(join(root, 'new'), 'x');
  expect(new Wipe(root).atStart()).toBeUndefined();
  expect(await readdir(root)).toContain('new');
});

test('what has to lie in a snap’s own folder goes too, and nothing beside it', async () => {
  const snap = join(folder, 'snap', 'chromium', 'common');
  await mkdir(join(snap, 'tidegate', 'browsers'), { recursive: true });
  await mkdir(join(folder, 'snap', 'other'));
  await writeFile(join(snap, 'theirs'), 'x');
  const wipe = new Wipe(root, () => allSnapRoots(folder));
  expect(allSnapRoots(folder)).toEqual([join(snap, 'tidegate')]);
  expect(wipe.ask()).toMatchObject({ ok: true });
  wipe.atEnd();
  expect(await readdir(snap)).toEqual(['theirs']);
  expect(allSnapRoots(join(folder, 'nobody'))).toEqual([]);
});

test('a browser that runs in a folder of ours is seen; one that was killed, and Tidegate’s own lock, are not', async () => {
  const held = (platform: NodeJS.Platform) => heldByBrowsers([root], platform);
  const id = profileFolderId('salt', aTenantId());
  const data = join(root, 'browsers', 'chromium');
  await mkdir(join(data, id));
  expect(await held('linux')).toEqual([]);
  await symlink(`${hostname()}-${dead}`, join(data, 'SingletonLock'));
  expect(await held('linux')).toEqual([]);
  await rm(join(data, 'SingletonLock'));
  const browser = await aHolder(`--user-data-dir=${data}`);
  await symlink(`${hostname()}-${browser.pid}`, join(data, 'SingletonLock'));
  expect(await held('linux')).toEqual([data]);
  const fox = join(root, 'browsers', 'firefox', id);
  await mkdir(fox, { recursive: true });
  const firefox = await aHolder('--profile', fox);
  await symlink(`127.0.1.1:+${firefox.pid}`, join(fox, 'lock'));
  expect(new Set(await held('linux'))).toEqual(new Set([data, fox]));
  expect(await held('win32')).toEqual([]);
  await writeFile(join(data, 'lockfile'), '');
  expect(await held('win32')).toEqual([data]);
});
