import { open, readFile, readlink, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import { isAlive } from '../../system/process/is-alive.ts';
import { isMissing } from '../../system/storage/is-missing.ts';
import type { LockFiles } from '../engines/engine.ts';

/** Who holds a data folder. */
export type LockState =
  | { readonly kind: 'free' }
  | { readonly kind: 'held' }
  /**
   * Left by a process that is proved dead: same host, and no process has its id, or one that knows no such folder; on
   * Windows, nobody has the file open.
   */
  | { readonly kind: 'stale'; readonly path: string }
  /** Held from another computer, as over a shared home: whether it is alive cannot be told from here. */
  | { readonly kind: 'elsewhere'; readonly path: string; readonly host: string };

const free: LockState = { kind: 'free' };
const held: LockState = { kind: 'held' };

/** Costs one system call where no browser runs, three where one does. A lock that cannot be read counts as free. */
export async function readLock(lock: LockFiles, dataFolder: string, platform: Platform): Promise<LockState> {
  if (platform === 'win32') return readWindowsLock(join(dataFolder, lock.windowsFile));
  const path = join(dataFolder, lock.link);
  const text = await readlink(path).catch(() => undefined);
  const holder = text === undefined ? undefined : lock.readLink(text);
  if (holder === undefined) return free;
  // Before the host's name: a laptop gets another one with its network, while the browser goes on.
  if ((await runsWith(holder.pid, dataFolder, platform)) !== false) return held;
  return holder.host !== undefined && holder.host !== hostname()
    ? { kind: 'elsewhere', path, host: holder.host }
    : { kind: 'stale', path };
}

/**
 * Whether the process with this id was started with this data folder; nothing when it runs and the system does not tell.
 * A lock may outlive its process, over a power cut for instance, and its number pass to another.
 */
export async function runsWith(
  pid: number,
  dataFolder: string,
  platform: Platform,
): Promise<boolean | undefined> {
  if (!isAlive(pid)) return false;
  if (platform !== 'linux') return undefined;
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return line === '' ? undefined : isStartedWith(line, dataFolder);
}

/**
 * Whether a command line, as /proc has it, names this folder. Chromium writes its own anew, with spaces between the
 * arguments; it names its folder in a switch, Firefox in an argument of its own.
 */
export function isStartedWith(commandLine: string, folder: string): boolean {
  const line = `${commandLine.replaceAll('\0', ' ')} `;
  return line.includes(` --user-data-dir=${folder} `) || line.includes(` --profile ${folder} `);
}

/** SECURITY: the link itself goes, never what it points at. */
export async function removeStale({ path }: Extract<LockState, { kind: 'stale' }>): Promise<void> {
  await rm(path, { force: true });
}

/**
 * Whoever holds the file lets nobody else write to it, and Windows deletes it with the holder's end. After a power cut it
 * may lie there and belong to nobody.
 */
async function readWindowsLock(path: string): Promise<LockState> {
  try {
    await (await open(path, 'r+')).close();
    return { kind: 'stale', path };
  } catch (error) {
    return isMissing(error) ? free : held;
  }
}
