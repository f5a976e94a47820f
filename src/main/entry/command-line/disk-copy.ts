import { copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { RecordName } from '#shared/problems/record-name.ts';
import { recordOf } from '../../customers/store/observations.ts';
import { pathsIn } from '../../state/paths.ts';
import { isMissing } from '../../system/storage/is-missing.ts';
import { reasonOf } from '../../system/storage/reason.ts';

/** How a file of Tidegate's was found. `missing` is well: it has not been needed yet. */
export interface FileFound {
  /** Below the data folder. */
  readonly file: string;
  readonly state: 'ok' | 'missing' | 'unreadable' | 'damaged' | 'newer';
}

export interface CopiedRecords {
  readonly files: readonly FileFound[];
  /** `storage-unreadable`, of the real files: in the copy they are merely not there. */
  readonly problems: readonly Problem[];
}

/**
 * Copies the records that can be read to another folder, where they can be opened without a lock and without touching
 * the real ones: opening sets damaged files aside, and makes what is missing. No tokens, logs, journal or profiles.
 */
export async function copyRecords(root: string, target: string): Promise<CopiedRecords> {
  const paths = pathsIn(root);
  const problems: Problem[] = [];
  const observed = await readdir(paths.observations).catch((error: unknown) => {
    if (!isMissing(error)) problems.push(unreadable('own-list', paths.observations, error));
    return [];
  });
  const records: readonly (readonly [RecordName, string])[] = [
    ['settings', join(paths.settingsFolder, 'settings.json')],
    ['synced-list', paths.names],
    ['notes', paths.annotations],
    ['shared-list', paths.sharedList],
    ['team-hunts', paths.teamHunts],
    ['usage', paths.usage],
    ['profile-names', paths.installation],
    ['profile-records', paths.profiles],
    ...observed
      .filter((name) => /^[a-z0-9-]+\.json$/.test(name))
      .map((name) => [recordOf(name), join(paths.observations, name)] as const),
  ];
  const files = await Promise.all(
    records.map(async ([record, path]): Promise<FileFound> => {
      const file = relative(root, path);
      try {
        return { file, state: await copyOne(path, join(target, file)) };
      } catch (error) {
        problems.push(unreadable(record, path, error));
        return { file, state: 'unreadable' };
      }
    }),
  );
  return { files, problems };
}

async function copyOne(from: string, to: string): Promise<'ok' | 'missing'> {
  // A link to a file elsewhere is followed, as the application does.
  const info = await stat(from).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (info === undefined) return 'missing';
  if (!info.isFile()) throw new Error('EINVAL: not a regular file');
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  return 'ok';
}

function unreadable(record: RecordName, path: string, error: unknown): Problem {
  return problem('storage-unreadable', { record, path, reason: reasonOf(error) });
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
