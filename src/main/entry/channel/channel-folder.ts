import { lstat, mkdir } from 'node:fs/promises';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';

/**
 * SECURITY: the channel counts only in a real folder that is this user's and closed to everybody else: what stands in a
 * folder that others can write may be theirs, and would be told whom an analyst opens. Error: `channel-unsafe`.
 */
export async function checkFolder(folder: string, uid: number): Promise<Result<void, Problem>> {
  try {
    const info = await lstat(folder);
    const safe = info.isDirectory() && info.uid === uid && (info.mode & 0o077) === 0;
    return safe ? ok(undefined) : err(problem('channel-unsafe', { path: folder }));
  } catch {
    return err(problem('channel-unsafe', { path: folder }));
  }
}

/** Makes the folder unless it is there, and checks it either way. Error: `channel-unsafe`. */
export async function makeFolder(folder: string, uid: number): Promise<Result<void, Problem>> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
  return checkFolder(folder, uid);
}
