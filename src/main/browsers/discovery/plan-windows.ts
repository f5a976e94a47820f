import { win32 } from 'node:path';
import type { Browser, Discovery } from '../browser.ts';
import { catalogue } from './catalogue.ts';
import { byPreference } from './preference.ts';
import { browserOf, type Product } from './product.ts';
import type { RegistryValue } from '../../system/process/registry-output.ts';
import { executableOfCommand } from './registered-command.ts';

/** What a Windows machine shows, read once. */
export interface WindowsListing {
  /** Everything below the keys of `registryKeys`. */
  readonly registry: readonly RegistryValue[];
  /** Absolute folders that programs are installed below: both Program Files and %LOCALAPPDATA%. */
  readonly programFolders: readonly string[];
  /** Those of `windowsCandidates` that are regular files. */
  readonly existingFiles: readonly string[];
}

/**
 * Where browsers register. Both keys are the same in the 32-bit and the 64-bit view (Microsoft, "Registry Keys Affected
 * by WOW64"); per-user installations write to HKCU (Chromium, `chrome/installer/util/shell_util.h`).
 */
export const registryKeys: readonly string[] = ['HKLM', 'HKCU'].flatMap((hive) => [
  `${hive}\\SOFTWARE\\Clients\\StartMenuInternet`,
  `${hive}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths`,
]);

/** The user's choice for https links; its value `ProgId` is one a browser lists under Capabilities\URLAssociations. */
export const defaultBrowserKey =
  'HKCU\\SOFTWARE\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\https\\UserChoice';

/** Absolute paths worth looking at before `planWindows` can decide. */
export function windowsCandidates(listing: Pick<WindowsListing, 'registry' | 'programFolders'>): string[] {
  const paths = [...registered(listing.registry), ...wellKnown(listing.programFolders)].map(
    ({ path }) => path,
  );
  return [...new Set(paths)];
}

export function planWindows(listing: WindowsListing): Discovery {
  const existing = new Set(listing.existingFiles.map((path) => path.toLowerCase()));
  const chosen = listing.registry.find(
    ({ key, name }) => name === 'ProgId' && key.toLowerCase().endsWith('\\https\\userchoice'),
  )?.data;
  const browsers = [...registered(listing.registry), ...wellKnown(listing.programFolders)].flatMap(
    ({ path, client, progId }): Browser[] => {
      const product = existing.has(path.toLowerCase()) ? productOf(path, client) : undefined;
      return product ? [browserOf(product, path, progId !== undefined && progId === chosen)] : [];
    },
  );
  return { browsers: byPreference(browsers, 'win32'), refused: [] };
}

interface Installed {
  readonly path: string;
  /** The browser's key below StartMenuInternet. */
  readonly client?: string;
  /** What it registers for https links. */
  readonly progId?: string;
}

function registered(registry: readonly RegistryValue[]): Installed[] {
  const progIds = new Map<string, string>();
  for (const { key, name, data } of registry) {
    const client = clientOf(key, '\\capabilities\\urlassociations');
    if (client && name.toLowerCase() === 'https') progIds.set(client.toLowerCase(), data);
  }
  return registry.flatMap(({ key, name, data }): Installed[] => {
    if (name !== '') return [];
    const client = clientOf(key, '\\shell\\open\\command');
    if (client === undefined && !/\\App Paths\\[^\\]+\.exe$/i.test(key)) return [];
    const path = executableOfCommand(client === undefined && !data.startsWith('"') ? `"${data}"` : data);
    if (path === undefined) return [];
    const progId = client && progIds.get(client.toLowerCase());
    return [{ path, ...(client ? { client } : {}), ...(progId ? { progId } : {}) }];
  });
}

/** The name of the client whose key ends in `tail`; hive and name together are what tells two clients apart. */
function clientOf(key: string, tail: string): string | undefined {
  if (!key.toLowerCase().endsWith(tail)) return undefined;
  return /\\StartMenuInternet\\([^\\]+)\\/i.exec(key)?.[1];
}

/** Also a user's name that `reg` cannot print in its code page is right here: it comes from the environment. */
function wellKnown(folders: readonly string[]): Installed[] {
  return folders.flatMap((folder) =>
    catalogue.flatMap(({ windowsPath }) =>
      windowsPath ? [{ path: win32.join(folder, windowsPath.slice(1)) }] : [],
    ),
  );
}

/** By where it stands, else by the name it registered: chrome.exe alone can be Chrome or Chromium. */
function productOf(path: string, client: string | undefined): Product | undefined {
  const lower = path.toLowerCase();
  const byPath = catalogue.find(
    ({ windowsPath }) => windowsPath && lower.endsWith(windowsPath.toLowerCase()),
  );
  if (byPath || client === undefined) return byPath;
  // Chromium's family adds a suffix after a full stop for each user, Firefox its installation's hash after a dash.
  const name = client.split(/[.-]/)[0]?.toLowerCase();
  return catalogue.find(
    ({ windowsKey, windowsPath }) =>
      windowsKey?.toLowerCase() === name &&
      windowsPath !== null &&
      win32.basename(windowsPath).toLowerCase() === win32.basename(lower),
  );
}
