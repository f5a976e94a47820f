import { join, type PlatformPath } from 'node:path';
import type { Browser, Platform } from '../browser.ts';

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
  return confinement.kind === 'snap'
    ? path.join(home, 'snap', confinement.name, 'common', 'tidegate')
    : dataRoot;
}

/** The folders that hold profiles of the snaps among these browsers. */
export function snapRoots(browsers: readonly Pick<Browser, 'confinement'>[], home: string): string[] {
  return browsers.flatMap(({ confinement }) =>
    confinement.kind === 'snap' ? [join(home, 'snap', confinement.name, 'common', 'tidegate')] : [],
  );
}
