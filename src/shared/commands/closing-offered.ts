import type { Platform } from '../platform.ts';

/** Where customers' browsers can be asked to close. Not on macOS: finding them there has been tried by nobody. */
export const closingOffered: Readonly<Record<Platform, boolean>> = {
  linux: true,
  win32: true,
  darwin: false,
};
