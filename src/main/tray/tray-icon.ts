/**
 * The file of the tray's icon. macOS colours a template image itself; elsewhere the bar is light or dark, as the
 * system's theme says.
 */
export function trayIconName(platform: NodeJS.Platform, darkBar: boolean, attention: boolean): string {
  const suffix = attention ? '-attention' : '';
  if (platform === 'darwin') return `tray${suffix}Template.png`;
  return `${darkBar ? 'dark' : 'light'}${suffix}.png`;
}
