import { app, BrowserWindow, screen, type BrowserWindowConstructorOptions } from 'electron';
import type { Platform } from '#shared/platform.ts';
import { onQuitting } from '../electron-quit.ts';
import { pageUrl } from '../security/app-protocol.ts';
import type { FinderWindow } from './finder.ts';
import { finderHeights, finderWidth, placeFinder, type Rectangle } from './placement.ts';
import { thisPlatform } from '../../system/process/this-platform.ts';

/** On macOS a panel takes the keyboard, and gives it back, without bringing the whole application forward. */
const windowKinds: Readonly<Partial<Record<Platform, { readonly type: string }>>> = {
  darwin: { type: 'panel' },
};

/** The least time between two revivals, in milliseconds. */
const crashPause = 5_000;

const modifiers: ReadonlySet<string> = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift']);

/**
 * The finder's window: created hidden at start and kept, so that a hotkey only has to show it. It hides when the
 * user turns to something else.
 */
export class ElectronFinderWindow implements FinderWindow {
  readonly window: BrowserWindow;
  /** What the page asks for; nothing before it has rendered. */
  #contentHeight: number | undefined;
  /** Asked for before there was anything to see. */
  #awaited = false;
  /** The work area of the display it was put on. */
  #area: Rectangle | undefined;
  #quitting = false;
  /** When it was last brought back, in milliseconds since 1970. */
  #revivedAt = -Infinity;

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
      ...windowKinds[thisPlatform],
      webPreferences,
    });
    onQuitting(app, () => (this.#quitting = true));
    for (const change of ['display-added', 'display-removed', 'display-metrics-changed'] as const)
      screen.on(change as 'display-added', () => this.#stayInSight());
    // A hidden page can be ended by the system: the next hotkey must find a living one.
    this.window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') this.#revive();
    });
  }

  load(): Promise<void> {
    return this.window.loadURL(pageUrl('finder'));
  }

  isVisible(): boolean {
    return this.window.isVisible();
  }

  /** Alt+F4 on a kept window asks for it to be put away; quitting is said elsewhere. */
  onClosing(listener: () => void): void {
    this.window.on('close', (event) => {
      if (this.#quitting) return;
      event.preventDefault();
      listener();
    });
  }

  /**
   * A key was seen in the window that proves that no chord is held: a modifier that was let go, or a key without any. The end
   * of another key proves nothing: X11 tells of one before each repeat.
   */
  onChordReleased(listener: () => void): void {
    this.window.webContents.on('before-input-event', (_event, input) => {
      const { alt, control, isAutoRepeat, key, meta, shift, type } = input;
      const isPlain = type === 'keyDown' && !isAutoRepeat && !(alt || control || meta || shift);
      if (isPlain || (type === 'keyUp' && modifiers.has(key))) listener();
    });
  }

  onBlur(listener: () => void): void {
    this.window.on('blur', listener);
  }

  takeKeyboard(): void {
    this.window.moveTop();
    this.window.focus();
  }

  hasKeyboard(): boolean {
    return this.window.isFocused();
  }

  present(): void {
    // An empty box that fills a moment later looks broken: until the page has rendered, showing waits for it.
    this.#awaited = this.#contentHeight === undefined;
    if (this.#contentHeight === undefined) return;
    this.#put(this.#contentHeight);
    this.window.show();
    this.window.focus();
  }

  dismiss(): void {
    this.#awaited = false;
    if (this.window.isDestroyed() || !this.window.isVisible()) return;
    this.window.hide();
  }

  setHeight(pixels: number): void {
    this.#contentHeight = pixels;
    if (this.#awaited) this.present();
    else if (this.window.isVisible() && this.#area !== undefined)
      // Where it was put, and not where it says it is: while a window manager of X11 takes a window over, that is a corner
      // of the screen. Nor where the pointer is now: growing must not move it to another display under the user's hands.
      this.window.setBounds(placeFinder(this.#area, pixels));
  }

  /** Loads the page again; a page that ends at once each time is left alone for a while, so that it does not spin. */
  #revive(): void {
    const wait = Math.max(0, this.#revivedAt + crashPause - performance.now());
    setTimeout(() => {
      if (this.window.isDestroyed()) return;
      this.#revivedAt = performance.now();
      void this.load();
    }, wait);
  }

  /** On the display that the pointer is on. */
  #put(contentHeight: number): void {
    this.#area = screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea;
    this.window.setBounds(placeFinder(this.#area, contentHeight));
  }

  /** A screen was plugged in or out, or is of another size: what it took along comes to the one in use. */
  #stayInSight(): void {
    if (this.#contentHeight === undefined || this.window.isDestroyed() || !this.window.isVisible()) return;
    this.#put(this.#contentHeight);
  }
}
