import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMissing } from '../../system/storage/is-missing.ts';

/**
 * Makes the file at `path` hold `entry`, or takes it away when there is none. A file whose Exec line is the same already
 * stays as it is: the desktop's own settings write into it whether it is switched on there. Rejects with the file system's error.
 */
export async function keepAutostart(path: string, entry: string | null): Promise<void> {
  if (entry === null) {
    await rm(path, { force: true });
    return;
  }
  const before = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return '';
    throw error;
  });
  if (before !== '' && execLine(before) === execLine(entry)) return;
  await mkdir(dirname(path), { recursive: true });
  // SECURITY: what a login starts is for nobody else to change.
  await writeFile(path, entry, { mode: 0o600 });
}

function execLine(entry: string): string | undefined {
  return entry.split('\n').find((line) => line.startsWith('Exec='));
}
