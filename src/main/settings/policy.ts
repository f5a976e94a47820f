import { lstat, readFile } from 'node:fs/promises';
import { salvageSettings } from './setting-schemas.ts';
import type { Policy } from './settings-service.ts';

const none: Policy = { defaults: {}, locks: {} };

/** Where an administrator's policy stands on Linux: `{"defaults": {...}, "locks": {...}}` with the names of settings. */
export const linuxPolicyPath = '/etc/tidegate/policy.json';

/**
 * Reads a policy file. SECURITY: only one that root owns and nobody else can write to counts, and no link to one;
 * anything else could be planted by the user or another program.
 */
export async function readPolicyFile(path: string, ownerUid = 0): Promise<Policy> {
  try {
    const info = await lstat(path);
    if (!info.isFile() || info.uid !== ownerUid || (info.mode & 0o022) !== 0) return none;
    const content: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof content !== 'object' || content === null) return none;
    const { defaults, locks } = content as { defaults?: unknown; locks?: unknown };
    return { defaults: salvageSettings(defaults), locks: salvageSettings(locks) };
  } catch {
    return none;
  }
}

/** The administrator's policy of this system. Windows' registry and macOS' managed preferences are not read yet. */
export async function readPolicy(platform: NodeJS.Platform): Promise<Policy> {
  return platform === 'linux' ? readPolicyFile(linuxPolicyPath) : none;
}
