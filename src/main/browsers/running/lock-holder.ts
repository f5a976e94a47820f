import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Brand } from '../browser.ts';
import { engines } from '../engines/engines.ts';

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
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return isStartedWith(line, path) ? pid : undefined;
}

/**
 * Whether a command line, as /proc has it, names this folder. Chromium writes its own anew, with spaces between the
 * arguments; it names its folder in a switch, Firefox in an argument of its own.
 */
export function isStartedWith(commandLine: string, folder: string): boolean {
  const line = `${commandLine.replaceAll('\0', ' ')} `;
  return line.includes(` --user-data-dir=${folder} `) || line.includes(` --profile ${folder} `);
}
