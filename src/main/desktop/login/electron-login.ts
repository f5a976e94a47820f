import { app } from 'electron';
import type { Platform } from '#shared/platform.ts';
import { autostartEntry, autostartPath } from './autostart-entry.ts';
import { keepAutostart, takeSameAutostart } from './autostart.ts';

/** The name in Windows' list of what starts with the user; the uninstaller knows it: assets/windows/installer.nsh. */
const windowsName = 'app.tidegate';

export interface LoginOptions {
  readonly executable: string;
  readonly platform: Platform;
  readonly home: string;
  /** The environment that this process was started with. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The option that says so to that start. */
  readonly option: string;
}

/** What starts Tidegate at login, for a user to look at: a file on Linux, a name in the system's list elsewhere. */
export function loginEntry({ env, home, platform }: Pick<LoginOptions, 'env' | 'home' | 'platform'>): string {
  return platform === 'linux' ? autostartPath(home, env['XDG_CONFIG_HOME']) : windowsName;
}

/** Has the system start Tidegate at login, hidden, or no longer. Rejects with the file system's error. */
export async function startAtLogin(on: boolean, options: LoginOptions): Promise<void> {
  const { env, option, platform } = options;
  // An AppImage and a portable program are unpacked anew by each start; their own files stay.
  const executable = env['APPIMAGE'] ?? env['PORTABLE_EXECUTABLE_FILE'] ?? options.executable;
  if (platform !== 'linux') {
    const name = platform === 'win32' ? { name: windowsName, path: executable } : {};
    app.setLoginItemSettings({ openAtLogin: on, args: [option], ...name });
    return;
  }
  const path = loginEntry(options);
  const starter = process.defaultApp ? [executable, app.getAppPath()] : [executable];
  const entry = autostartEntry([...starter, option], app.getName());
  // A developer's Tidegate leaves alone what starts the installed one.
  if (!on && process.defaultApp) await takeSameAutostart(path, entry);
  else await keepAutostart(path, on ? entry : null);
}

/**
 * Takes away what is left of a start at login that nobody wants any more: its setting was withdrawn by a policy, lost
 * with a damaged file, or removed with all data. Says and does nothing where there is nothing. Rejects as above.
 */
export async function forgetLogin(options: LoginOptions): Promise<void> {
  if (options.platform !== 'linux') {
    // The system's list knows one Tidegate: a developer's has nothing to take from it.
    if (!app.isPackaged) return;
    // macOS has a notice for each change.
    if (options.platform === 'darwin' && !app.getLoginItemSettings().openAtLogin) return;
  }
  await startAtLogin(false, options);
}

/** Whether macOS started Tidegate at login: it passes no option along. */
export function wasStartedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** Whether this process has the usual data folder: what a login starts has it. */
export function hasUsualData(): boolean {
  return !app.commandLine.hasSwitch('user-data-dir');
}
