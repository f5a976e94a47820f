/** What the finder needs of its window. */
export interface FinderWindow {
  isVisible(): boolean;
  /** Places it on the display in use, shows it and gives it the keyboard. */
  present(): void;
  /** Hides it; the system gives the keyboard back to the window that had it. */
  dismiss(): void;
  setHeight(pixels: number): void;
}

/** The finder as its ways in see it: hotkey, tray and second start all toggle the same thing. */
export class Finder {
  readonly #window: FinderWindow;
  readonly #onShown: () => void;

  constructor(window: FinderWindow, onShown: () => void) {
    this.#window = window;
    this.#onShown = onShown;
  }

  toggle(): void {
    if (this.#window.isVisible()) this.hide();
    else this.show();
  }

  show(): void {
    this.#window.present();
    this.#onShown();
  }

  hide(): void {
    if (this.#window.isVisible()) this.#window.dismiss();
  }

  setHeight(pixels: number): void {
    this.#window.setHeight(pixels);
  }
}
