import type { Problem } from '#shared/problems/problem.ts';
import type { Journal } from './journal.ts';

export interface RetentionOptions {
  readonly journal: Pick<Journal, 'forgetBefore'>;
  /** For how many days a line is kept. */
  readonly days: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes the problem of the last pruning; undefined when it went well. */
  readonly tell: (problem: Problem | undefined) => void;
}

const day = 86_400_000;
/** The clock is looked at every hour, because timers stand still while the computer sleeps. */
const look = 3_600_000;

/** Takes old lines out of the journal: at the start, once a day, and when fewer days are kept. */
export class Retention {
  readonly #options: RetentionOptions;
  #timer: NodeJS.Timeout | undefined;
  #pruned = Number.NEGATIVE_INFINITY;
  #days = 0;

  constructor(options: RetentionOptions) {
    this.#options = options;
  }

  start(): Promise<void> {
    this.#timer ??= setInterval(() => {
      if (this.#options.now() - this.#pruned >= day) void this.#prune();
    }, look);
    this.#timer.unref();
    return this.#prune();
  }

  /** Takes up changed settings. */
  async follow(): Promise<void> {
    if (this.#timer !== undefined && this.#options.days() !== this.#days) await this.#prune();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #prune(): Promise<void> {
    const { days, journal, now, tell } = this.#options;
    this.#pruned = now();
    this.#days = days();
    const forgotten = await journal.forgetBefore(this.#pruned - this.#days * day, this.#pruned);
    tell(forgotten.ok ? undefined : forgotten.error);
  }
}
