import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { profileFolderId } from '../../../../../src/main/browsers/profiles/folder-id.ts';
import { allSnapRoots } from '../../../../../src/main/browsers/profiles/profile-folders.ts';
import { readSalt } from '../../../../../src/main/browsers/profiles/salt.ts';
import { isEmptyData } from '../../../../../src/main/state/wipe/own-data.ts';
import { heldByBrowsers } from '../../../../../src/main/state/wipe/running-browsers.ts';
import { Wipe } from '../../../../../src/main/state/wipe/wipe.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import { aTenantId } from '../../../../unit/support/samples.ts';
import { aHolder } from '../../../support/holder.ts';
import { isWindows, itOnUnix } from '../../../../support/systems.ts';
import type { Platform } from '#shared/platform.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const unixIt = itOnUnix({ twin: 'wipe' });

let folder: string;
let root: string;
const dead = 2 ** 22 + 1;
beforeEach(async () => {
  folder = await temporaryFolder('wipe-');
  root = join(folder, 'Tidegate');
  for (const path of ['browsers/chromium/t-1', 'observations', 'session', 'logs'])
    await mkdir(join(root, path), { recursive: true });
  for (const path of ['tokens.bin', 'journal.jsonl.tmp', 'browsers/chromium/t-1/Cookies', 'session/Cookies'])
    await writeFile(join(root, path), 'x');
  for (const path of [
    'settings.json.tmp-1700000000a1b2c3',
    'usage.json.unreadable-2026-03-01T100000.000Z',
    'list-cache.txt',
    'annotations.json',
  ])
    await writeFile(join(root, path), 'x');
  await readSalt(join(root, 'installation.json'));
  await writeFile(join(folder, 'precious'), 'x');
  await symlink(folder, join(root, 'sealed'));
  await symlink(folder, join(root, 'session', 'elsewhere'));
  await symlink(`${hostname()}-${process.pid}`, join(root, 'SingletonLock'));
});
afterEach(() => removeFolder(folder));

