import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import type { BrowserLauncher, Launched } from './browser-launcher.ts';
import type { LaunchPlan } from './launch-plan.ts';

/**
 * Starts browsers one after the other, in the order asked; the next when the one before has settled. Started together,
 * the first few would race for the lock of their common folder, and which customer's window came first would be chance
 * (seen with Chromium 156). Handing over takes a fifth of a second, so twenty customers take a few seconds.
 */
export class LaunchQueue implements BrowserLauncher {
  readonly #launcher: BrowserLauncher;
  #last: Promise<unknown> = Promise.resolve();

  constructor(launcher: BrowserLauncher) {
    this.#launcher = launcher;
  }

  launch(plan: LaunchPlan): Promise<Result<Launched, Problem>> {
    const launched = this.#last.then(() => this.#launcher.launch(plan));
    // A launcher that throws is a bug for its caller to report, not a reason to stop the ones behind it.
    this.#last = launched.then(
      (result) => (result.ok ? result.value.settled : undefined),
      () => undefined,
    );
    return launched;
  }
}
