import { app, dialog, Menu, protocol } from 'electron';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { applicationMenu } from './desktop/electron-application-menu.ts';
import { refuseStart } from './entry/electron-refused-start.ts';
import { chooseLanguage } from '#shared/locales/language.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { allSnapRoots } from './browsers/profiles/profile-folders.ts';
import { beginFinderPage } from './compose/finder-page.ts';
import { exitCodes } from './entry/command-line/command-line.ts';
import { forTerminal } from './entry/command-line/for-terminal.ts';
import { becomeCommandLine, endCommandLine } from './entry/command-line/electron-process.ts';
import { isAllowedSwitch, refusedSwitches } from './entry/runtime-switches.ts';
import { argumentsOf, readSecondStart, readStart, runtimeSwitches, type Start } from './entry/start.ts';
import { scheme } from '#shared/portals/links/tidegate-link.ts';
import { Faults } from './system/log/faults.ts';
import { dataRoot, pathsIn } from './state/paths.ts';
import { leaveAppImage } from './system/process/appimage.ts';
import { rememberEnvironment } from './system/process/start-environment.ts';
import { reasonOf } from './system/storage/reason.ts';
import { appSchemePrivileges } from './desktop/security/app-protocol.ts';
import { windowsSession } from './desktop/security/electron-sessions.ts';
import { Wipe } from './state/wipe/wipe.ts';
import { thisPlatform } from './system/process/this-platform.ts';
import { hasUninstaller } from './updates/uninstaller.ts';

/**
 * Only what must happen before Electron is ready, and the finder's page; everything else is composed after it, and read
 * only then: while that page's process starts there is time for it.
 */

// SECURITY: every renderer is sandboxed, whatever a window's preferences say.
app.enableSandbox();
const appImage = leaveAppImage(process.env, process.execPath);
// An AppImage is unpacked anew by each start; its unpacked files go with this one.
const executable = appImage ?? process.execPath;
rememberEnvironment();
// SECURITY: no page asks for the addresses of names ahead: no policy of a page forbids it, and no proxy stands before it.
app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
// Three small windows: painted by the processor they need no graphics driver, whose process a page that starts waits for.
app.disableHardwareAcceleration();
protocol.registerSchemesAsPrivileged([appSchemePrivileges]);

const root = app.commandLine.hasSwitch('user-data-dir')
  ? undefined
  : dataRoot(thisPlatform, app.getPath('home'), process.env.LOCALAPPDATA);
if (root !== undefined) app.setPath('userData', root);
const paths = pathsIn(app.getPath('userData'));
app.setPath('sessionData', paths.session);

// SECURITY: without a menu no window has the default one's shortcuts, which quit, reload and open developer tools.
Menu.setApplicationMenu(applicationMenu(thisPlatform));

const args = argumentsOf(process.argv, process.defaultApp ? app.getAppPath() : undefined);
const start = readStart(args);
// SECURITY: before anything is opened, and before Chromium's own services start: a switch that takes away what protects
// our windows, or lets others look into them, ends this start.
const refused = refusedSwitches(args, { platform: thisPlatform, packaged: app.isPackaged });
if (refused.length > 0 || app.commandLine.hasSwitch('no-sandbox')) refuseStart(refused, start);
else if (start.kind === 'command-line') {
  const own = becomeCommandLine(paths.root, starterOf(args));
  void app
    .whenReady()
    .then(async () => {
      const { answerTerminal } = await import('./entry/command-line/electron-command-line.ts');
      return answerTerminal(start, own);
    })
    .then(
      (code) => endCommandLine(own, code),
      (error: unknown) => {
        process.stderr.write(`${forTerminal(String(error))}\n`);
        endCommandLine(own, exitCodes.failed);
      },
    );
} else startTidegate(start);

/** What nobody caught goes to the log, and once to the user; without this Electron shows a box of its own for each. */
function catchFaults(): Faults {
  const faults = new Faults((error) => void writeFault(error));
  process.on('uncaughtException', faults.caught);
  process.on('unhandledRejection', faults.caught);
  return faults;
}

