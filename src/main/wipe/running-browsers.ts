import { readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** How deep below our folder a browser's data folder lies at most. */
const depth = 3;
/** Chromium's `SingletonLock` says `<host>-<pid>`, Firefox's `lock` `<address>:+<pid>`. */
const links: ReadonlySet<string> = new Set(['SingletonLock', 'lock']);
/** On Windows a file that is there exactly as long as the browser runs. */
const files: ReadonlySet<string> = new Set(['lockfile', 'parent.lock']);

/** The folders below `root` that a browser holds now; not `root` itself, which Tidegate holds. */
export async function heldByBrowsers(root: string, platform: NodeJS.Platform): Promise<readonly string[]> {
  const held: string[] = [];
  const look = async (folder: string, left: number): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (left > 0) await look(path, left - 1);
      } else if (folder !== root && (await isLock(path, entry.name, platform))) held.push(folder);
    }
  };
  await look(root, depth);
  return held;
}

async function isLock(path: string, name: string, platform: NodeJS.Platform): Promise<boolean> {
  if (platform === 'win32') return files.has(name);
  if (!links.has(name)) return false;
  const holder = /[-+:](\d+)$/.exec(await readlink(path).catch(() => ''))?.[1];
  return holder !== undefined && isAlive(Number(holder));
}

/** A process of another user counts as alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
