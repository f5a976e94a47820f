import type { PlatformPath } from 'node:path';
import { cacheBytes } from '../cache-size.ts';
import type { ProfilePlace } from '../engine.ts';

/** Chromium: many profiles in one user-data folder with one process, or a user-data folder with one profile in it. */
export function placeOf(
  path: PlatformPath,
  browserFolder: string,
  id: string,
  kind: 'shared' | 'apart',
): ProfilePlace {
  const root = path.join(browserFolder, id);
  return kind === 'shared'
    ? { root, dataFolder: browserFolder, profileFolder: root }
    : { root, dataFolder: root, profileFolder: path.join(root, 'Default') };
}

/** Documented in Chromium: `chrome/common/chrome_switches.cc`, `chrome/browser/net/profile_network_context_service.cc`. */
export function argumentsFor(path: PlatformPath, { dataFolder, profileFolder }: ProfilePlace): string[] {
  return [
    `--user-data-dir=${dataFolder}`,
    `--profile-directory=${path.basename(profileFolder)}`,
    '--no-first-run',
    '--no-default-browser-check',
    `--disk-cache-size=${cacheBytes}`,
  ];
}
