import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
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
  const dataFolder = join(baseOf(browser, machine), ...parts);
  const { file, read } = engines[browser.brand].ownProfiles;
  try {
    const path = join(dataFolder, file);
    if ((await stat(path)).size > largestList) return browser;
    const profiles = read(await readFile(path, 'utf8'));
    return profiles.length > 0 ? { ...browser, own: { dataFolder, profiles } } : browser;
  } catch {
    return browser;
  }
}

function baseOf({ brand }: Browser, { platform, home, environment }: Machine): string {
  const roaming = brand === 'firefox';
  switch (platform) {
    case 'win32':
      return (
        environment[roaming ? 'APPDATA' : 'LOCALAPPDATA'] ??
        join(home, 'AppData', roaming ? 'Roaming' : 'Local')
      );
    case 'darwin':
      return join(home, 'Library', 'Application Support');
    case 'linux':
      return roaming ? home : (environment['XDG_CONFIG_HOME'] ?? join(home, '.config'));
  }
}