/** The log is read only when there is something to write: a start does not wait for it. */
async function writeFault(error: unknown): Promise<void> {
  const { openLog } = await import('./system/log/electron-log.ts');
  openLog(paths.logs).error('nobody caught this', error);
}

/** Becomes the one Tidegate of this user, or tells the one that runs what this start asks for, and ends. */
function startTidegate(first: Start): void {
  const unwritable = tryFolder(paths.root);
  if (unwritable !== undefined) {
    // The lock lies there too: without this look, a folder that cannot be written would pass for a second start.
    void app
      .whenReady()
      .then(() =>
        fail(problem('storage-unwritable', { record: 'everything', path: paths.root, reason: unwritable })),
      );
    return;
  }
  // Chromium would pass our arguments on in another order and with its own switches among them, so we pass them as data.
  if (!app.requestSingleInstanceLock({ args })) {
    app.quit();
    return;
  }
  const faults = catchFaults();
  // With the lock in hand, and before anything of ours is opened.
  const wipe = new Wipe(paths.root, () => allSnapRoots(app.getPath('home')));
  const notWiped = wipe.atStart();
  const starting = app.whenReady().then(async () => {
    const page = beginFinderPage(windowsSession());
    // Each in the time that the page's process takes without us: for its start, and for reading its code.
    await page.textGiven;
    const { prepareFirstPaint } = await import('./compose/first-paint.ts');
    const firstPaint = await prepareFirstPaint(paths, page, notWiped);
    await page.codeGiven;
    const { compose } = await import('./compose/compose.ts');
    return compose({
      firstPaint,
      page,
      wipe,
      faults,
      appImage,
      starter: starterOf(args),
      asked: first.kind === 'link',
      hidden: first.kind === 'hidden',
      executable,
    });
  });
  const enter = (asked: Start) => void starting.then((tidegate) => tidegate.enter(asked));
  // SECURITY: whoever can start Tidegate can send anything along: it is read as strictly as a first start's.
  app.on('second-instance', (_event, _argv, _folder, data) => enter(readSecondStart(data)));
  // macOS hands links over this way, to a first start too.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    enter(readStart([url]));
  });
  // macOS tells a second start this way; the first one is told so as well, before there is anything to show.
  void starting.then(() => app.on('activate', () => enter({ kind: 'plain' })));
  if (first.kind === 'link') enter(first);
  // On Linux the desktop file of the package says so. On Windows it is the installer for one user that takes it away again; an MSI
  // brings it for everybody, and the folder of a portable file goes with each start.
  if (app.isPackaged && (process.platform === 'darwin' || hasUninstaller(process.execPath))) {
    void starting.then(() => app.setAsDefaultProtocolClient(scheme));
  }
  // A tray application goes on without windows.
  app.on('window-all-closed', () => {});
  starting.catch((error: unknown) => {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    void fail(problem('start-failed', { details }));
  });
}

/** What starts the application itself, with the runtime's switches of this start. */
function starterOf(given: readonly string[]): readonly [string, ...string[]] {
  const application = process.defaultApp ? [app.getAppPath()] : [];
  // Without a screen a command line can run; the application cannot.
  const switches = runtimeSwitches(given).filter(
    // A developer's switches are for one process.
    (word) => !word.startsWith('--ozone-platform') && isAllowedSwitch(word),
  );
  return [executable, ...application, ...switches];
}

/** Why our folder cannot be used, if it cannot. */
function tryFolder(folder: string): string | undefined {
  try {
    // SECURITY: what is in it is this user's alone.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

async function fail(trouble: Problem): Promise<void> {
  const { explain, translator } = await import('#shared/locales/messages.ts');
  const t = translator(chooseLanguage('system', app.getPreferredSystemLanguages()));
  const { message, next } = explain(t, trouble);
  dialog.showErrorBox(t('start.failed.title'), `${message}\n\n${next}`);
  app.exit(1);
}
