import { app, dialog, protocol } from 'electron';
import { chooseLanguage, translator } from '../shared/locales/messages.ts';
import { compose } from './compose.ts';
import { dataRoot, pathsIn } from './paths.ts';
import { appSchemePrivileges } from './security/app-protocol.ts';

/** Only what must happen before Electron is ready; everything else is composed after it. */

// SECURITY: every renderer is sandboxed, whatever a window's preferences say.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([appSchemePrivileges]);

const root = app.commandLine.hasSwitch('user-data-dir')
  ? undefined
  : dataRoot(process.platform, process.env.LOCALAPPDATA);
if (root !== undefined) app.setPath('userData', root);
const paths = pathsIn(app.getPath('userData'));
app.setPath('sessionData', paths.session);

// One Tidegate per user: a second start tells the first to show the finder, and ends.
if (app.requestSingleInstanceLock()) {
  const starting = app.whenReady().then(() => compose(paths));
  app.on('second-instance', () => void starting.then((tidegate) => tidegate.secondStart()));
  // macOS tells a second start this way.
  app.on('activate', () => void starting.then((tidegate) => tidegate.secondStart()));
  // A tray application goes on without windows.
  app.on('window-all-closed', () => {});
  starting.catch((error: unknown) => {
    const t = translator(chooseLanguage('system', app.getPreferredSystemLanguages()));
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    dialog.showErrorBox(t('start.failed.title'), t('start.failed.text', { details }));
    app.exit(1);
  });
} else {
  app.quit();
}
