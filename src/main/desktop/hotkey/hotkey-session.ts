import type { DisplaySystem } from '../../system/process/display-system.ts';

/**
 * What a user's session lets a program have of hotkeys. `withheld`: nothing, unless a portal of the session gives it; `x11-windows`:
 * a hotkey works only while a window of the older system (X11) has the keyboard.
 */
export type HotkeySession = 'given' | 'withheld' | 'x11-windows';

/** A Wayland session gives keys to the window that has the keyboard, and to no program that only listens. */
export const hotkeySessions: Readonly<Record<DisplaySystem, HotkeySession>> = {
  usual: 'given',
  wayland: 'withheld',
  'x11-in-wayland': 'x11-windows',
};

/** What a user binds a key of the desktop to, instead of a hotkey of Tidegate. `appImage`: its file, if this is one. */
export function desktopCommands(
  appImage: string | undefined,
): Readonly<{ toggle: string; clipboard: string }> {
  const tidegate = appImage === undefined ? 'tidegate' : quoted(appImage);
  return {
    toggle: `${tidegate} toggle`,
    clipboard: `sh -c ${quoted(`${tidegate} open -- "$(wl-paste)"`)}`,
  };
}

/** Quotes a word for a shell where some letter of it means something there. */
function quoted(word: string): string {
  return /^[\w./@%+,:-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
