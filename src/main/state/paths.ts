import { join, win32 } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import { isWholePath } from '../system/files/whole-path.ts';

/** Where everything of one user lies. All absolute. Browsers' folders are planned in browsers/launch. */
export interface Paths {
  readonly root: string;
  readonly settingsFolder: string;
  readonly observations: string;
  /** What was looked up of tenants whose names sources leave blank. */
  readonly names: string;
  /** What was looked up of customers whose domains delegated administration leaves out. */
  readonly initialDomains: string;
  readonly annotations: string;
  readonly listCache: string;
  readonly sharedList: string;
  readonly teamHunts: string;
  readonly usage: string;
  readonly journal: string;
  readonly installation: string;
  readonly profiles: string;
  readonly tokens: string;
  /** What the command line's channel is proved with where it is a pipe. */
  readonly channelKey: string;
  readonly logs: string;
  /** Electron's own files, apart from ours. */
  readonly session: string;
  /** A newer version of Tidegate, while it waits for a restart. */
  readonly updates: string;
}

export function pathsIn(root: string): Paths {
  return {
    root,
    settingsFolder: root,
    observations: join(root, 'observations'),
    names: join(root, 'tenant-names.json'),
    initialDomains: join(root, 'initial-domains.json'),
    annotations: join(root, 'annotations.json'),
    listCache: join(root, 'list-cache.txt'),
    sharedList: join(root, 'shared-list.json'),
    teamHunts: join(root, 'team-hunts.json'),
    usage: join(root, 'usage.json'),
    journal: join(root, 'journal.jsonl'),
    installation: join(root, 'installation.json'),
    profiles: join(root, 'profiles.json'),
    tokens: join(root, 'tokens.bin'),
    channelKey: join(root, 'channel.key'),
    logs: join(root, 'logs'),
    session: join(root, 'session'),
    updates: join(root, 'updates'),
  };
}

/**
 * The folder of our data where the platform's default would not do: on Windows Electron's own choice roams with the
 * user to other machines, where browser profiles and sealed tokens have no business.
 */
export function dataRoot(
  platform: Platform,
  home: string,
  localAppData: string | undefined,
): string | undefined {
  if (platform !== 'win32') return undefined;
  // A path that is none, or hangs on the current folder or drive, would be another one at each start.
  const isWhole = localAppData !== undefined && isWholePath(localAppData, 'win32');
  return win32.join(isWhole ? localAppData : win32.join(home, 'AppData', 'Local'), 'Tidegate');
}
