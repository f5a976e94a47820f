import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isMissing } from '../../system/storage/is-missing.ts';
import { replaceFile } from '../../system/storage/replace-file.ts';
import { autostartEntry, isOurEntry } from './autostart-entry.ts';

/**
 * Has the desktop start `executable` at login, or no more. An entry that the user wrote under this name is left alone when it is
 * to go. Throws the file system's error.
 * `path`: of the entry, in the folder `autostart` of the user's configuration.
 */
export async function setLinuxAutostart(path: string, executable: string, wanted: boolean): Promise<void> {
  const there = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!wanted) {
    if (there !== undefined && isOurEntry(there)) await rm(path, { force: true });
    return;
  }
  const entry = autostartEntry(executable);
  if (there === entry) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await replaceFile(path, entry);
}
