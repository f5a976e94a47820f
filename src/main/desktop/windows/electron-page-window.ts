import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { pageUrl, type PageName } from '../security/app-protocol.ts';

export interface PageWindowOptions {
  readonly page: PageName;
  /** In CSS pixels, at first; the user may make it as small as `smallest`. */
  readonly size: { readonly width: number; readonly height: number };
  readonly webPreferences: NonNullable<BrowserWindowConstructorOptions['webPreferences']>;
  /** Absolute path of a picture, for systems that take a window's icon from the window. */
  readonly icon: string;
  /** A window is painted before it is shown. On Wayland none is: there it is shown once its page is loaded. */
  readonly paintsHidden: boolean;
  readonly onShown: () => void;
  readonly onMade: (window: BrowserWindow) => void;
  readonly onClosed: () => void;
}

/** How long a page is waited for, in milliseconds. */
const longestPaint = 5_000;

/** 320 CSS pixels of room at 125 %, beside the frames of the systems. */
const smallest = { minWidth: 420, minHeight: 360 };

/** A window with a form in it: made on demand, one at a time, gone when closed. */
export class ElectronPageWindow {
  readonly #options: PageWindowOptions;
  #window: BrowserWindow | undefined;
  /** Whether the page has painted. */
  #painted = false;

  constructor(options: PageWindowOptions) {
    this.#options = options;
  }

  get window(): BrowserWindow | undefined {
    return this.#window;
  }

  /** Shows the window now that its page has painted, so that it is never seen empty. */
  painted(): void {
    if (this.#painted || this.#window === undefined) return;
    this.#painted = true;
    present(this.#window);
  }

  /** Brings the window to the front if there is one. */
  bringForward(): void {
    if (this.#window !== undefined && this.#painted) present(this.#window);
  }

  /** @param part the page's part to show, which becomes the hash of its address; without one the page decides. */
  show(part?: string): void {
    const url = part === undefined ? undefined : `${pageUrl(this.#options.page)}#${part}`;
    if (this.#window === undefined) {
      const window = (this.#window = this.#make());
      // A page that cannot say that it has painted is shown all the same: what it says of its fault is better than nothing.
      const unheard = setTimeout(() => this.painted(), longestPaint);
      window.once('closed', () => clearTimeout(unheard));
      if (!this.#options.paintsHidden) window.webContents.once('did-finish-load', () => this.painted());
      void window.loadURL(url ?? pageUrl(this.#options.page));
    } else {
      // Another hash of the page that is there: it hears of it and stays. The same one again would load it anew.
      if (url !== undefined && this.#window.webContents.getURL() !== url) void this.#window.loadURL(url);
      this.bringForward();
    }
    this.#options.onShown();
  }

  #make(): BrowserWindow {
    const { icon, onClosed, onMade, size, webPreferences } = this.#options;
    const window = new BrowserWindow({
      show: false,
      ...size,
      ...smallest,
      title: 'Tidegate',
      icon,
      webPreferences,
    });
    window.removeMenu();
    window.once('closed', () => {
      this.#window = undefined;
      this.#painted = false;
      onClosed();
    });
    window.webContents.once('render-process-gone', () => window.destroy());
    onMade(window);
    return window;
  }
}

function present(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
