import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type Session } from 'electron';
import { installationOf } from '../updates/installation.ts';
import { hasUninstaller } from '../updates/uninstaller.ts';
import { updateProblem, updateTrouble } from '../updates/update-problem.ts';
import { Updates } from '../updates/updates.ts';
import type { Commands } from '../commands/commands.ts';
import type { Foundation } from './foundation.ts';

/**
 * Newer versions of Tidegate. `commands`: what must not be disturbed; asked only once the application is built. `appImage`: the
 * file of the AppImage that this was started from.
 */
export function buildUpdates(
  { log, now, paths, platform, status }: Foundation,
  net: Session,
  commands: () => Pick<Commands, 'calm' | 'disturbed'>,
  appImage: string | undefined,
): Updates {
  const resources = process.resourcesPath;
  let host = '';
  const undisturbed = () => commands().calm();
  return new Updates({
    installation: installationOf({
      platform,
      packaged: app.isPackaged,
      env: process.env,
      appImage,
      packageType: textOf(join(resources, 'package-type')),
      osRelease: textOf('/etc/os-release') ?? textOf('/usr/lib/os-release'),
      hasFeed: existsSync(join(resources, 'app-update.yml')),
      hasUninstaller: hasUninstaller(process.execPath),
    }),
    // It is big, and few starts come to need it.
    updater: async () => {
      const { electronUpdater } = await import('../updates/electron-updaters.ts');
      mkdirSync(paths.updates, { recursive: true, mode: 0o700 });
      const made = electronUpdater(platform, paths.updates, net, undisturbed);
      host = made.host;
      return made.updater;
    },
    arch: process.arch,
    tell: (update) => status.update({ update }),
    undisturbed,
    disturbed: () => commands().disturbed,
    explain: (error) => {
      log.warn(`no newer version: ${updateTrouble(error)}`);
      return updateProblem(error, host);
    },
    now,
    after: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
  });
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
