import { posix, win32 } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import type { Brand, Browser } from '../browser.ts';
import { catalogue } from './catalogue.ts';

/** What lies at the path that the user gave. */
export interface PathScan {
  readonly path: string;
  /** An executable file. */
  readonly usable: boolean;
  /** Names of the files beside it. */
  readonly beside: readonly string[];
  /** What it prints of its version; absent where it was not asked. */
  readonly says?: string;
}

/** Firefox and what is built from it has its own archive beside the executable. */
const firefoxFiles: ReadonlySet<string> = new Set([
  'omni.ja',
  'application.ini',
  'libxul.so',
  'xul.dll',
  'XUL',
]);

/** Its name or the files beside it tell which browser it is. */
export function isKnownBrowser(scan: PathScan, platform: Platform): boolean {
  return brandOf(scan, platform) !== undefined;
}

/**
 * It said what it is, and that is no browser: Chromium's family prints a version of four numbers, Firefox's its name.
 * What was not asked is not doubted.
 */
export function isDoubtful({ says }: Pick<PathScan, 'says'>): boolean {
  return says !== undefined && !/\d+\.\d+\.\d+\.\d+|chrom|firefox|mozilla/i.test(says);
}

/** The browser at a path that was given by hand; nothing when there is none. Unknown names count as Chromium's family. */
export function planByHand(scan: PathScan, platform: Platform): Browser | undefined {
  const { path, says, usable } = scan;
  if (!usable) return undefined;
  const base = baseOf(path, platform);
  const saysFirefox = /firefox|mozilla/i.test(says ?? '');
  const brand = brandOf(scan, platform) ?? (saysFirefox ? 'firefox' : 'chromium');
  return {
    id: `${brand}-by-hand`,
    brand,
    channel: 'stable',
    name: base,
    executable: path,
    confinement: { kind: 'none' },
    isDefault: false,
  };
}

function brandOf({ beside, path }: PathScan, platform: Platform): Brand | undefined {
  if (beside.some((name) => firefoxFiles.has(name))) return 'firefox';
  const stem = baseOf(path, platform)
    .replace(/\.exe$/i, '')
    .toLowerCase();
  return catalogue.find(({ commands }) => commands.includes(stem))?.brand ?? brandOfFile[stem];
}

function baseOf(path: string, platform: Platform): string {
  return (platform === 'win32' ? win32 : posix).basename(path);
}

/** Names on Windows and macOS that are no command on Linux. */
const brandOfFile: Readonly<Record<string, Brand>> = {
  msedge: 'edge',
  'microsoft edge': 'edge',
  chrome: 'chrome',
  'google chrome': 'chrome',
  'brave browser': 'brave',
};
