import { open } from 'node:fs/promises';
import type { JournalPart } from '#shared/journal/journal-part.ts';
import { isMissing } from '../../system/storage/is-missing.ts';

/** Bytes that are read at a time: some hundreds of lines, which take a millisecond or two. */
const size = 128 * 1024;
const lineEnd = 10;

/** Reads from a place of the file to the last end of a line within `size` bytes. A file that is not there has no lines. */
export async function readPart(path: string, from: number): Promise<Omit<JournalPart, 'version'>> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (file === undefined) return { text: '', next: 0, end: true };
  try {
    const buffer = Buffer.alloc(size);
    const { bytesRead } = await file.read(buffer, 0, size, from);
    const end = bytesRead < size;
    const lastLine = buffer.subarray(0, bytesRead).lastIndexOf(lineEnd) + 1;
    // The last line of the file may have been cut off; one that fills the whole buffer is none of ours.
    const length = end || lastLine === 0 ? bytesRead : lastLine;
    return { text: buffer.toString('utf8', 0, length), next: from + length, end };
  } finally {
    await file.close();
  }
}
