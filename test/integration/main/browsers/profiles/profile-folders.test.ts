import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLock } from '../../../../../src/main/browsers/launch/profile-lock.ts';
import { engines } from '../../../../../src/main/browsers/engines/engines.ts';
import { findProfiles } from '../../../../../src/main/browsers/profiles/profile-on-disk.ts';
import { clearProfile, deleteProfile } from '../../../../../src/main/browsers/profiles/remove-profile.ts';
import { profileFolderId } from '../../../../../src/main/browsers/profiles/folder-id.ts';
import { aTenantId } from '../../../../unit/support/samples.ts';
import { aHolder } from '../../../support/holder.ts';
import { itOnUnix } from '../../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const unixIt = itOnUnix({ twin: 'locks' });

let root = '';
let data = '';
const mine = profileFolderId('salt', aTenantId());
const other = profileFolderId('salt', aTenantId());

beforeEach(async () => {
  root = await temporaryFolder('tidegate profiles ');
  data = join(root, 'browsers', 'chromium');
  for (const id of [mine, other]) {
    await mkdir(join(data, id, 'Cache'), { recursive: true });
    await writeFile(join(data, id, 'Cookies'), 'signed in');
    await writeFile(join(data, id, 'Cache', 'page'), 'a page');
  }
});
afterEach(async () => {
  await chmod(data, 0o700).catch(() => undefined);
  await removeFolder(root);
});

const found = async () => (await findProfiles([root], 'linux')).profiles;
const one = async (id: string) => {
  const profile = (await found()).find((each) => each.id === id);
  if (profile === undefined) throw new Error('the profile is found');
  return profile;
};
const remove = async (id: string) => deleteProfile(await one(id), 'Chromium', 'linux');
const there = (...steps: readonly string[]): Promise<boolean> =>
  stat(join(...steps)).then(
    () => true,
    () => false,
  );
/** The id of a process that has ended. */
function aDeadPid(): number {
  const { pid } = spawnSync(process.execPath, ['--eval', '']);
  return pid;
}

it('deletes the one profile and touches nobody else’s', async () => {
  expect(await remove(mine)).toEqual({ ok: true, value: undefined });
  expect(await there(data, mine)).toBe(false);
  expect(await readFile(join(data, other, 'Cookies'), 'utf8')).toBe('signed in');
  expect(await readdir(data)).toEqual([other]);
});

it.each([
  ['a folder that is not named like ours', 'Default'],
  ['a way out', '..'],
  ['letters that only look like ours', mine.replace('t-', 'т-')],
  ['capitals', mine.toUpperCase()],
])('%s is no profile', async (_what, name) => {
  await mkdir(join(data, name), { recursive: true });
  expect((await found()).map(({ id }) => id).sort()).toEqual([mine, other].sort());
});

it('a link in the place of a profile, a browser’s folder or all of ours is no profile', async () => {
  const outside = await temporaryFolder('tidegate outside ');
  try {
    const linked = profileFolderId('salt', aTenantId());
    await symlink(outside, join(data, linked));
    await mkdir(join(outside, mine));
    await symlink(outside, join(root, 'browsers', 'edge'));
    await symlink(outside, join(root, 'sealed'));
    expect((await found()).map(({ id }) => id).sort()).toEqual([mine, other].sort());
  } finally {
    await removeFolder(outside);
  }
});

it('links inside a profile go themselves, never what they lead to', async () => {
  const outside = await temporaryFolder('tidegate outside ');
  try {
    await writeFile(join(outside, 'ScriptCache'), 'theirs');
    await writeFile(join(outside, 'letter'), 'theirs');
    await symlink(outside, join(data, mine, 'Service Worker'));
    await rm(join(data, mine, 'Cache'), { recursive: true });
    await symlink(outside, join(data, mine, 'Cache'));
    expect(await clearProfile(await one(mine), 'cache', 'Chromium', 'linux')).toMatchObject({ ok: true });
    expect((await readdir(outside)).sort()).toEqual(['ScriptCache', 'letter']);
    expect(await remove(mine)).toMatchObject({ ok: true });
    expect((await readdir(outside)).sort()).toEqual(['ScriptCache', 'letter']);
  } finally {
    await removeFolder(outside);
  }
});

it('clearing the cache keeps the sign-in; clearing site data ends it', async () => {
  expect(await clearProfile(await one(mine), 'cache', 'Chromium', 'linux')).toMatchObject({ ok: true });
  expect([await there(data, mine, 'Cache'), await there(data, mine, 'Cookies')]).toEqual([false, true]);
  expect(await clearProfile(await one(mine), 'siteData', 'Chromium', 'linux')).toMatchObject({ ok: true });
  expect(await there(data, mine, 'Cookies')).toBe(false);
  expect(await there(data, other, 'Cookies')).toBe(true);
});

unixIt.each([
  ['held', 'a browser of this computer', hostname(), 'browser', 'profile-in-use'],
  ['held', 'a browser of this computer, which had another name', 'laptop.home', 'browser', 'profile-in-use'],
  ['elsewhere', 'a browser of another computer', 'laptop.home', 'dead', 'profile-in-use'],
  ['elsewhere', 'one whose number is another process here', 'laptop.home', 'other', 'profile-in-use'],
  ['stale', 'a browser that died', hostname(), 'dead', undefined],
  ['stale', 'one whose number has passed to another process', hostname(), 'other', undefined],
] as const)('a lock is %s: of %s', async (kind, _whose, host, process, refused) => {
  const pids = {
    browser: async () => (await aHolder(`--user-data-dir=${data}`)).pid,
    other: async () => (await aHolder('--user-data-dir=/elsewhere')).pid,
    dead: async () => aDeadPid(),
  };
  await symlink(`${host}-${await pids[process]()}`, join(data, 'SingletonLock'));
  expect(await readLock(engines.chromium.lock, data, 'linux')).toMatchObject({ kind });
  const removed = await remove(mine);
  expect(removed.ok ? undefined : removed.error.kind).toBe(refused);
  expect(await there(data, mine, 'Cookies')).toBe(refused !== undefined);
});

unixIt('a folder that cannot be written: said, and nothing is lost', async () => {
  await chmod(data, 0o500);
  const removed = await remove(mine);
  expect(removed).toMatchObject({ ok: false, error: { kind: 'profile-not-deleted' } });
  expect(await readFile(join(data, mine, 'Cookies'), 'utf8')).toBe('signed in');
});

it('what a deletion that was cut short has left is no profile, and is named to be taken away', async () => {
  await mkdir(join(data, `.deleted-${mine}`, 'Cache'), { recursive: true });
  const { profiles, leftovers } = await findProfiles([root], 'linux');
  expect(profiles).toHaveLength(2);
  expect(leftovers).toEqual([join(data, `.deleted-${mine}`)]);
  // And it is in nobody's way.
  expect(await remove(mine)).toMatchObject({ ok: true });
  expect(await readdir(data)).toEqual([other]);
});
