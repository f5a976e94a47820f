import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, type Result } from '#shared/problems/result.ts';
import { SignInAttempt, type OpenPage } from './sign-in-attempt.ts';

type Schedule = (run: () => void, milliseconds: number) => () => void;

const minutesToSignIn = 5;

/** One sign-in at a time waits for the user, and none for ever: MSAL itself has neither limit nor way to call it off. */
export class SignInDesk {
  readonly #openPage: OpenPage;
  readonly #schedule: Schedule;
  #waiting:
    | { readonly subject: string; readonly attempt: SignInAttempt; readonly outcome: Promise<unknown> }
    | undefined;

  constructor(openPage: OpenPage, schedule: Schedule = timer) {
    this.#openPage = openPage;
    this.#schedule = schedule;
  }

  /**
   * Who asks again for the same subject gets the same outcome; another subject takes the place of the one that waits,
   * because the user has changed their mind. One subject always has outcomes of one type.
   */
  async take<T>(
    subject: string,
    work: (attempt: SignInAttempt) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> {
    if (this.#waiting?.subject === subject) return this.#waiting.outcome as Promise<Result<T, Problem>>;
    this.stop(problem('sign-in-cancelled', {}));
    const attempt = new SignInAttempt(this.#openPage);
    const outcome = this.#see(attempt, work);
    const waiting = { subject, attempt, outcome };
    this.#waiting = waiting;
    try {
      return await outcome;
    } finally {
      if (this.#waiting === waiting) this.#waiting = undefined;
    }
  }

  stop(reason: Problem): void {
    this.#waiting?.attempt.stop(reason);
  }

  async #see<T>(
    attempt: SignInAttempt,
    work: (attempt: SignInAttempt) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> {
    const timedOut = problem('sign-in-timed-out', { minutes: String(minutesToSignIn) });
    const callOff = this.#schedule(() => attempt.stop(timedOut), minutesToSignIn * 60_000);
    try {
      const outcome = await work(attempt);
      return outcome.ok || !attempt.problem ? outcome : err(attempt.problem);
    } catch (error) {
      if (attempt.problem) return err(attempt.problem);
      // MSAL's loopback server, which Microsoft's page answers to, could not be started.
      if (error instanceof Error && 'syscall' in error)
        return err(problem('sign-in-page-unopened', { reason: error.message }));
      throw error;
    } finally {
      callOff();
    }
  }
}

function timer(run: () => void, milliseconds: number): () => void {
  const timeout = setTimeout(run, milliseconds);
  return () => clearTimeout(timeout);
}
