import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Bytes of all files below a folder; links count for themselves. One folder at a time, so that hundreds of profiles are
 * counted without holding anything else up. What vanishes meanwhile counts nothing. Ends early when told to.
 */
export async function folderSize(folder: string, signal: AbortSignal): Promise<number> {
  let bytes = 0;
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined && !signal.aborted; next = waiting.pop()) {
    const inside = next;
    const entries = await readdir(inside, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) if (entry.isDirectory()) waiting.push(join(inside, entry.name));
    const files = entries.filter((entry) => !entry.isDirectory());
    const sizes = await Promise.all(
      files.map(({ name }) =>
        lstat(join(inside, name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
    );
    bytes = sizes.reduce((sum, size) => sum + size, bytes);
  }
  return bytes;
}
