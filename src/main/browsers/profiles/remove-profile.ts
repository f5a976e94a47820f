import { lstat, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, posix, sep, win32 } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { reasonOf } from '../../system/storage/reason.ts';
import { replaceFile } from '../../system/storage/replace-file.ts';
import { engines } from '../engines/engines.ts';
import { readLock } from '../launch/profile-lock.ts';
import { leftoverName, type ProfileOnDisk } from './profile-on-disk.ts';

/**
 * Deletes a profile that `findProfiles` found. Its folder is renamed first: from then on there is no such profile, even
 * if the rest is cut short. Errors: `profile-in-use`, `profile-not-deleted`.
 */
export async function deleteProfile(
  profile: ProfileOnDisk,
  browserName: string,
  platform: Platform,
): Promise<Result<void, Problem>> {
  const { root } = profile.place;
  try {
    if (await isInUse(profile, platform)) return err(problem('profile-in-use', { browser: browserName }));
    const doomed = join(dirname(root), leftoverName(profile.id));
    await removeTree(doomed);
    await rename(root, doomed);
    await removeTree(doomed);
    // Last, because it writes: on a full disk there is room for it only now.
    await forget(profile, platform);
    return ok(undefined);
  } catch (error) {
    return err(problem('profile-not-deleted', { path: root, reason: reasonOf(error) }));
  }
}

/** Throws away what a profile can do without. Errors: as deleteProfile. */
export async function clearProfile(
  profile: ProfileOnDisk,
  what: 'cache' | 'siteData',
  browserName: string,
  platform: Platform,
): Promise<Result<void, Problem>> {
  const { profileFolder } = profile.place;
  const { cache, siteData } = engines[profile.brand].disposable;
  // Site data without the cache would leave pages that a site's storage no longer knows of.
  const wanted = what === 'cache' ? cache : [...cache, ...siteData];
  try {
    if (await isInUse(profile, platform)) return err(problem('profile-in-use', { browser: browserName }));
    for (const relative of wanted) await removeInside(profileFolder, relative.split('/'));
    return ok(undefined);
  } catch (error) {
    return err(problem('profile-not-deleted', { path: profileFolder, reason: reasonOf(error) }));
  }
}

/** What an earlier deletion left. */
export async function removeTree(folder: string): Promise<void> {
  // Node removes a link itself, and never what it leads to.
  await rm(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
}

async function isInUse({ brand, place }: ProfileOnDisk, platform: Platform): Promise<boolean> {
  const { kind } = await readLock(engines[brand].lock, place.dataFolder, platform);
  return kind === 'held' || kind === 'elsewhere';
}

async function forget({ brand, place }: ProfileOnDisk, platform: Platform): Promise<void> {
  const path = platform === 'win32' ? win32 : posix;
  for (const { path: file, change } of engines[brand].forget(path, place)) {
    const changed = change(await readFile(file, 'utf8').catch(() => undefined));
    if (changed !== undefined) await replaceFile(file, changed);
  }
}

/** SECURITY: every step on the way down is a real folder, so that no link leads out of the profile. */
async function removeInside(folder: string, [step = '', ...rest]: readonly string[]): Promise<void> {
  if (step === '' || step === '..' || step.includes(sep)) return;
  const path = join(folder, step);
  if (rest.length === 0) return removeTree(path);
  const info = await lstat(path).catch(() => undefined);
  return info?.isDirectory() ? removeInside(path, rest) : undefined;
}
