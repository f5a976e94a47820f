import type { Platform } from '#shared/platform.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { DataFolder } from './lock-holder.ts';

/**
 * How browsers with a folder of ours are asked to end. Only Linux: elsewhere a lock does not tell which process
 * holds it.
 */
export type Closing =
  { readonly kind: 'signal'; readonly signal: 'SIGTERM' } | { readonly kind: 'not-offered' };

export function planClosing(platform: Platform): Closing {
  return platform === 'linux' ? { kind: 'signal', signal: 'SIGTERM' } : { kind: 'not-offered' };
}

export interface CloseOptions {
  readonly platform: Platform;
  /** Every data folder that Tidegate has to itself. */
  readonly folders: () => Promise<readonly DataFolder[]>;
  readonly holderOf: (folder: DataFolder) => Promise<number | undefined>;
  readonly signal: (pid: number, signal: 'SIGTERM') => void;
}

/** Asks every browser that holds one of our folders to end, as closing its last window does. Error: `not-offered-here`. */
export async function closeBrowsers(options: CloseOptions): Promise<Result<void, Problem>> {
  const closing = planClosing(options.platform);
  if (closing.kind === 'not-offered') return err(problem('not-offered-here', {}));
  const folders = new Map((await options.folders()).map((folder) => [folder.path, folder]));
  const holders = await Promise.all([...folders.values()].map((folder) => options.holderOf(folder)));
  for (const pid of new Set(holders)) if (pid !== undefined) options.signal(pid, closing.signal);
  return ok(undefined);
}
