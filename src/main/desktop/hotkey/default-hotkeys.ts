import type { Platform } from '#shared/platform.ts';

/**
 * The accelerators tried in turn until the user confirms one. Never Ctrl+Alt+letter, which is AltGr on many
 * keyboards and would eat a character; never Cmd+Alt+D, which is the Dock's on macOS.
 */
export const defaultHotkeys: Readonly<Record<Platform, readonly string[]>> = {
  win32: ['Control+Shift+Space', 'Control+Shift+F9', 'Control+Shift+F11'],
  darwin: ['Control+Shift+Space', 'Command+Shift+Space', 'Control+Shift+F9'],
  linux: ['Control+Shift+Space', 'Control+Shift+F9', 'Control+Shift+F11'],
};
