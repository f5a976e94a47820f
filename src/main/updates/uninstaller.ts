import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether the installer for one user has put this program here: its uninstaller lies beside it. Windows only. */
export function hasUninstaller(executable: string): boolean {
  return existsSync(join(dirname(executable), 'Uninstall Tidegate.exe'));
}
