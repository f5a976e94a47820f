import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { parseObject } from '#shared/text/json-object.ts';
import { isMissing } from '../../system/storage/is-missing.ts';
import { reasonOf } from '../../system/storage/reason.ts';
import { setAside } from '../../system/storage/set-aside.ts';
import type { UserSettingsFile } from './settings-service.ts';

/**
 * Opens `<folder>/settings.json` through electron-store, without its schema: with one, a single bad value throws or
 * wipes all of them. A file that is not a JSON object is set aside and told as a problem, because electron-store
 * would throw at it; one that cannot be read is left alone, and changes then last until the application ends.
 */
export async function openSettingsFile(
  folder: string,
): Promise<{ readonly file: UserSettingsFile; readonly problem?: Problem }> {
  const path = join(folder, 'settings.json');
  const content = await look(path);
  if (typeof content === 'object') {
    return { file: inMemory(path), problem: content };
  }
  if (content === 'usable') return { file: onDisk(folder, path) };
  const aside = await setAside('settings', path);
  return { file: aside.kind === 'storage-corrupt' ? onDisk(folder, path) : inMemory(path), problem: aside };
}

function onDisk(folder: string, path: string): UserSettingsFile {
  const store = new ElectronStore<Partial<Settings>>({
    cwd: folder,
    name: 'settings',
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
  });
  // Setting key by key keeps what a newer Tidegate wrote and this one does not know.
  return { path, read: () => store.store, write: (values) => store.set(values) };
}

function inMemory(path: string): UserSettingsFile {
  return { path, read: () => ({}), write: () => undefined };
}

async function look(path: string): Promise<'usable' | 'malformed' | Problem> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return 'usable';
    return problem('storage-unreadable', { record: 'settings', path, reason: reasonOf(error) });
  }
  return parseObject(text) ? 'usable' : 'malformed';
}
