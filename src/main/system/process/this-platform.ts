import type { Platform } from '#shared/platform.ts';

/** The system this process runs on. Any other Unix counts as Linux, whose desktops and folders it has. */
export const thisPlatform: Platform =
  process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
