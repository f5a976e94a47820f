import { autoUpdater, BrowserWindow, type App } from 'electron';

/** How long a quit waits for the disk, in milliseconds: a share that hangs must not keep the user from logging out. */
const patience = 3_000;
/** How long windows have to close. One with a dialog of the system's before it never does (tried on 33, GTK). */
const closing = 1_000;

/**
 * Calls once when Tidegate begins to quit, before a window is asked to close. For an update macOS' own updater closes the windows
 * first, and only then quits.
 */
export function onQuitting(app: App, listener: () => void): void {
  const begin = (): void => {
    app.off('before-quit', begin);
    autoUpdater.off('before-quit-for-update', begin);
    listener();
  };
  app.on('before-quit', begin);
  autoUpdater.on('before-quit-for-update', begin);
}

/**
 * Delays the quit until `finish` has settled. Windows are closed by then, so that it cannot be cancelled any more.
 */
export function onQuit(app: App, finish: () => Promise<void>): void {
  onQuitting(app, () => {
    const stuck = setTimeout(() => {
      for (const window of BrowserWindow.getAllWindows()) window.destroy();
    }, closing);
    app.once('will-quit', () => clearTimeout(stuck));
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    const tooLong = new Promise<void>((resolve) => setTimeout(resolve, patience));
    // Electron does not hear a second quit() after this (tried on 33), and there is nothing left that it would do.
    void Promise.race([finish().catch(() => undefined), tooLong]).then(() => app.exit());
  });
}
