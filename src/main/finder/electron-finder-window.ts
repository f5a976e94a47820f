import { app, BrowserWindow, screen, type BrowserWindowConstructorOptions } from 'electron';
import { pageUrl } from '../security/app-protocol.ts';
import type { FinderWindow } from './finder.ts';
import { finderHeights, finderWidth, placeFinder } from './placement.ts';

/**
 * The finder's window: created hidden at start and kept, so that a hotkey only has to show it. It hides when the
 * user turns to something else.
 */
export class ElectronFinderWindow implements FinderWindow {
  readonly window: BrowserWindow;
  #contentHeight: number = finderHeights.least;

  constructor(webPreferences: NonNullable<BrowserWindowConstructorOptions['webPreferences']>) {
    this.window = new BrowserWindow({
      show: false,
      width: finderWidth,
      height: finderHeights.least,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      title: 'Tidegate',
      // A panel takes the keyboard on macOS without bringing the whole application forward.
      ...(process.platform === 'darwin' ? { type: 'panel' as const } : {}),
      webPreferences,
    });
    this.window.on('blur', () => this.dismiss());
    // Alt+F4 on a kept window hides it; quitting is said elsewhere.
    this.window.on('close', (event) => {
      if (this.#quitting) return;
      event.preventDefault();
      this.dismiss();
    });
    app.once('before-quit', () => (this.#quitting = true));
  }

  #quitting = false;

  load(): Promise<void> {
    return this.window.loadURL(pageUrl('finder'));
  }

  isVisible(): boolean {
    return this.window.isVisible();
  }

  present(): void {
    this.window.setBounds(this.#placement());
    this.window.show();
    this.window.focus();
  }

  dismiss(): void {
    if (this.window.isDestroyed() || !this.window.isVisible()) return;
    this.window.hide();
    // macOS hands the keyboard back only when the whole application hides.
    if (process.platform === 'darwin') app.hide();
  }

  setHeight(pixels: number): void {
    this.#contentHeight = pixels;
    if (this.window.isVisible()) this.window.setBounds(this.#heightInPlace());
  }

  #placement(): Electron.Rectangle {
    const display = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    return placeFinder(display.workArea, this.#contentHeight);
  }

  /** Growing must not move the window to another display under the user's hands. */
  #heightInPlace(): Electron.Rectangle {
    const bounds = this.window.getBounds();
    const { workArea } = screen.getDisplayMatching(bounds);
    return { ...bounds, height: placeFinder(workArea, this.#contentHeight).height };
  }
}
