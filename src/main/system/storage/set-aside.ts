import { rename } from 'node:fs/promises';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { RecordName } from '#shared/problems/record-name.ts';
import { reasonOf } from './reason.ts';

/**
 * Moves a file that cannot be understood out of the way, under a name beside it, and says so: `storage-corrupt`; or
 * `storage-unwritable` when it could not be moved and is still where it was.
 */
export async function setAside(record: RecordName, path: string): Promise<Problem> {
  const aside = `${path}.unreadable-${new Date().toISOString().replaceAll(':', '')}`;
  try {
    await rename(path, aside);
    return problem('storage-corrupt', { record, file: path, setAside: aside });
  } catch (error) {
    return problem('storage-unwritable', { record, path, reason: reasonOf(error) });
  }
}
