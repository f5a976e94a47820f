import { lstat, mkdir } from 'node:fs/promises';
import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { replaceFile } from '../../storage/replace-file.ts';
import { reasonOf } from '../../storage/reason.ts';
import type { LaunchPlan } from './launch-plan.ts';

/** Makes the profile of a plan ready: its folder, and its preferences if it is new. */
export class ProfilePreparer {
  /** By folder: two launches of one customer at once share one preparation. */
  readonly #running = new Map<string, Promise<Result<void, Problem>>>();

  prepare(plan: LaunchPlan): Promise<Result<void, Problem>> {
    const running = this.#running.get(plan.profileFolder);
    if (running) return running;
    const started = prepare(plan).finally(() => this.#running.delete(plan.profileFolder));
    this.#running.set(plan.profileFolder, started);
    return started;
  }
}

async function prepare({
  userDataDir,
  profileFolder,
  preferences,
}: LaunchPlan): Promise<Result<void, Problem>> {
  try {
    await mkdir(userDataDir, { recursive: true, mode: 0o700 });
    await mkdir(profileFolder, { recursive: true, mode: 0o700 });
    // SECURITY: a link planted in place of the folder would put a customer's session, and our file, somewhere else.
    if (!(await lstat(profileFolder)).isDirectory()) {
      return err(problem('profile-unwritable', { path: profileFolder, reason: 'ENOTDIR' }));
    }
    // The browser owns the file from its first start on: what is there is never touched.
    if (!(await exists(preferences.path))) await replaceFile(preferences.path, preferences.content);
    return ok(undefined);
  } catch (error) {
    return err(problem('profile-unwritable', { path: profileFolder, reason: reasonOf(error) }));
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
