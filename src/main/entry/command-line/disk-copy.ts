import { copyFile, lstat, mkdir, readdir } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { Problem } from '../../../shared/problem.ts';
import { pathsIn } from '../../paths.ts';

/** How a file of Tidegate's was found. `missing` is well: it has not been needed yet. */
export interface FileFound {
  /** Below the data folder. */
  readonly file: string;
  readonly state: 'ok' | 'missing' | 'unreadable' | 'damaged' | 'newer';
}

/**
 * Copies the records that can be read to another folder, where they can be opened without a lock and without touching
 * the real ones: opening sets damaged files aside, and makes what is missing. No tokens, logs, journal or profiles.
 */
export async function copyRecords(root: string, target: string): Promise<readonly FileFound[]> {
  const paths = pathsIn(root);
  const single = [
    join(paths.settingsFolder, 'settings.json'),
    paths.names,
    paths.annotations,
    paths.sharedList,
    paths.usage,
    paths.installation,
    paths.profiles,
  ];
  const observed = await readdir(paths.observations).catch(() => []);
  const files = [
    ...single,
    ...observed
      .filter((name) => /^[a-z0-9-]+\.json$/.test(name))
      .map((name) => join(paths.observations, name)),
  ];
  return Promise.all(
    files.map(async (path) => {
      const file = relative(root, path);
      return { file, state: await copyOne(path, join(target, file)) };
    }),
  );
}

async function copyOne(from: string, to: string): Promise<FileFound['state']> {
  const info = await lstat(from).catch(() => undefined);
  if (info === undefined) return 'missing';
  if (!info.isFile()) return 'unreadable';
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await copyFile(from, to);
    return 'ok';
  } catch {
    return 'unreadable';
  }
}

/** The files with what opening their copies told of them. */
export function judged(files: readonly FileFound[], problems: readonly Problem[]): readonly FileFound[] {
  return files.map((found) => {
    if (found.state !== 'ok') return found;
    const told = problems.find(
      ({ values }) => 'file' in values && basename(values.file) === basename(found.file),
    );
    if (told?.kind === 'storage-newer') return { ...found, state: 'newer' };
    return told === undefined ? found : { ...found, state: 'damaged' };
  });
}
