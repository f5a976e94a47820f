import { app, ipcMain, type Session } from 'electron';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ElectronFinderWindow } from '../desktop/finder/electron-finder-window.ts';
import { ElectronIpc } from '../desktop/ipc/electron-ipc.ts';
import { AppFiles, appOrigin, appScheme } from '../desktop/security/app-protocol.ts';
import { windowPartition } from '../desktop/security/electron-sessions.ts';
import { webPreferences } from '../desktop/security/web-preferences.ts';

/** The start waits at most so long for the finder's page, in milliseconds. */
const mostPageWait = 1_000;

export type FinderPage = ReturnType<typeof beginFinderPage>;

/** Begins to load the finder's page, which takes longest of all, and gives what every window needs. */
export function beginFinderPage(windows: Session) {
  const built = join(app.getAppPath(), 'out');
  const appFiles = new AppFiles(join(built, 'renderer'));
  // oxlint-disable-next-line typescript/no-deprecated -- protocol.handle makes a page's start wait for the main thread
  if (!windows.protocol.registerBufferProtocol(appScheme, appFiles.answer))
    throw new Error(`${appScheme}: is taken.`);
  const preferences = webPreferences(join(built, 'preload', 'preload.cjs'), windowPartition);
  const ipc = new ElectronIpc(ipcMain);
  const given = firstGiven(windows);
  const finderWindow = new ElectronFinderWindow(preferences);
  ipc.admit('finder', finderWindow.window.webContents);
  const loading = finderWindow.load();
  // Without a page there is still a tray: nothing waits for one for ever.
  const loaded = Promise.race([loading.catch(() => undefined), pause(mostPageWait)]);
  return {
    preferences,
    ipc,
    finderWindow,
    /** Rejects, at whatever time, when the page cannot be loaded. */
    loading,
    /** Settles when the page has its HTML; its process starts then. */
    textGiven: Promise.race([given.text, loaded]),
    /** Settles when the page has its script as well; it asks for nothing more. */
    codeGiven: Promise.race([given.code, loaded]),
    /** Settles when the page has loaded, or will not, or takes too long. */
    loaded,
  };
}

/**
 * Tells when the first page of a session has its HTML, and when it has its script. A page that starts asks the main
 * process for both and waits: work that can wait is done once the page has what it asked for.
 */
function firstGiven({ webRequest }: Session): { readonly text: Promise<void>; readonly code: Promise<void> } {
  let tellText = (): void => {};
  let tellCode = (): void => {};
  webRequest.onCompleted({ urls: [`${appOrigin}/*`] }, ({ resourceType }) => {
    if (resourceType === 'mainFrame') tellText();
    if (resourceType !== 'script') return;
    tellCode();
    webRequest.onCompleted(null);
  });
  return {
    text: new Promise((resolve) => (tellText = resolve)),
    code: new Promise((resolve) => (tellCode = resolve)),
  };
}
