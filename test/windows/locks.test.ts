import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Brand } from '../../src/main/browsers/browser.ts';
import { engines } from '../../src/main/browsers/engines/engines.ts';
import { readLock } from '../../src/main/browsers/launch/profile-lock.ts';
import { profileFolderId } from '../../src/main/browsers/profiles/folder-id.ts';
import { findProfiles } from '../../src/main/browsers/profiles/profile-on-disk.ts';
import { deleteProfile, removeTree } from '../../src/main/browsers/profiles/remove-profile.ts';
import { OpenCustomers } from '../../src/main/browsers/running/open-customers.ts';
import { aTenantId } from '../unit/support/samples.ts';
import { aHolderOf, endOf } from './support/holder.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

let root: string;
let data: string;
const tenantId = aTenantId();
const mine = profileFolderId('salt', tenantId);
const lockOf: Readonly<Partial<Record<Brand, string>>> = { edge: 'lockfile', firefox: 'parent.lock' };

beforeEach(async () => {
  root = await temporaryFolder('Kundenprofile Größe ');
  data = join(root, 'browsers', 'edge');
  await mkdir(join(data, mine, 'Cache'), { recursive: true });
  await writeFile(join(data, mine, 'Cookies'), 'signed in');
});
afterEach(() => removeFolder(root));

const remove = async () => {
  const [profile] = (await findProfiles([root], 'win32')).profiles;
  if (profile === undefined) throw new Error('The profile is found.');
  return deleteProfile(profile, 'Edge', 'win32');
};
const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

describe.each(['edge', 'firefox'] as const)('the lock of %s', (brand) => {
  const { lock } = engines[brand];

  it('is free, held as long as the browser runs, and free again', async () => {
    expect(await readLock(lock, data, 'win32')).toEqual({ kind: 'free' });
    const browser = await aHolderOf(join(data, lockOf[brand] ?? ''), 'lock');
    expect(await readLock(lock, data, 'win32')).toEqual({ kind: 'held' });
    expect(await readLock(lock, data, 'win32')).toEqual({ kind: 'held' });
    await endOf(browser);
    expect(await readLock(lock, data, 'win32')).toEqual({ kind: 'free' });
  });

  it('is stale where a file is left that nobody holds', async () => {
    const path = join(data, lockOf[brand] ?? '');
    await writeFile(path, '');
    expect(await readLock(lock, data, 'win32')).toEqual({ kind: 'stale', path });
  });
});

it('a customer is open while the browser runs that it was opened in', async () => {
  const told: (readonly string[])[] = [];
  const open = new OpenCustomers('win32', (tenants) => told.push(tenants));
  const browser = await aHolderOf(join(data, 'lockfile'), 'lock');
  const place = { root: join(data, mine), dataFolder: data, profileFolder: join(data, mine) };
  open.opened({ customer: { tenantId }, profile: { brand: 'edge', place } } as Parameters<
    typeof open.opened
  >[0]);
  await open.refresh();
  expect(told).toEqual([[tenantId]]);
  await endOf(browser);
  await open.refresh();
  expect(told).toEqual([[tenantId], []]);
});

it('a profile is not deleted while its browser runs, and nothing of it is lost; afterwards it is', async () => {
  const browser = await aHolderOf(join(data, 'lockfile'), 'lock');
  expect(await remove()).toMatchObject({ ok: false, error: { kind: 'profile-in-use' } });
  expect(await isThere(join(data, mine, 'Cookies'))).toBe(true);
  await endOf(browser);
  expect(await remove()).toMatchObject({ ok: true });
  expect(await isThere(join(data, mine))).toBe(false);
});

it('a profile with a lock that nobody holds is deleted', async () => {
  await writeFile(join(data, 'lockfile'), '');
  expect(await remove()).toMatchObject({ ok: true });
  expect(await isThere(join(data, mine))).toBe(false);
});

it('a profile of which another program holds a file: said, and it goes once that is let go', async () => {
  const scanner = await aHolderOf(join(data, mine, 'Cookies'), 'read');
  expect(await remove()).toMatchObject({ ok: false, error: { kind: 'profile-not-deleted' } });
  await endOf(scanner);
  const { leftovers, profiles } = await findProfiles([root], 'win32');
  // It is whole, or is named to be taken away.
  expect(profiles.length + leftovers.length).toBe(1);
  if (profiles.length > 0) expect(await remove()).toMatchObject({ ok: true });
  for (const leftover of leftovers) await removeTree(leftover);
  expect(await readdir(data)).toEqual([]);
});
