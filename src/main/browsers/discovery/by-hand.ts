import { posix, win32 } from 'node:path';
import type { Brand, Browser, Platform } from '../browser.ts';
import { catalogue } from './catalogue.ts';

/** What lies at the path that the user gave. */
export interface HandListing {
  readonly path: string;
  /** An executable file. */
  readonly usable: boolean;
  /** Names of the files beside it. */
  readonly beside: readonly string[];
}

/** Firefox and what is built from it has its own archive beside the executable. */
const firefoxFiles: ReadonlySet<string> = new Set([
  'omni.ja',
  'application.ini',
  'libxul.so',
  'xul.dll',
  'XUL',
]);

/** The browser at a path that was given by hand; nothing when there is none. Unknown names count as Chromium's family. */
export function planByHand({ path, usable, beside }: HandListing, platform: Platform): Browser | undefined {
  if (!usable) return undefined;
  const base = (platform === 'win32' ? win32 : posix).basename(path);
  const stem = base.replace(/\.exe$/i, '').toLowerCase();
  const known = catalogue.find(({ commands }) => commands.includes(stem));
  const looksLikeFirefox = beside.some((name) => firefoxFiles.has(name));
  const brand: Brand = looksLikeFirefox ? 'firefox' : (known?.brand ?? brandOfFile[stem] ?? 'chromium');
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

/** Names on Windows and macOS that are no command on Linux. */
const brandOfFile: Readonly<Record<string, Brand>> = {
  msedge: 'edge',
  'microsoft edge': 'edge',
  chrome: 'chrome',
  'google chrome': 'chrome',
  'brave browser': 'brave',
};
