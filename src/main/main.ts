import { app, dialog, Menu, protocol } from 'electron';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { chooseLanguage, explain, translator } from '../shared/locales/messages.ts';
import { applicationMenu } from './electron-application-menu.ts';
import { problem, type Problem } from '../shared/problem.ts';
import { allSnapRoots } from './browsers/profile/profile-folders.ts';
import { compose } from './compose.ts';
import { dataRoot, pathsIn } from './paths.ts';
import { reasonOf } from './storage/reason.ts';
import { appSchemePrivileges } from './security/app-protocol.ts';
import { Wipe } from './wipe/wipe.ts';

/** Only what must happen before Electron is ready; everything else is composed after it. */

// SECURITY: every renderer is sandboxed, whatever a window's preferences say.
app.enableSandbox();
// SECURITY: no fuse closes these: through them any local process could drive our windows. Tests use the unpacked build.
if (app.isPackaged) {
  for (const name of ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address']) {
    app.commandLine.removeSwitch(name);
  }
}
protocol.registerSchemesAsPrivileged([appSchemePrivileges]);

const root = app.commandLine.hasSwitch('user-data-dir')
  ? undefined
  : dataRoot(process.platform, app.getPath('home'), process.env.LOCALAPPDATA);
if (root !== undefined) app.setPath('userData', root);
const paths = pathsIn(app.getPath('userData'));
app.setPath('sessionData', paths.session);

// SECURITY: without a menu no window has the default one's shortcuts, which quit, reload and open developer tools.
Menu.setApplicationMenu(applicationMenu(process.platform));

const unwritable = tryFolder(paths.root);
if (unwritable !== undefined) {
  // The lock lies there too: without this look, a folder that cannot be written would pass for a second start.
  void app
    .whenReady()
    .then(() =>
      fail(problem('storage-unwritable', { record: 'everything', path: paths.root, reason: unwritable })),
    );
} else if (app.requestSingleInstanceLock()) {
  // One Tidegate per user: a second start tells the first to show the finder, and ends.
  // With the lock in hand, and before anything of ours is opened.
  const wipe = new Wipe(paths.root, () => allSnapRoots(app.getPath('home')));
  const notWiped = wipe.atStart();
  const starting = app.whenReady().then(() => compose(paths, wipe, notWiped));
  app.on('second-instance', () => void starting.then((tidegate) => tidegate.secondStart()));
  // macOS tells a second start this way; the first one is told so as well, before there is anything to show.
  void starting.then((tidegate) => app.on('activate', () => tidegate.secondStart()));
  // A tray application goes on without windows.
  app.on('window-all-closed', () => {});
  starting.catch((error: unknown) => {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    fail(problem('start-failed', { details }));
  });
} else {
  app.quit();
}

/** Why our folder cannot be used, if it cannot. */
function tryFolder(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function fail(trouble: Problem): void {
  const t = translator(chooseLanguage('system', app.getPreferredSystemLanguages()));
  const { message, next } = explain(t, trouble);
  dialog.showErrorBox(t('start.failed.title'), `${message}\n\n${next}`);
  app.exit(1);
}
