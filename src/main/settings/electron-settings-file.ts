import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import { problem, type Problem } from '../../shared/problem.ts';
import type { Settings } from '../../shared/settings.ts';
import { setAside } from '../storage/set-aside.ts';
import type { UserSettingsFile } from './settings-service.ts';

/**
 * Opens `<folder>/settings.json` through electron-store, without its schema: with one, a single bad value throws or
 * wipes all of them. A file that is not a JSON object is set aside and told as a problem, because electron-store
 * would throw at it.
 */
export async function openSettingsFile(
  folder: string,
): Promise<{ readonly file: UserSettingsFile; readonly problem?: Problem }> {
  const path = join(folder, 'settings.json');
  const trouble = (await isReadable(path)) ? undefined : await moveAway(path);
  const store = new ElectronStore<Partial<Settings>>({
    cwd: folder,
    name: 'settings',
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
  });
  const file = {
    path,
    read: () => store.store,
    // Setting key by key keeps what a newer Tidegate wrote and this one does not know.
    write: (values: Partial<Settings>) => store.set(values),
  };
  return trouble ? { file, problem: trouble } : { file };
}

async function isReadable(path: string): Promise<boolean> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}

async function moveAway(path: string): Promise<Problem> {
  const moved = await setAside(path);
  return moved.ok ? problem('storage-corrupt', { file: path, setAside: moved.value }) : moved.error;
}
