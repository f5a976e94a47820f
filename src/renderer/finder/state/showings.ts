/**
 * SECURITY: no key that names a customer is lost, or added to what was typed before. Begins each showing of the finder
 * exactly once, and before its first key. Main's message of a showing may come later than the keys typed into the window:
 * before the first key after the window took the keyboard, main is asked instead.
 */
export class Showings {
  readonly #begin: () => void;
  readonly #current: () => number;
  /** Number of the last showing that has begun. */
  #begun = 0;
  /** A key was pressed since the window took the keyboard, so that main was asked. */
  #asked = false;

  /** `current`: main's number of the last showing, at once. */
  constructor(begin: () => void, current: () => number) {
    this.#begin = begin;
    this.#current = current;
  }

  /** Main has shown the window, for the time with this number. */
  shown(number: number): void {
    if (number <= this.#begun) return;
    this.#begun = number;
    this.#begin();
  }

  /** The window was hidden or lost the keyboard: the next key may be that of another showing. */
  lost(): void {
    this.#asked = false;
  }

  /** A key was pressed, and nothing has come of it yet. */
  pressed(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.shown(this.#current());
  }
}
