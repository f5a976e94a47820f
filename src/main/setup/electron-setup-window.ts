import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { pageUrl } from '../security/app-protocol.ts';

export interface SetupWindowOptions {
  readonly webPreferences: NonNullable<BrowserWindowConstructorOptions['webPreferences']>;
  /** Absolute path of a picture, for systems that take a window's icon from the window. */
  readonly icon: string;
  readonly onShown: () => void;
  readonly onMade: (window: BrowserWindow) => void;
  readonly onClosed: () => void;
}

/** The form of the first run, also reached later as Settings: made on demand, gone when closed. */
export class ElectronSetupWindow {
  readonly #options: SetupWindowOptions;
  #window: BrowserWindow | undefined;

  constructor(options: SetupWindowOptions) {
    this.#options = options;
  }

  get window(): BrowserWindow | undefined {
    return this.#window;
  }

  show(): void {
    if (this.#window === undefined) {
      const window = (this.#window = this.#make());
      // Not before there is something to see.
      window.once('ready-to-show', () => present(window));
    } else present(this.#window);
    this.#options.onShown();
  }

  close(): void {
    this.#window?.close();
  }

  #make(): BrowserWindow {
    const { icon, onClosed, onMade, webPreferences } = this.#options;
    const window = new BrowserWindow({
      show: false,
      width: 760,
      height: 820,
      minWidth: 420,
      minHeight: 360,
      title: 'Tidegate',
      icon,
      webPreferences,
    });
    window.removeMenu();
    window.once('closed', () => {
      this.#window = undefined;
      onClosed();
    });
    window.webContents.once('render-process-gone', () => window.destroy());
    onMade(window);
    void window.loadURL(pageUrl('setup'));
    return window;
  }
}

function present(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
