/**
 * SECURITY: no key that names a customer is lost. Begins each showing of the finder exactly once, and before its first key.
 * Main tells of a showing by a message, which may come later than the keys typed into the window: what it began then would
 * wipe them out.
 */
export class Showings {
  readonly #begin: () => void;
  /** Number of the last showing that has begun, and of the last one that has ended. */
  #begun = 0;
  #ended = 0;
  /** A key was pressed since the window took the keyboard. */
  #typed = false;
  /** The window has lost the keyboard since the last showing began. */
  #lost = false;

  constructor(begin: () => void) {
    this.#begin = begin;
  }

  /** Main has shown the window, for the time with this number. */
  shown(number: number): void {
    if (number <= this.#begun) return;
    this.#begun = number;
    this.#lost = false;
    if (!this.#typed) this.#begin();
  }

  /** Main has hidden the window, which ended the showing with this number. */
  hidden(number: number): void {
    this.#ended = number;
    // Keys after a loss are those of the next showing, which this message comes too late for.
    if (!this.#lost) this.#typed = false;
  }

  /** The window lost the keyboard: the next key comes after it took it again. */
  blurred(): void {
    this.#typed = false;
    this.#lost = true;
  }

  /** A key was pressed, and nothing has come of it yet. */
  pressed(): void {
    if (!this.#typed && this.#begun <= this.#ended) this.shown(this.#ended + 1);
    this.#typed = true;
  }
}