/** Every path below a folder; links are not followed. */
const everything = async (where: string) =>
  execFileSync('find', [where, '-mindepth', '1', '-printf', '%P\n'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .sort();

unixIt('nothing goes that nobody has asked for', async () => {
  const before = await everything(root);
  const wipe = new Wipe(root);
  expect(wipe.atStart()).toBeUndefined();
  wipe.atEnd();
  expect(await everything(root)).toEqual(before);
});

unixIt('everything of ours goes, at the end and at the next start; what a link points at stays', async () => {
  const wipe = new Wipe(root);
  expect(wipe.ask()).toMatchObject({ ok: true });
  wipe.atEnd();
  expect((await readdir(root)).sort()).toEqual(['SingletonLock', 'installation.json', 'remove-everything']);
  // Electron writes on while it ends.
  await mkdir(join(root, 'session'));
  expect(new Wipe(root).atStart()).toBeUndefined();
  expect(await readdir(root)).toEqual(['SingletonLock']);
  expect(isEmptyData(root)).toBe(true);
  expect(await readdir(folder)).toContain('precious');
});

unixIt('what is not ours stays, though it lies among what is', async () => {
  const strangers = ['thesis.odt', 'observations.zip', 'settings.json.bak', 'tokens.bin.tmp2', '.config'];
  for (const name of strangers) await writeFile(join(root, name), 'x');
  const wipe = new Wipe(root);
  wipe.ask();
  wipe.atEnd();
  expect(new Wipe(root).atStart()).toBeUndefined();
  expect((await readdir(root)).sort()).toEqual(['SingletonLock', ...strangers].sort());
});

const stranger = 'wipeReason.stranger';

unixIt.each([
  ['without the file of an installation', (path: string) => rm(path)],
  ['whose file is another’s', (path: string) => writeFile(path, '{"version":1,"data":"somebody"}')],
  ['whose file is no file of ours', (path: string) => writeFile(path, 'x')],
  [
    'whose file is a link',
    async (path: string) => {
      await writeFile(join(folder, 'real.json'), await readFile(path));
      await rm(path);
      await symlink(join(folder, 'real.json'), path);
    },
  ],
])('a folder %s is not emptied, at no time', async (_what, change) => {
  await change(join(root, 'installation.json'));
  const before = await everything(folder);
  expect(new Wipe(root).ask()).toEqual(err(problem('not-our-data', { folder: root, reason: stranger })));
  expect(await everything(folder)).toEqual(before);
  // Nor because somebody has laid the marker there.
  await writeFile(join(root, 'remove-everything'), '');
  expect(new Wipe(root).atStart()).toMatchObject({ kind: 'not-our-data' });
  expect(await everything(folder)).toEqual([...before, 'Tidegate/remove-everything'].sort());
});

unixIt('a data folder that is a link is not emptied, however its path is written', async () => {
  const link = join(folder, 'link');
  await symlink(root, link);
  const before = await everything(root);
  const refused = err(problem('not-our-data', { folder: link, reason: 'wipeReason.link' }));
  expect(new Wipe(link).ask()).toEqual(refused);
  expect(new Wipe(`${link}/`).ask()).toEqual(refused);
  expect(await everything(root)).toEqual(before);
});

unixIt('an ordinary folder is not emptied', async () => {
  const home = join(folder, 'home');
  await mkdir(join(home, 'browsers'), { recursive: true });
  await writeFile(join(home, 'letter.odt'), 'x');
  expect(new Wipe(home).ask()).toEqual(err(problem('not-our-data', { folder: home, reason: stranger })));
  expect(await everything(home)).toEqual(['browsers', 'letter.odt']);
  expect(isEmptyData(home)).toBe(false);
  expect(isEmptyData(join(folder, 'nowhere'))).toBe(true);
});

unixIt('the marker is not written through a link that lies in its place', async () => {
  await symlink(join(folder, 'precious'), join(root, 'remove-everything'));
  expect(new Wipe(root).atStart()).toBeUndefined();
  expect(new Wipe(root).ask()).toMatchObject({ ok: true });
  expect(await readFile(join(folder, 'precious'), 'utf8')).toBe('x');
});

unixIt('one that a kill broke off is gone on with, once', async () => {
  new Wipe(root).ask();
  expect(new Wipe(root).atStart()).toBeUndefined();
  await readSalt(join(root, 'installation.json'));
  await writeFile(join(root, 'usage.json'), 'new');
  expect(new Wipe(root).atStart()).toBeUndefined();
  expect(await readdir(root)).toContain('usage.json');
});

unixIt('what has to lie in a snap’s own folder goes too, and nothing beside it', async () => {
  const snap = join(folder, 'snap', 'chromium', 'common');
  await mkdir(join(snap, 'tidegate', 'browsers'), { recursive: true });
  const other = join(folder, 'snap', 'other', 'common');
  await mkdir(join(other, 'real', 'browsers'), { recursive: true });
  await symlink(join(other, 'real'), join(other, 'tidegate'));
  await writeFile(join(snap, 'theirs'), 'x');
  const wipe = new Wipe(root, () => allSnapRoots(folder));
  expect(allSnapRoots(folder)).toEqual([join(snap, 'tidegate'), join(other, 'tidegate')]);
  expect(wipe.ask()).toMatchObject({ ok: true });
  wipe.atEnd();
  expect(await readdir(snap)).toEqual(['theirs']);
  expect(await readdir(join(other, 'real'))).toEqual(['browsers']);
  expect(allSnapRoots(join(folder, 'nobody'))).toEqual([]);
});

test.skipIf(isWindows || process.getuid?.() === 0)('what cannot go is told', async () => {
  new Wipe(root).ask();
  await chmod(join(root, 'browsers', 'chromium'), 0o500);
  expect(new Wipe(root).atStart()).toMatchObject({ kind: 'not-removed' });
  await chmod(join(root, 'browsers', 'chromium'), 0o700);
});

unixIt(
  'a browser that runs in a folder of ours is seen; one that was killed, and Tidegate’s own lock, are not',
  async () => {
    const held = (platform: Platform) => heldByBrowsers([root], platform);
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
    // What cannot be opened counts as held; test/windows has a file that a process holds.
    await mkdir(join(data, 'lockfile'));
    expect(await held('win32')).toEqual([data]);
  },
);
