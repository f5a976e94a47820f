/** What the finder needs of its window. */
export interface FinderWindow {
  isVisible(): boolean;
  hasKeyboard(): boolean;
  /** Places it on the display in use, shows it and gives it the keyboard. */
  present(): void;
  /** Hides it; the system gives the keyboard back to the window that had it. */
  dismiss(): void;
  /** Asks for the keyboard again. */
  takeKeyboard(): void;
  setHeight(pixels: number): void;
}

/** Hears that the finder comes and goes. Showings are counted from 1. */
export interface FinderListener {
  shown(showing: number): void;
  /** The finder was put away. */
  hidden(): void;
  /** What was typed is nobody's business any more. */
  forgotten(): void;
}

/** A window that was just shown may get the keyboard this much later, in milliseconds. */
const keyboardPatience = 600;

/** How long a browser may take to show its window, in milliseconds. */
const intruderPatience = 6_000;

/** The finder as its ways in see it: hotkey, tray and second start all toggle the same thing. */
export class Finder {
  readonly #window: FinderWindow;
  readonly #listener: FinderListener;
  readonly #now: () => number;
  /** Number of the last showing. */
  #showing = 0;
  /** When that began, in milliseconds of a clock that nobody sets. */
  #shownAt = Number.NEGATIVE_INFINITY;
  /** A moment for each browser window that we started: until then, by the same clock, it may still come up. */
  #intruders: readonly number[] = [];
  /** The finder stays in front until the user puts it away. */
  #pinned = false;
  /** The finder shows something that must not be missed: it stays until it is put away or something else is opened. */
  #telling = false;
  /** A dialog of the system's has, or is about to have, the keyboard. */
  #asking = false;

  constructor(window: FinderWindow, listener: FinderListener, now: () => number = () => performance.now()) {
    this.#window = window;
    this.#listener = listener;
    this.#now = now;
  }

  /** Number of the last showing; 0 before the first. */
  get showing(): number {
    return this.#showing;
  }

  pin(): void {
    this.#pinned = true;
  }

  /** What was asked for is under way: the finder has done its work, unless it was pinned. */
  done(): void {
    if (!this.#pinned) this.hide();
  }

  /** A browser was started: its window takes the keyboard when it comes up, seconds later on a slow machine. */
  expectIntruder(): void {
    this.#intruders = [...this.#awaitedIntruders(), this.#now() + intruderPatience];
  }

  /**
   * The finder has lost the keyboard. The user turned to something else, and it goes; unless it was a window that we
   * started for a customer before: then, once for each, the keyboard comes back to who is typing here.
   */
  blurred(): void {
    // It would lie over the dialog; how long it is to stay is as it was when it comes back.
    if (this.#asking) this.#window.dismiss();
    if (this.#asking || this.#stays()) return;
    const [intruder, ...others] = this.#awaitedIntruders();
    this.#intruders = others;
    if (intruder === undefined) this.hide();
    else this.#window.takeKeyboard();
  }

  toggle(): void {
    // One that stands behind, or that the system refused the keyboard, is what the user wants to get at; one that has just
    // come is not, though its keyboard may still be on the way.
    const isFresh = this.#now() - this.#shownAt < keyboardPatience;
    if (this.#window.isVisible() && (isFresh || this.#stays() || this.#window.hasKeyboard())) this.hide();
    else this.show();
  }

  show(): void {
    this.#pinned = this.#telling = false;
    this.#showing += 1;
    this.#shownAt = this.#now();
    this.#window.present();
    this.#listener.shown(this.#showing);
  }

  /** Shows it unless it is there already, so that what is being typed is not disturbed. */
  bringBack(): void {
    if (!this.#window.isVisible()) this.show();
  }

  /** Brings it back to stay: the windows of several browsers may come up behind it, one after the other. */
  bringBackToTell(): void {
    this.bringBack();
    this.#telling = true;
  }

  /** Afterwards the finder is there again as it was, if it was there when something had to be asked in a dialog. */
  async whileAsking<T>(ask: () => Promise<T>): Promise<T> {
    if (!this.#window.isVisible()) return ask();
    this.#asking = true;
    try {
      return await ask();
    } finally {
      this.#asking = false;
      this.#window.present();
    }
  }

  hide(): void {
    this.#pinned = this.#telling = false;
    if (!this.#window.isVisible()) return;
    this.#window.dismiss();
    this.#listener.hidden();
  }

  /** The user has left the computer: it goes, whatever it had to tell or ask, and forgets what was typed. */
  leave(): void {
    this.hide();
    this.#listener.forgotten();
  }

  setHeight(pixels: number): void {
    this.#window.setHeight(pixels);
  }

  #awaitedIntruders(): readonly number[] {
    return this.#intruders.filter((until) => this.#now() < until);
  }

  #stays(): boolean {
    return this.#pinned || this.#telling;
  }
}
