import { existsSync, readdirSync } from 'node:fs';
import { join, type PlatformPath } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import type { Browser } from '../browser.ts';

export interface FolderPlaces {
  readonly platform: Platform;
  readonly home: string;
  readonly dataRoot: string;
}

/** The folder in which all shared, or all sealed, profiles of one browser lie. */
export function browserFolder(
  path: PlatformPath,
  browser: Pick<Browser, 'id' | 'confinement'>,
  places: FolderPlaces,
  kind: 'shared' | 'apart',
): string {
  return path.join(ourFolder(path, browser, places), kind === 'shared' ? 'browsers' : 'sealed', browser.id);
}

/**
 * Where Tidegate keeps a browser's profiles. A snap sees no hidden folder of the home, but may write in
 * `~/snap/<name>/common`, which its updates keep (snapcraft.io/docs/data-locations; with Chromium's snap it was tried
 * in github.com/jacob-bd/gemini-notebook-mcp-cli/pull/195).
 */
function ourFolder(
  path: PlatformPath,
  { confinement }: Pick<Browser, 'confinement'>,
  { home, dataRoot }: FolderPlaces,
): string {
  return confinement.kind === 'snap' ? path.join(home, ...snapPlace(confinement.name)) : dataRoot;
}

/** The folders that hold profiles of the snaps among these browsers. */
export function snapRoots(browsers: readonly Pick<Browser, 'confinement'>[], home: string): string[] {
  return browsers.flatMap(({ confinement }) =>
    confinement.kind === 'snap' ? [join(home, ...snapPlace(confinement.name))] : [],
  );
}

/** The roots of every snap that there ever was: one that was removed may have left our folder behind. Synchronous: see Wipe. */
export function allSnapRoots(home: string): string[] {
  try {
    const snaps = readdirSync(join(home, 'snap'), { withFileTypes: true });
    return snaps
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(home, ...snapPlace(name)))
      .filter((folder) => existsSync(folder));
  } catch {
    return [];
  }
}

function snapPlace(name: string): readonly string[] {
  return ['snap', name, 'common', 'tidegate'];
}
