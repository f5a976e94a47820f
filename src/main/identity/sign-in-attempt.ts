import type { Problem } from '#shared/problems/problem.ts';
import { ok, type Result } from '#shared/problems/result.ts';
import { abortable } from '../system/net/abortable.ts';
import { answerCancelled } from './loopback.ts';

/** Opens a page in the system's browser, unless the signal comes first. */
export type OpenPage = (address: string, signal: AbortSignal) => Promise<Result<void, Problem>>;

/** One interactive sign-in that can be stopped at any moment: before, while and after the page opens. */
export class SignInAttempt {
  readonly #openPage: OpenPage;
  readonly #stopped = new AbortController();
  #problem: Problem | undefined;
  #page: string | undefined;

  constructor(openPage: OpenPage) {
    this.#openPage = openPage;
  }

  /** Why it was stopped, if it was. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** MSAL's `openBrowser`: what it throws ends MSAL's call. */
  readonly openBrowser = async (address: string): Promise<void> => {
    if (!this.#problem) {
      this.#page = address;
      const { signal } = this.#stopped;
      const opened = await abortable(this.#openPage(address, signal), signal, () => ok(undefined));
      if (!opened.ok) this.stop(opened.error);
    }
    if (this.#problem) throw new Error(this.#problem.kind);
  };

  stop(reason: Problem): void {
    if (this.#problem) return;
    this.#problem = reason;
    this.#stopped.abort();
    if (this.#page !== undefined) answerCancelled(this.#page);
  }
}
