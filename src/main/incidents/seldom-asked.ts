/** What the system is asked for at most every so many milliseconds. In between its last answer counts. */
export class SeldomAsked {
  readonly #ask: () => boolean;
  readonly #now: () => number;
  readonly #every: number;
  #answer = false;
  #asked = Number.NEGATIVE_INFINITY;

  /** `now`: milliseconds of a clock that nobody sets. */
  constructor(ask: () => boolean, every: number, now: () => number) {
    this.#ask = ask;
    this.#every = every;
    this.#now = now;
  }

  get answer(): boolean {
    const now = this.#now();
    if (now - this.#asked >= this.#every) {
      this.#asked = now;
      this.#answer = this.#ask();
    }
    return this.#answer;
  }
}
