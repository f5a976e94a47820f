import type { Platform } from '#shared/platform.ts';

const forms: Readonly<Record<Platform, RegExp>> = {
  linux: /^\//,
  darwin: /^\//,
  // A drive or a share. What begins with one backslash hangs on the current drive.
  win32: /^(?:[A-Za-z]:[\\/]|[\\/]{2}[^\\/])/,
};

/** Whether a path names the same place whatever the current folder and drive are. */
export function isWholePath(path: string, platform: Platform): boolean {
  return forms[platform].test(path);
}
