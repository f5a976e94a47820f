import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import type { LaunchPlan } from './launch-plan.ts';

/** How a browser that was started went on. */
export type LaunchOutcome =
  /** The process still runs: it serves this browser's customers from now on, or the machine is slow and it will hand over. */
  | 'running'
  /** The process gave the address to one that already runs, and ended well. */
  | 'handed-over';

export interface Launched {
  readonly pid: number;
  /**
   * Settles within seconds, long after the user may be told that it started: how it went on, or `browser-exited` if it
   * ended badly at once. Never rejects.
   */
  readonly settled: Promise<Result<LaunchOutcome, Problem>>;
  /**
   * Watches on, for a slow browser that fails after it seemed to run: `browser-exited` if it ends badly within a quarter
   * of a minute of its start, else nothing. Never rejects.
   */
  readonly endedBadly: Promise<Problem | undefined>;
}

/** Carries a plan out. */
export interface BrowserLauncher {
  /**
   * Resolves as soon as the system has started the executable.
   * Fails with `profile-unwritable`, `browser-missing` or `browser-not-started`; then nothing was opened.
   */
  launch(plan: LaunchPlan): Promise<Result<Launched, Problem>>;
}
