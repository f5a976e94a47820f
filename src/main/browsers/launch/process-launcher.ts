import type { Platform } from '#shared/platform.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { engines } from '../engines/engines.ts';
import type { ProfileLooks } from '../profiles/profile-looks.ts';
import { appliedOf, recordOf, type AppliedLook, type ProfileRecords } from '../profiles/profile-records.ts';
import type { BrowserLauncher, Launched } from './browser-launcher.ts';
import { browserEnvironment } from './environment.ts';
import { explainExit } from './explain-exit.ts';
import type { LaunchPlan, ProfilePlan } from './launch-plan.ts';
import { leadsToInterpreter } from './real-program.ts';
import { ProfilePreparer, type Prepared } from './prepare-profile.ts';
import { readLock, removeStale } from './profile-lock.ts';
import { spawnBrowser } from './spawn-browser.ts';
import { tooOldFor } from './version-used.ts';

export interface ProcessLauncherOptions {
  /** The environment of this process; what belongs to Tidegate alone is taken out of it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: Platform;
  readonly records: Pick<ProfileRecords, 'get' | 'put'>;
  readonly looks: Pick<ProfileLooks, 'apply'>;
  readonly now: () => Date;
}

/**
 * Stands for the look of a profile that has no record yet: the next start with the browser closed gives it the right
 * one.
 */
const unknownLook: AppliedLook = { name: '', colour: '#000000', windowsSso: false };

/** Prepares the profile, then starts the browser as a process of its own. A profile that fails starts nothing. */
export class ProcessLauncher implements BrowserLauncher {
  readonly #options: ProcessLauncherOptions;
  readonly #preparer = new ProfilePreparer();

  constructor(options: ProcessLauncherOptions) {
    this.#options = options;
  }

  async launch(plan: LaunchPlan): Promise<Result<Launched, Problem>> {
    const { environment, platform } = this.#options;
    // SECURITY: asked at the last moment, because a link may have been turned to a shell since the program was chosen.
    if (await leadsToInterpreter(plan.executable, platform))
      return err(problem('shell-refused', { program: plan.executable }));
    const ready = plan.profile === null ? ok(undefined) : await this.#makeReady(plan, plan.profile);
    if (!ready.ok) return ready;
    const started = await spawnBrowser(plan, browserEnvironment(environment));
    if (!started.ok) return started;
    if (plan.profile !== null) this.#remember(plan.profile, this.#applied(plan.profile, 'known'));
    const { pid, settled, endedBadly } = started.value;
    return ok({
      pid,
      settled: settled.then(async (end) =>
        end.ok ? end : err(await explainExit(plan, end.error, platform)),
      ),
      endedBadly: endedBadly.then((trouble) => trouble && explainExit(plan, trouble, platform)),
    });
  }

  async #makeReady(plan: LaunchPlan, profile: ProfilePlan): Promise<Result<void, Problem>> {
    const { lock } = engines[profile.brand];
    const { dataFolder } = profile.place;
    const [prepared, state, tooOld] = await Promise.all([
      this.#preparer.prepare(profile),
      readLock(lock, dataFolder, this.#options.platform),
      // Only what is known without starting the browser; else its end tells: see explainExit.
      tooOldFor(profile, plan, () => plan.browser.version),
    ]);
    if (!prepared.ok) return prepared;
    if (tooOld !== undefined) return err(tooOld);
    if (state.kind === 'elsewhere') {
      const { host, path } = state;
      return err(problem('profile-locked', { browser: plan.browser.name, host, path }));
    }
    if (state.kind === 'stale' && lock.removeWhenDead) await removeStale(state);
    if (prepared.value === 'made' || this.#recordOf(profile) === undefined) {
      this.#remember(profile, this.#applied(profile, prepared.value));
    }
    if (state.kind !== 'held') await this.#options.looks.apply(dataFolder);
    return ok(undefined);
  }

  #applied(profile: ProfilePlan, prepared: Prepared): AppliedLook {
    if (prepared === 'made') return appliedOf(profile);
    return this.#recordOf(profile)?.applied ?? unknownLook;
  }

  #recordOf({ browser, kind, id }: ProfilePlan) {
    return this.#options.records.get(browser, kind, id);
  }

  /** Nobody waits for the disk: without the record the profile is only made to look right once more. */
  #remember(profile: ProfilePlan, applied: AppliedLook): void {
    const { records, now } = this.#options;
    void records.put(recordOf(profile, applied, now().toISOString()));
  }
}
