import { rename } from 'node:fs/promises';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { reasonOf } from './reason.ts';

/** Moves a file that cannot be used out of the way, under a name beside it; tells that name. */
export async function setAside(path: string): Promise<Result<string, Problem>> {
  const aside = `${path}.unreadable-${new Date().toISOString().replaceAll(':', '')}`;
  try {
    await rename(path, aside);
    return ok(aside);
  } catch (error) {
    return err(problem('storage-unwritable', { path, reason: reasonOf(error) }));
  }
}
