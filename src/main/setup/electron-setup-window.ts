import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { pageUrl } from '../security/app-protocol.ts';

/** The form of the first run, also reached later as Settings: made on demand, gone when closed. */
export class ElectronSetupWindow {
  readonly #webPreferences: NonNullable<BrowserWindowConstructorOptions['webPreferences']>;
  readonly #onMade: (window: BrowserWindow) => void;
  readonly #onClosed: () => void;
  #window: BrowserWindow | undefined;

  constructor(
    webPreferences: NonNullable<BrowserWindowConstructorOptions['webPreferences']>,
    onMade: (window: BrowserWindow) => void,
    onClosed: () => void,
  ) {
    this.#webPreferences = webPreferences;
    this.#onMade = onMade;
    this.#onClosed = onClosed;
  }

  get window(): BrowserWindow | undefined {
    return this.#window;
  }

  show(): void {
    this.#window ??= this.#make();
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  close(): void {
    this.#window?.close();
  }

  #make(): BrowserWindow {
    const window = new BrowserWindow({
      show: false,
      width: 760,
      height: 820,
      minWidth: 420,
      minHeight: 360,
      title: 'Tidegate',
      autoHideMenuBar: true,
      webPreferences: this.#webPreferences,
    });
    window.removeMenu();
    window.once('closed', () => {
      this.#window = undefined;
      this.#onClosed();
    });
    this.#onMade(window);
    void window.loadURL(pageUrl('setup'));
    return window;
  }
}
