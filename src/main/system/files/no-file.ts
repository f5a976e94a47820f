import type { Stats } from 'node:fs';

/** What stands where a file should be. */
export type NoFile = 'folder' | 'pipe' | 'device' | 'socket' | 'other';

/** Why it is no regular file; undefined when it is one. */
export function whyNoFile(found: Stats): NoFile | undefined {
  if (found.isFile()) return undefined;
  if (found.isDirectory()) return 'folder';
  if (found.isFIFO()) return 'pipe';
  if (found.isSocket()) return 'socket';
  return found.isCharacterDevice() || found.isBlockDevice() ? 'device' : 'other';
}
