import { app } from 'electron';
import type { Platform } from '#shared/platform.ts';
import { autostartEntry, autostartPath } from './autostart-entry.ts';
import { keepAutostart } from './autostart.ts';

/** The name in Windows' list of what starts with the user; the uninstaller knows it: assets/windows/installer.nsh. */
const windowsName = 'app.tidegate';

export interface LoginOptions {
  readonly executable: string;
  readonly platform: Platform;
  readonly home: string;
  readonly configHome: string | undefined;
  /** The option that says so to that start. */
  readonly option: string;
}

/** Has the system start Tidegate at login, hidden, or no longer. Rejects with the file system's error. */
export async function startAtLogin(
  on: boolean,
  { configHome, executable, home, option, platform }: LoginOptions,
): Promise<void> {
  if (platform !== 'linux') {
    const name = platform === 'win32' ? { name: windowsName, path: executable } : {};
    app.setLoginItemSettings({ openAtLogin: on, args: [option], ...name });
    return;
  }
  const starter = process.defaultApp ? [executable, app.getAppPath()] : [executable];
  const entry = on ? autostartEntry([...starter, option], app.getName()) : null;
  await keepAutostart(autostartPath(home, configHome), entry);
}

/** Whether macOS started Tidegate at login: it passes no option along. */
export function wasStartedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}
