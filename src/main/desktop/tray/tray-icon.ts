import type { Platform } from '#shared/platform.ts';

/** What is known of the panel or taskbar that holds the icon. */
export interface TrayBar {
  readonly platform: Platform;
  /** The system's own surfaces are dark: the theme of the Windows taskbar. */
  readonly dark: boolean;
}

/**
 * The file of the tray's icon. macOS colours a template image itself. The Windows taskbar says whether it is dark.
 * Linux tells nobody: nearly every panel is dark whatever the theme of applications, so the white glyph serves.
 */
export function trayIconName(bar: TrayBar, attention: boolean): string {
  if (bar.platform === 'darwin') return `tray${attention ? 'Attention' : ''}Template.png`;
  const suffix = attention ? '-attention' : '';
  if (bar.platform === 'win32') return `${bar.dark ? 'dark' : 'light'}${suffix}.ico`;
  return `dark${suffix}-22.png`;
}
