import { BrowserWindow, type App } from 'electron';

/** How long a quit waits for the disk, in milliseconds: a share that hangs must not keep the user from logging out. */
const patience = 3_000;
/** How long windows have to close. One with a dialog of the system's before it never does (tried on 33, GTK). */
const closing = 1_000;

/**
 * Delays the quit until `finish` has settled. Windows are closed by then, so that it cannot be cancelled any more.
 */
export function onQuit(app: App, finish: () => Promise<void>): void {
  app.once('before-quit', () => {
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
