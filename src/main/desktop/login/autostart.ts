import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMissing } from '../../system/storage/is-missing.ts';
import { isOwnEntry } from './autostart-entry.ts';

/**
 * Makes the file at `path` hold `entry`. A file whose Exec line is the same already stays as it is: the desktop's own
 * settings write into it whether it is switched on there. With `null` takes away what a Tidegate wrote; one of the user's
 * own stays. Rejects with the file system's error.
 */
export async function keepAutostart(path: string, entry: string | null): Promise<void> {
  if (entry === null) return takeAutostart(path, isOwnEntry);
  const before = await readEntry(path);
  if (before !== '' && execLine(before) === execLine(entry)) return;
  await mkdir(dirname(path), { recursive: true });
  // SECURITY: what a login starts is for nobody else to change.
  await writeFile(path, entry, { mode: 0o600 });
}

/** Takes the file at `path` away if it starts the same as `entry`. */
export function takeSameAutostart(path: string, entry: string): Promise<void> {
  return takeAutostart(path, (before) => execLine(before) === execLine(entry));
}

async function takeAutostart(path: string, isMeant: (entry: string) => boolean): Promise<void> {
  const before = await readEntry(path);
  if (before !== '' && isMeant(before)) await rm(path, { force: true });
}

/** Empty when there is none. */
async function readEntry(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return '';
    throw error;
  });
}

function execLine(entry: string): string | undefined {
  return entry.split('\n').find((line) => line.startsWith('Exec='));
}
