import { app, ipcMain, type Session } from 'electron';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ElectronFinderWindow } from '../finder/electron-finder-window.ts';
import { ElectronIpc } from '../ipc/electron-ipc.ts';
import { AppFiles, appScheme } from '../security/app-protocol.ts';
import { windowPartition } from '../security/electron-sessions.ts';
import { webPreferences } from '../security/web-preferences.ts';

/** The longest that the start stands back for the finder's page, in milliseconds. */
const mostPageWait = 1_000;

export type FinderPage = ReturnType<typeof beginFinderPage>;

/** Begins to load the finder's page, which takes longest of all, and gives what every window needs. */
export function beginFinderPage(windows: Session) {
  const built = join(app.getAppPath(), 'out');
  const appFiles = new AppFiles(join(built, 'renderer'));
  windows.protocol.handle(appScheme, appFiles.answer);
  const preferences = webPreferences(join(built, 'preload', 'preload.cjs'), windowPartition);
  const ipc = new ElectronIpc(ipcMain);
  const finderWindow = new ElectronFinderWindow(preferences);
  ipc.admit('finder', finderWindow.window.webContents);
  const loaded = finderWindow.load();
  // Heard of again where the start waits for it.
  const failed = loaded.catch(() => undefined);
  return {
    preferences,
    ipc,
    finderWindow,
    /** Settles when the page has loaded. Rejects when it cannot be. */
    loaded,
    /**
     * Settles when the page has come to reading its own code. A page that starts asks the main process time and again,
     * and waits while that works: our files take their turn after it. Without a page that does there is still a tray.
     */
    codeGiven: Promise.race([appFiles.codeGiven, failed, pause(mostPageWait)]),
  };
}
