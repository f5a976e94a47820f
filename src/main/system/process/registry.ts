import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { parseRegistryExport, type RegistryKey } from './registry-export.ts';
import { runTool } from './run-tool.ts';
import type { Environment } from './start-environment.ts';

/** Names of keys, in full from `HKEY_` on, and in whatever case. */
export interface Registry {
  /** The keys directly in a key; nothing when it cannot be read, or is not there. */
  readonly keysIn: (key: string) => Promise<readonly string[] | undefined>;
  /** A key and all below it that can be read; nothing as above. */
  readonly read: (key: string) => Promise<readonly RegistryKey[] | undefined>;
}

/** The registry of this computer, by Windows' own `reg`. */
export function systemRegistry(environment: Environment): Registry {
  // SECURITY: by its full path, or the current folder would be searched first.
  const reg = win32.join(environment['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');
  return {
    keysIn: async (key) => (await runTool(reg, ['query', key]))?.split(/\r?\n/).filter(isKey),
    read: (key) => exported(reg, key),
  };
}

/** What `reg query` prints of texts is in the system's own code page, and has lost what that page has not. Names of keys of ours are plain. */
const isKey = (line: string): boolean => line.startsWith('HKEY_');

/** An export is in UTF-16, and can be written to a file only. SECURITY: in a folder that this call makes, for this user alone. */
async function exported(reg: string, key: string): Promise<readonly RegistryKey[] | undefined> {
  let folder: string | undefined;
  try {
    folder = await mkdtemp(join(tmpdir(), 'tidegate-registry-'));
    const file = join(folder, 'export.reg');
    if ((await runTool(reg, ['export', key, file, '/y'])) === undefined) return undefined;
    return parseRegistryExport((await readFile(file, 'utf16le')).replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
