import type { Platform } from '#shared/platform.ts';
import { engines } from '../../browsers/engines/engines.ts';
import { readLock } from '../../browsers/launch/profile-lock.ts';
import { findProfiles } from '../../browsers/profiles/profile-on-disk.ts';

/** The data folders below `roots` (see findProfiles) that a browser of this computer holds now. */
export async function heldByBrowsers(
  roots: readonly string[],
  platform: Platform,
): Promise<readonly string[]> {
  const { profiles } = await findProfiles(roots, platform);
  const brands = new Map(profiles.map(({ brand, place }) => [place.dataFolder, brand]));
  const states = await Promise.all(
    [...brands].map(async ([folder, brand]) => {
      const { kind } = await readLock(engines[brand].lock, folder, platform);
      return kind === 'held' ? [folder] : [];
    }),
  );
  return states.flat();
}
