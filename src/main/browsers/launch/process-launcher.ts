import type { Problem } from '../../../shared/problem.ts';
import type { Result } from '../../../shared/result.ts';
import type { BrowserLauncher, Launched } from './browser-launcher.ts';
import type { LaunchPlan } from './launch-plan.ts';
import { browserEnvironment } from './environment.ts';
import { ProfilePreparer } from './prepare-profile.ts';
import { spawnBrowser } from './spawn-browser.ts';

/** Prepares the profile, then starts the browser as a process of its own. A profile that fails starts nothing. */
export class ProcessLauncher implements BrowserLauncher {
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #preparer = new ProfilePreparer();

  /** `environment`: that of this process; what is ours in it is taken out. */
  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  async launch(plan: LaunchPlan): Promise<Result<Launched, Problem>> {
    const prepared = await this.#preparer.prepare(plan);
    return prepared.ok ? spawnBrowser(plan, browserEnvironment(this.#environment)) : prepared;
  }
}
