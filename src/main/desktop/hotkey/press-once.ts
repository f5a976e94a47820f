/**
 * A held key is reported again within this time, in milliseconds: Windows waits up to 1,000, X11 660 unless told otherwise,
 * and a busy machine tells of it later.
 */
const longestDelay = 2_000;
/** A held key comes again within this time, in milliseconds: X11 and Windows repeat 25 to 30 times a second. */
const longestInterval = 120;
/** A timer that is later than this was held up, and so may be what it waited for, in milliseconds. */
const mostLate = 40;

export interface PressClock {
  /** In milliseconds, and never set back. */
  now(): number;
  /** Calls back after so many milliseconds; returns what cancels that. */
  after(milliseconds: number, callback: () => void): () => void;
}

const systemClock: PressClock = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * Acts once for each press of a hotkey. A held hotkey is reported again and again, and its release never is. The first
 * report acts at once. One that follows so soon that the key may be held waits until the next repeat would have come:
 * with another one the key is held, without one it was pressed a second time. A key seen elsewhere proves the release.
 */
export class PressOnce {
  readonly #act: () => void;
  readonly #clock: PressClock;
  /** When it was last reported. */
  #last = Number.NEGATIVE_INFINITY;
  /** Nothing has proved yet that the hotkey was let go since its last press. */
  #mayBeHeld = false;
  /** Takes back what waits for silence. */
  #forget: (() => void) | null = null;

  constructor(act: () => void, clock: PressClock = systemClock) {
    this.#act = act;
    this.#clock = clock;
  }

  /** The system reports the hotkey. */
  pressed(): void {
    const now = this.#clock.now();
    const isFollowing = this.#mayBeHeld && now - this.#last < longestDelay;
    this.#last = now;
    this.#mayBeHeld = true;
    if (!isFollowing) {
      // What waited for the end of an earlier press must not end this one.
      this.#forget?.();
      this.#forget = null;
      this.#act();
      return;
    }
    if (this.#forget === null) this.#afterSilence(() => this.#act());
    // It repeats: silence is its release.
    else this.#afterSilence(() => this.released());
  }

  /** Another key was pressed or let go: the hotkey is no longer held. */
  released(): void {
    this.#mayBeHeld = false;
  }

  /** Calls back once no report has come for as long as repeats are apart; only the last callback counts. */
  #afterSilence(callback: () => void, mayBeLate = false): void {
    this.#forget?.();
    const due = this.#clock.now() + longestInterval;
    this.#forget = this.#clock.after(longestInterval, () => {
      // Repeats may stand in the queue behind a timer that came late: they are heard before the next one.
      if (!mayBeLate && this.#clock.now() - due > mostLate) return this.#afterSilence(callback, true);
      this.#forget = null;
      callback();
    });
  }
}
