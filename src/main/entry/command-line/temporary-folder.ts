import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../system/process/is-alive.ts';

const prefix = 'tidegate-cli-';

/**
 * A new folder for this process alone in `parent`; those that ended processes of this user left go. SECURITY: mkdtemp
 * makes it this user's alone.
 */
export function makeTemporaryFolder(parent: string): string {
  for (const folder of leftIn(parent)) removeTemporaryFolder(folder);
  return mkdtempSync(join(parent, `${prefix}${process.pid}-`));
}

/** Chromium's threads may still write there: what cannot go now goes with the next command line. */
export function removeTemporaryFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {
    // It is empty but for what Chromium has just made; nobody waits at a terminal for that.
  }
}

function leftIn(parent: string): readonly string[] {
  try {
    return readdirSync(parent).flatMap((name) => {
      const pid = new RegExp(`^${prefix}(\\d+)-\\w+$`).exec(name)?.[1];
      const path = join(parent, name);
      return pid !== undefined && isOurs(path) && !isAlive(Number(pid)) ? [path] : [];
    });
  } catch {
    return [];
  }
}

/** SECURITY: a folder, no link, and this user's. */
function isOurs(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid);
}
