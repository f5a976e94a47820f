import { join } from 'node:path';
import { app } from 'electron';
import { setLinuxAutostart } from './linux-autostart.ts';

/** The name in Windows' list of what starts with the user; the uninstaller knows it: assets/windows/installer.nsh. */
const windowsName = 'app.tidegate';

/**
 * Has the system start Tidegate when the user logs in, or no more. Only an installed Tidegate: another has no lasting place.
 * Throws where the system does not let it. `env`: what Tidegate was started with.
 */
export async function setAutostart(
  wanted: boolean,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  if (!app.isPackaged || env['PORTABLE_EXECUTABLE_FILE'] !== undefined) return;
  if (platform === 'linux') {
    const configuration = env['XDG_CONFIG_HOME'] ?? join(app.getPath('home'), '.config');
    // An AppImage is unpacked anew by each start; its own file stays.
    const executable = env['APPIMAGE'] ?? process.execPath;
    return setLinuxAutostart(join(configuration, 'autostart', 'tidegate.desktop'), executable, wanted);
  }
  const name = platform === 'win32' ? { name: windowsName } : {};
  if (app.getLoginItemSettings().openAtLogin !== wanted)
    app.setLoginItemSettings({ openAtLogin: wanted, ...name });
}
