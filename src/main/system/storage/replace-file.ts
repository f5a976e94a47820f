import { constants } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Replaces a file's whole content so that a reader, or a power cut, finds the old content or the new, never a part. Long
 * content comes in pieces, so that none holds the thread for long. What need only last over a kill takes a few milliseconds less: the disk is not waited for.
 * SECURITY: the new file is readable by its owner only (0600), and is one that this very call has made: what somebody left
 * in its place, be it a link, is not written to. One call at a time for one path: the caller queues. Throws the
 * file system's error when it cannot.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array | readonly string[],
  lasting: 'over-a-power-cut' | 'over-a-kill' = 'over-a-power-cut',
): Promise<void> {
  // Always the same name, so that what a kill leaves behind goes next time.
  const aside = `${path}.tmp`;
  try {
    await rm(aside, { force: true });
    const file = await open(aside, newFile, 0o600);
    try {
      await writeFile(file, content);
      if (lasting === 'over-a-power-cut') await file.sync();
    } finally {
      await file.close();
    }
    await renamePatiently(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw error;
  }
  if (lasting === 'over-a-power-cut') await syncFolder(dirname(path));
}

/**
 * Flags for a file that this very call creates, and that is no link. Windows has no flag for links; creating it is
 * enough there.
 */
const newFile =
  constants.O_WRONLY |
  constants.O_CREAT |
  constants.O_EXCL |
  ((constants.O_NOFOLLOW as number | undefined) ?? 0);

/** Milliseconds to wait between tries: virus scanners and indexers on Windows hold a fresh file for a moment. */
const pauses = [10, 50, 100, 200, 400];
const passing: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY']);

async function renamePatiently(from: string, to: string): Promise<void> {
  for (const pause of pauses) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && passing.has(error.code))) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  await rename(from, to);
}

/** Makes the rename itself durable. Windows cannot open a folder, and there the rename is journalled anyway. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // The content is in place already; only its durability over a power cut is the system's own.
  }
}
