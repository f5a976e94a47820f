import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { DataFolder } from './lock-holder.ts';

/** Finds and asks the browsers of one system. */
export interface Closer {
  /**
   * The processes that hold these folders, by the folder's path: none where it is held and nobody knows by whom. A folder
   * that nobody holds is left out.
   */
  readonly holders: (folders: readonly DataFolder[]) => Promise<ReadonlyMap<string, readonly number[]>>;
  /** Asks a process to end as closing its last window does. Gives whether it could be asked, or has ended meanwhile. */
  readonly ask: (pid: number) => Promise<boolean>;
}

export interface CloseOptions {
  /** Undefined where closing is not offered: shared/commands/closing-offered. */
  readonly closer: Closer | undefined;
  /** Every data folder that Tidegate has to itself. */
  readonly folders: () => Promise<readonly DataFolder[]>;
}

/**
 * Asks every browser that holds one of our folders to end. Errors: `not-offered-here`; `browsers-not-closed` when one
 * could not be asked, the others are.
 */
export async function closeBrowsers({ closer, folders }: CloseOptions): Promise<Result<void, Problem>> {
  if (closer === undefined) return err(problem('not-offered-here', {}));
  const unique = new Map((await folders()).map((folder) => [folder.path, folder]));
  const holders = [...(await closer.holders([...unique.values()])).values()];
  const asked = new Map(
    await Promise.all([...new Set(holders.flat())].map(async (pid) => [pid, await closer.ask(pid)] as const)),
  );
  // A start that only hands over to a browser has no window of its own: one that could be asked is enough.
  return holders.every((pids) => pids.some((pid) => asked.get(pid)))
    ? ok(undefined)
    : err(problem('browsers-not-closed', {}));
}
