import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { Browser, Discovery } from './browser.ts';
import type { BrowserLauncher, Launched } from './launch/browser-launcher.ts';
import type { LaunchPlan } from './launch/launch-plan.ts';
import { planLaunch } from './launch/plan-launch.ts';
import type { LaunchPlaces, LaunchRequest } from './launch/launch-request.ts';

export interface BrowsersOptions {
  /** Or why no profile folder can be named. */
  readonly places: Result<LaunchPlaces, Problem>;
  /** Looks at this machine: discovery/discover, given the machine. */
  readonly discover: () => Promise<Discovery>;
  /** A LaunchQueue over a ProcessLauncher. */
  readonly launcher: BrowserLauncher;
}

/** The browsers of this machine, and opening a customer in one of them. */
export class Browsers {
  readonly #options: BrowsersOptions;
  #discovery: Discovery = { browsers: [], refused: [] };
  /** The first look while it lasts. */
  #firstLook: Promise<unknown> | undefined;
  /** How many looks have begun, and the latest of those that have ended. */
  #begun = 0;
  #taken = 0;

  constructor(options: BrowsersOptions) {
    this.#options = options;
  }

  /** The browsers that the last look found, best first. */
  get found(): readonly Browser[] {
    return this.#discovery.browsers;
  }

  /** Looks again which browsers are here, and gives the newest there is to know: one look may overtake another. */
  async discover(): Promise<Discovery> {
    this.#begun += 1;
    const number = this.#begun;
    const look = this.#options.discover();
    if (this.#taken === 0) this.#firstLook ??= look;
    const discovery = await look;
    if (number > this.#taken) {
      this.#taken = number;
      this.#discovery = discovery;
    }
    this.#firstLook = undefined;
    return this.#discovery;
  }

  /**
   * Plans opening a customer, synchronously: call it before the first await. Right after the start, before the machine
   * has been looked at, the plan comes when that is done; what is to be opened is settled by the call all the same.
   * `chosen` is the id of the user's browser, null for the best there is. A chosen browser that is not there is a
   * problem: another one would have none of the customer's sign-ins, or not be allowed.
   * Fails with `no-browser`, `browser-not-found`, `address-refused` or `profile-unwritable`.
   */
  plan(
    request: LaunchRequest,
    chosen: string | null,
  ): Result<LaunchPlan, Problem> | Promise<Result<LaunchPlan, Problem>> {
    if (this.#taken > 0) return this.#plan(request, chosen);
    return (this.#firstLook ?? this.discover()).then(() => this.#plan(request, chosen));
  }

  /** The browser that `plan` would take. Errors: `no-browser`, `browser-confined`, `browser-not-found`. */
  choose(chosen: string | null): Result<Browser, Problem> {
    const { browsers, refused } = this.#discovery;
    const browser = chosen === null ? browsers[0] : browsers.find(({ id }) => id === chosen);
    if (browser) return ok(browser);
    if (chosen !== null) return err(problem('browser-not-found', { browser: chosen }));
    const confined = refused[0];
    return err(
      confined
        ? problem('browser-confined', { browser: confined.name, path: confined.path })
        : problem('no-browser', {}),
    );
  }

  /** Carries a plan out: see BrowserLauncher. */
  open(plan: LaunchPlan): Promise<Result<Launched, Problem>> {
    return this.#options.launcher.launch(plan);
  }

  #plan(request: LaunchRequest, chosen: string | null): Result<LaunchPlan, Problem> {
    const browser = this.choose(chosen);
    if (!browser.ok) return browser;
    const { places } = this.#options;
    return places.ok ? planLaunch(browser.value, request, places.value) : places;
  }
}
