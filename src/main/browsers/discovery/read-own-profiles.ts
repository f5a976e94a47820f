import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnProfileStatus } from '#shared/status/status.ts';
import type { Browser } from '../browser.ts';
import { engines } from '../engines/engines.ts';
import type { Machine } from './machine.ts';
import { ownDataParts } from './own-data.ts';

/** A file that lists profiles is at most so long, bytes. */
const largestList = 8 * 1024 * 1024;

/** The user's own profiles of a browser, from the file in which it keeps them. Nothing is ever written there. */
export async function withOwnProfiles(browser: Browser, machine: Machine): Promise<Browser> {
  const parts = ownDataParts(browser.brand, browser.channel, machine.platform);
  // A snap's own data is in another place for each release, and out of other programs' reach.
  if (parts === null || browser.confinement.kind !== 'none') return browser;
  for (const base of basesOf(browser, machine)) {
    const dataFolder = join(base, ...parts);
    const profiles = await readProfiles(browser, dataFolder);
    if (profiles.length > 0) return { ...browser, own: { dataFolder, profiles } };
  }
  return browser;
}

async function readProfiles({ brand }: Browser, dataFolder: string): Promise<readonly OwnProfileStatus[]> {
  const { file, read } = engines[brand].ownProfiles;
  try {
    const path = join(dataFolder, file);
    return (await stat(path)).size > largestList ? [] : read(await readFile(path, 'utf8'));
  } catch {
    return [];
  }
}

/** Those that may hold the browser's folder, the one that it prefers first. */
function basesOf({ brand }: Browser, { platform, home, environment }: Machine): readonly string[] {
  const isFirefox = brand === 'firefox';
  switch (platform) {
    case 'win32':
      return [
        environment[isFirefox ? 'APPDATA' : 'LOCALAPPDATA'] ??
          join(home, 'AppData', isFirefox ? 'Roaming' : 'Local'),
      ];
    case 'darwin':
      return [join(home, 'Library', 'Application Support')];
    case 'linux': {
      const configuration = environment['XDG_CONFIG_HOME'] ?? join(home, '.config');
      // From 147 on a new user's Firefox has it there; one that has the older folder stays with that.
      return isFirefox ? [join(home, '.mozilla'), join(configuration, 'mozilla')] : [configuration];
    }
  }
}
