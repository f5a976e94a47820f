import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Brand } from '../browser.ts';
import { engines } from '../engines/engines.ts';
import { runsWith } from '../launch/profile-lock.ts';

/** A data folder of ours, and whose browser uses it. */
export interface DataFolder {
  readonly brand: Brand;
  readonly path: string;
}

/**
 * The process on this Linux that holds a data folder; nothing when none does. SECURITY: a lock may outlive its process
 * and its number pass to another: only one that was started with this very folder counts.
 */
export async function holderOf({ brand, path }: DataFolder): Promise<number | undefined> {
  const { lock } = engines[brand];
  const text = await readlink(join(path, lock.link)).catch(() => undefined);
  const pid = text === undefined ? undefined : lock.readLink(text)?.pid;
  if (pid === undefined || pid <= 1) return undefined;
  return (await runsWith(pid, path, 'linux')) === true ? pid : undefined;
}
