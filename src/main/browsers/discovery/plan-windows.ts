import { win32 } from 'node:path';
import type { Browser, Discovery, RefusedBrowser } from '../browser.ts';
import { catalogue } from './catalogue.ts';
import { byPreference } from './preference.ts';
import { browserOf, type Product } from './product.ts';
import type { RegistryValue } from '../../system/process/registry-export.ts';
import { executableOfCommand } from './registered-command.ts';

/** What a Windows machine shows, read once. */
export interface WindowsScan {
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
const browserKeys: readonly string[] = ['HKEY_LOCAL_MACHINE', 'HKEY_CURRENT_USER'].flatMap((hive) => [
  `${hive}\\SOFTWARE\\Clients\\StartMenuInternet`,
  `${hive}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths`,
]);

/** Below it stands the user's choice for https links. */
const httpsKey =
  'HKEY_CURRENT_USER\\SOFTWARE\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\https';

/** The registry keys to read, each with all keys below it. */
export const registryKeys: readonly string[] = [...browserKeys, httpsKey];

/**
 * Where the choice is, the one that wins first: a ProgId that a browser lists under Capabilities\URLAssociations. From
 * Windows 11 24H2 on it is in the new place, and the old one may keep what was chosen before.
 */
const choiceKeys = ['\\https\\UserChoiceLatest\\ProgId', '\\https\\UserChoice'].map((key) =>
  key.toLowerCase(),
);

/** Absolute paths worth looking at before `planWindows` can decide. */
export function windowsCandidates(scan: Pick<WindowsScan, 'registry' | 'programFolders'>): string[] {
  const paths = [...registered(scan.registry), ...wellKnown(scan.programFolders)].map(({ path }) => path);
  const inStore = scan.programFolders.flatMap((folder) =>
    [...storePrograms.keys()].map((file) => win32.join(folder, storeFolder, file)),
  );
  return [...new Set([...paths, ...inStore])];
}

export function planWindows(scan: WindowsScan): Discovery {
  const existing = new Set(scan.existingFiles.map((path) => path.toLowerCase()));
  const chosen = chosenProgId(scan.registry);
  const browsers = [...registered(scan.registry), ...wellKnown(scan.programFolders)].flatMap(
    ({ path, client, progId }): Browser[] => {
      const product = existing.has(path.toLowerCase()) ? productOf(path, client) : undefined;
      return product ? [browserOf(product, path, progId !== undefined && progId === chosen)] : [];
    },
  );
  return { browsers: byPreference(browsers, 'win32'), refused: fromTheStore(scan.existingFiles) };
}

function chosenProgId(registry: readonly RegistryValue[]): string | undefined {
  const written = choiceKeys.flatMap((end) =>
    registry.filter(({ key, name }) => name.toLowerCase() === 'progid' && key.toLowerCase().endsWith(end)),
  );
  return written.find(({ data }) => data !== '')?.data;
}

/** The folder of the names by which packages of the Microsoft Store are started, below %LOCALAPPDATA%. */
const storeFolder = '\\Microsoft\\WindowsApps';

/**
 * What a package writes below AppData goes to a place of its own (Microsoft, "Understanding how packaged desktop apps run
 * on Windows"): the profile would lie where we neither see its lock nor can delete it.
 */
function fromTheStore(existingFiles: readonly string[]): RefusedBrowser[] {
  return [...storePrograms].flatMap(([file, name]): RefusedBrowser[] => {
    const path = existingFiles.find((each) => isInStore(each) && win32.basename(each).toLowerCase() === file);
    return path === undefined ? [] : [{ name: `${name} (Microsoft Store)`, path, reason: 'store' }];
  });
}

/** Whether a path is in a folder of the Store's packages, or of the links that start them. */
export function isInStore(path: string): boolean {
  return /\\WindowsApps\\/i.test(path);
}

/** Names of browsers by the file that starts them. Chrome's is that of Chromium too, and stands first. */
const storePrograms = new Map<string, string>();
for (const { channel, name, windowsPath } of catalogue) {
  const file = windowsPath === null ? '' : win32.basename(windowsPath).toLowerCase();
  if (channel === 'stable' && file !== '' && !storePrograms.has(file)) storePrograms.set(file, name);
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
    if (path === undefined || isInStore(path)) return [];
    const progId = client && progIds.get(client.toLowerCase());
    return [{ path, ...(client ? { client } : {}), ...(progId ? { progId } : {}) }];
  });
}

/** The name of the client whose key ends in `tail`; hive and name together are what tells two clients apart. */
function clientOf(key: string, tail: string): string | undefined {
  if (!key.toLowerCase().endsWith(tail)) return undefined;
  return /\\StartMenuInternet\\([^\\]+)\\/i.exec(key)?.[1];
}

/** Browsers in their usual folders: one may have registered nothing, or for another user only. */
function wellKnown(folders: readonly string[]): Installed[] {
  return folders.flatMap((folder) =>
    catalogue.flatMap(({ windowsPath }) =>
      windowsPath ? [{ path: win32.join(folder, windowsPath.slice(1)) }] : [],
    ),
  );
}

/** Tells the product by its folder, else by the name it registered: chrome.exe alone can be Chrome or Chromium. */
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
