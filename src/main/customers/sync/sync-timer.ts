import { asksAgain } from '#shared/problems/passing-problem.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { longestBelieved } from '../../system/net/retry-after.ts';

const minute = 60_000;

/** How the last round of syncing ended. */
export interface LastRun {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly problem: Problem | null;
  /** How many rounds have failed in a row, this one included. */
  readonly failures: number;
}

/**
 * When to sync next, in milliseconds since the epoch; nothing when never. Every `minutes` minutes. When the last one
 * failed of something that passes: as a server asked, be it sooner or later, or after one minute, two, four and so on.
 */
export function nextSync(last: LastRun, minutes: number): number | undefined {
  if (minutes === 0) return undefined;
  const regular = last.at + minutes * minute;
  const { problem } = last;
  if (problem?.kind === 'throttled')
    // The clock may have been set back since: what is far off then was not asked for.
    return Math.min(Math.max(Date.parse(problem.values.until), last.at + minute), last.at + longestBelieved);
  // A sync that the user cancelled is not tried again before its time.
  if (problem !== null && asksAgain(problem, minutes))
    return Math.min(regular, last.at + minute * 2 ** Math.min(last.failures - 1, 16));
  return regular;
}

export interface SyncTimerOptions {
  /** Settles when the sync is over; with why it failed, if it did. */
  readonly sync: () => Promise<Problem | null>;
  /** The setting in force. */
  readonly minutes: () => number;
  readonly now: () => number;
  /** Calls again and again, about every minute; returns how to stop it. A tick that rejects is a fault of ours. */
  readonly everyMinute: (tick: () => Promise<void>) => () => void;
}

/**
 * Syncs again and again. It looks at the clock on the wall each minute instead of setting one long timer: what a
 * computer sleeps through is then one sync soon after it wakes, neither none nor all that were missed.
 */
export class SyncTimer {
  readonly #options: SyncTimerOptions;
  #last: LastRun | undefined;
  #syncing = false;
  #stop: (() => void) | undefined;

  constructor(options: SyncTimerOptions) {
    this.#options = options;
  }

  /** Syncs now, and from now on by the clock. */
  start(): Promise<void> {
    this.#stop ??= this.#options.everyMinute(() => this.#tick());
    return this.#sync();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #ended(problem: Problem | null): void {
    const failures = problem === null ? 0 : (this.#last?.failures ?? 0) + 1;
    this.#last = { at: this.#options.now(), problem, failures };
  }

  async #tick(): Promise<void> {
    // Nothing is due while a sync runs, however long it takes.
    if (this.#last === undefined || this.#syncing) return;
    const now = this.#options.now();
    // The clock was set back: the last time is no time to count from.
    if (now < this.#last.at) this.#last = { ...this.#last, at: now };
    const due = nextSync(this.#last, this.#options.minutes());
    if (due !== undefined && now >= due) await this.#sync();
  }

  async #sync(): Promise<void> {
    this.#syncing = true;
    let problem: Problem | null = null;
    try {
      problem = await this.#options.sync();
    } finally {
      // Also when it threw: a fault of ours in one sync is no reason never to sync again.
      this.#syncing = false;
      this.#ended(problem);
    }
  }
}
