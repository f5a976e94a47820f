import type { Platform } from '#shared/platform.ts';
import { engines } from '../engines/engines.ts';
import { readLock } from '../launch/profile-lock.ts';
import type { DataFolder } from './lock-holder.ts';

/** Which of the folders a browser of this computer holds now. */
export async function heldFolders(
  folders: readonly DataFolder[],
  platform: Platform,
): Promise<readonly DataFolder[]> {
  const locks = await Promise.all(
    folders.map(({ brand, path }) => readLock(engines[brand].lock, path, platform)),
  );
  return folders.filter((_, at) => locks[at]?.kind === 'held');
}
