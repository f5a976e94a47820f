import { lstat, readlink, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../process/is-alive.ts';
import type { LockFiles } from '../engines/engine.ts';

/** Who holds a data folder. */
export type LockState =
  | { readonly kind: 'free' }
  | { readonly kind: 'held' }
  /** Left by a process that is proved dead: same host, and no process has its id. */
  | { readonly kind: 'stale'; readonly path: string }
  /** Held from another computer, as over a shared home: whether it is alive cannot be told from here. */
  | { readonly kind: 'elsewhere'; readonly path: string; readonly host: string };

const free: LockState = { kind: 'free' };
const held: LockState = { kind: 'held' };

/** One system call where no browser runs, two where one does. What cannot be read is as if it were free. */
export async function readLock(
  lock: LockFiles,
  dataFolder: string,
  platform: NodeJS.Platform,
): Promise<LockState> {
  if (platform === 'win32') {
    return (await exists(join(dataFolder, lock.windowsFile))) ? held : free;
  }
  const path = join(dataFolder, lock.link);
  const text = await readlink(path).catch(() => undefined);
  const holder = text === undefined ? undefined : lock.readLink(text);
  if (holder === undefined) return free;
  if (holder.host !== undefined && holder.host !== hostname()) {
    return { kind: 'elsewhere', path, host: holder.host };
  }
  return isAlive(holder.pid) ? held : { kind: 'stale', path };
}

/** SECURITY: the link itself goes, never what it points at. */
export async function removeStale({ path }: Extract<LockState, { kind: 'stale' }>): Promise<void> {
  await rm(path, { force: true });
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
