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
    // All at once: the user waits, and each question that is asked alone waits for a thread.
    const found = await Promise.all(folders.map(look));
    const taken = folders.find((_, at) => found[at]?.isDirectory() === false);
    if (taken !== undefined) return err(unwritable(taken, 'ENOTDIR'));
    // The one file that is written last tells whether the profile is whole. The browser owns it from its first start on.
    const last = seeds.at(-1)?.path ?? profileFolder;
    if (found.at(-1) !== undefined && (await look(last)) !== undefined) return ok('known');
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await mkdir(profileFolder, { recursive: true, mode: 0o700 });
    const made = await Promise.all(folders.map(look));
    const linked = folders.find((_, at) => made[at]?.isDirectory() !== true);
    if (linked !== undefined) return err(unwritable(linked, 'ENOTDIR'));
    for (const { path, content } of seeds) {
      const folder = mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const [there] = await Promise.all([look(path), folder]);
      if (there !== undefined) continue;
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

/**
 * What lies there, itself. SECURITY: a link planted in place of a folder would put a customer's session, and our file,
 * somewhere else.
 */
async function look(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
