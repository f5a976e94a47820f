import type { App } from 'electron';

/** How long a quit waits for the disk, in milliseconds: a share that hangs must not keep the user from logging out. */
const patience = 3_000;

/** Holds a quit up until `finish` has settled. Windows are closed by then, so it cannot be called off any more. */
export function onQuit(app: App, finish: () => Promise<void>): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    const tooLong = new Promise<void>((resolve) => setTimeout(resolve, patience));
    // Electron does not hear a second quit() after this (tried on 33), and there is nothing left that it would do.
    void Promise.race([finish().catch(() => undefined), tooLong]).then(() => app.exit());
  });
}
