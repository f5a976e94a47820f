import type { Directory } from '../../customers/store/directory.ts';
import type { Answer } from '../channel/wire.ts';

/**
 * Opens the real list for an import, and settles when all is on disk. Opening sets aside what is damaged: then nothing is
 * imported, and the answer tells where it is kept, since no window will.
 */
export async function importInto(
  directory: Pick<Directory, 'load' | 'close'>,
  carryOut: () => Promise<Answer>,
): Promise<Answer> {
  try {
    const [trouble] = await directory.load();
    return trouble === undefined
      ? await carryOut()
      : { ok: false, error: { problem: trouble, candidates: [] } };
  } finally {
    await directory.close();
  }
}
