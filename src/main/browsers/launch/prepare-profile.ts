import { lstat, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { isMissing } from '../../system/storage/is-missing.ts';
import { replaceFile } from '../../system/storage/replace-file.ts';
import { reasonOf } from '../../system/storage/reason.ts';
import type { ProfilePlan } from './launch-plan.ts';

/** `made`: the profile is new and looks as planned. `known`: it was there, and nothing was touched. */
export type Prepared = 'made' | 'known';

/** Makes the profile of a plan ready: its folder, and its first files if it is new. */
export class ProfilePreparer {
  /** The preparations under way, by folder: two launches of one customer at once share one preparation. */
  readonly #running = new Map<string, Promise<Result<Prepared, Problem>>>();

  prepare(plan: ProfilePlan): Promise<Result<Prepared, Problem>> {
    const { profileFolder } = plan.place;
    const running = this.#running.get(profileFolder);
    if (running) return running;
    const started = prepare(plan).finally(() => this.#running.delete(profileFolder));
    this.#running.set(profileFolder, started);
    return started;
  }
}

async function prepare({ place, seeds }: ProfilePlan): Promise<Result<Prepared, Problem>> {
  const { root, dataFolder, profileFolder } = place;
  // From the folder of all browsers down; what lies above is the user's to arrange.
  const folders = [...new Set([dirname(dirname(root)), dirname(root), root, profileFolder])];
  try {
    for (const folder of folders) {
      const found = await look(folder);
      if (found !== undefined && !found.isDirectory()) return err(unwritable(folder, 'ENOTDIR'));
    }
    // The one file that is written last tells whether the profile is whole. The browser owns it from its first start on.
    if ((await isFolder(profileFolder)) && (await exists(seeds.at(-1)?.path ?? profileFolder))) {
      return ok('known');
    }
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await mkdir(profileFolder, { recursive: true, mode: 0o700 });
    for (const folder of folders) {
      if (!(await isFolder(folder))) return err(unwritable(folder, 'ENOTDIR'));
    }
    for (const { path, content } of seeds) {
      if (await exists(path)) continue;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // Not synced to the disk, because the user waits. A power cut may cost the profile its name and colour,
      // and nothing else.
      await replaceFile(path, content, 'over-a-kill');
    }
    return ok('made');
  } catch (error) {
    return err(unwritable(profileFolder, reasonOf(error)));
  }
}

function unwritable(path: string, reason: string): Problem {
  return problem('profile-unwritable', { path, reason });
}

/** SECURITY: a link planted in place of a folder would put a customer's session, and our file, somewhere else. */
async function isFolder(path: string): Promise<boolean> {
  return (await look(path))?.isDirectory() ?? false;
}

async function exists(path: string): Promise<boolean> {
  return (await look(path)) !== undefined;
}

async function look(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
