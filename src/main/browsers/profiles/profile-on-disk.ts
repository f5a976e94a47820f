import { lstat, readdir } from 'node:fs/promises';
import { join, posix, win32 } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import { brands, type Brand } from '../browser.ts';
import type { ProfilePlace } from '../engines/engine.ts';
import { engines } from '../engines/engines.ts';
import { isProfileFolderId } from './folder-id.ts';

/** A profile folder of ours. */
export interface ProfileOnDisk {
  readonly browser: string;
  readonly brand: Brand;
  readonly kind: 'shared' | 'apart';
  readonly id: string;
  readonly place: ProfilePlace;
}

const folders = { shared: 'browsers', apart: 'sealed' } as const;

/** What a deletion calls a folder before it takes it apart, so that one that is cut short never looks like a profile. */
const leftoverPrefix = '.deleted-';

/** Every profile below `roots`, each a folder that Tidegate has to itself. What is no folder of ours is left out. */
export async function findProfiles(
  roots: readonly string[],
  platform: Platform,
): Promise<{ readonly profiles: readonly ProfileOnDisk[]; readonly leftovers: readonly string[] }> {
  const path = platform === 'win32' ? win32 : posix;
  const profiles: ProfileOnDisk[] = [];
  const leftovers: string[] = [];
  for (const { browser, brand, folder, kind } of await browserFolders(roots)) {
    for (const id of await foldersIn(folder)) {
      if (isLeftover(id)) leftovers.push(join(folder, id));
      if (!isProfileFolderId(id)) continue;
      profiles.push({ browser, brand, kind, id, place: engines[brand].place(path, folder, id, kind) });
    }
  }
  return { profiles, leftovers };
}

interface BrowserFolder {
  readonly browser: string;
  readonly brand: Brand;
  readonly kind: 'shared' | 'apart';
  readonly folder: string;
}

async function browserFolders(roots: readonly string[]): Promise<readonly BrowserFolder[]> {
  const found: BrowserFolder[] = [];
  for (const root of roots) {
    for (const kind of ['shared', 'apart'] as const) {
      const kindFolder = join(root, folders[kind]);
      for (const browser of await foldersIn(kindFolder)) {
        const brand = brandOf(browser);
        if (brand !== undefined) found.push({ browser, brand, kind, folder: join(kindFolder, browser) });
      }
    }
  }
  return found;
}

/** What a profile's folder is called while it is being deleted. */
export function leftoverName(id: string): string {
  return `${leftoverPrefix}${id}`;
}

function isLeftover(name: string): boolean {
  return name.startsWith(leftoverPrefix) && isProfileFolderId(name.slice(leftoverPrefix.length));
}

/** Every browser's id begins with its brand. */
function brandOf(browser: string): Brand | undefined {
  return brands.find((brand) => browser === brand || browser.startsWith(`${brand}-`));
}

/** SECURITY: folders only, and no links to any: what a link names is not ours. */
async function foldersIn(folder: string): Promise<string[]> {
  try {
    if (!(await lstat(folder)).isDirectory()) return [];
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}
