import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { UpdateStatus } from '#shared/status/updates.ts';
import { linuxUpdate, type Installation, type PackageManager } from './installation.ts';
import type { Updater } from './updater.ts';

export interface UpdatesOptions {
  readonly installation: Installation;
  /** Loaded at the first look, which most starts never reach, and kept: a restart installs what the same one has fetched. */
  readonly updater: () => Promise<Updater>;
  /** Node's name of the processor. */
  readonly arch: string;
  readonly tell: (status: UpdateStatus) => void;
  /** Settles when no customer is being opened and no list imported. */
  readonly undisturbed: () => Promise<void>;
  /** Whether a customer is being opened, or a list imported, at this moment. */
  readonly disturbed: () => boolean;
  readonly explain: (error: unknown) => Problem;
  readonly now: () => Date;
  /** Calls once after so many milliseconds; returns how to call it off. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
}

/** The first look waits until a start is over. */
export const firstLook = 3 * 60_000;
export const betweenLooks = 6 * 3_600_000;

/** Looks for newer versions from time to time, and brings one here where an installer of ours can put it in place. */
export class Updates {
  readonly #options: UpdatesOptions;
  /** Aborted when the setting is switched off, and with it whatever was begun; nothing while it is off. */
  #wish: AbortController | undefined;
  #callOff: (() => void) | undefined;
  #running: { readonly wish: AbortController; readonly done: Promise<void> } | undefined;
  #loaded: Promise<Updater> | undefined;
  #ready: { readonly updater: Updater; readonly version: string } | undefined;
  #offered: UpdateStatus | undefined;
  #restarting = false;
  #checked: string | null = null;

  constructor(options: UpdatesOptions) {
    this.#options = options;
  }

  /** Takes up the setting. Switched off, a version that is here stays; one that is still loading is dropped. */
  follow(wanted: boolean): void {
    const { installation, tell } = this.#options;
    if (installation.kind === 'none') return tell({ kind: 'none', why: installation.why });
    if (!wanted) {
      this.stop();
      return tell({ kind: 'off' });
    }
    if (this.#wish !== undefined) return;
    this.#wish = new AbortController();
    tell(this.#resting());
    this.#schedule(firstLook);
  }

  /** Looks now, and brings a newer version here. One look at a time; never rejects. */
  look(): Promise<void> {
    const wish = this.#wish;
    if (wish === undefined || this.#options.installation.kind === 'none') return Promise.resolve();
    if (this.#running?.wish === wish) return this.#running.done;
    // One that was given up comes to its end first: both have the same files.
    const before = this.#running?.done ?? Promise.resolve();
    const done = before
      .then(() => this.#look(wish.signal))
      .finally(() => {
        if (this.#running?.wish === wish) this.#running = undefined;
        if (!wish.signal.aborted) this.#schedule(betweenLooks);
      });
    this.#running = { wish, done };
    return done;
  }

  /** SECURITY: refuses while a customer is being opened or a list read. Errors: `update-busy`, `update-none`. */
  restart(): Result<void, Problem> {
    if (this.#ready === undefined || this.#wish === undefined) return err(problem('update-none', {}));
    if (this.#options.disturbed()) return err(problem('update-busy', {}));
    if (this.#restarting) return ok(undefined);
    this.#restarting = true;
    this.#ready.updater.restart((error) => this.#notRestarted(error));
    return ok(undefined);
  }

  stop(): void {
    this.#wish?.abort();
    this.#wish = undefined;
    this.#callOff?.();
  }

  /** Whether a look goes on: the setting may have changed while it waited, and what is being installed must be left alone. */
  #goesOn(signal: AbortSignal): boolean {
    return !signal.aborted && !this.#restarting;
  }

  /** macOS looks at the signature only now. What it has refused is no update; the next look checks it anew. */
  #notRestarted(error: unknown): void {
    this.#restarting = false;
    this.#ready = undefined;
    const trouble = this.#options.explain(error);
    if (this.#wish !== undefined) this.#options.tell({ kind: 'failed', problem: trouble });
  }

  #updater(): Promise<Updater> {
    this.#loaded ??= this.#options.updater().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  #schedule(milliseconds: number): void {
    this.#callOff?.();
    this.#callOff = this.#options.after(milliseconds, () => void this.look());
  }

  /** The newer version that is known: no failed look takes it away. */
  #known(): UpdateStatus | undefined {
    return this.#ready === undefined ? this.#offered : { kind: 'ready', version: this.#ready.version };
  }

  #resting(): UpdateStatus {
    return this.#known() ?? { kind: 'current', checked: this.#checked };
  }

  async #look(signal: AbortSignal): Promise<void> {
    const { explain, installation, now, tell, undisturbed } = this.#options;
    await undisturbed();
    if (!this.#goesOn(signal)) return;
    tell({ kind: 'checking' });
    try {
      const updater = await this.#updater();
      const found = await updater.look();
      if (!this.#goesOn(signal)) return;
      this.#checked = now().toISOString();
      // What the feed has withdrawn is not installed, although it is here.
      if (found === undefined) this.#ready = undefined;
      this.#offered =
        found === undefined || installation.kind !== 'package'
          ? undefined
          : this.#offer(found.version, installation.manager);
      if (found === undefined || this.#offered !== undefined || found.version === this.#ready?.version)
        return tell(this.#resting());
      // Opening a customer or reading a list comes first: both need the network and the disk.
      await undisturbed();
      if (!this.#goesOn(signal)) return;
      tell({ kind: 'downloading', version: found.version });
      // Whatever comes of it, the file of an older version may be gone.
      this.#ready = undefined;
      await updater.fetch(found, signal);
      if (!this.#goesOn(signal)) return;
      this.#ready = { updater, version: found.version };
      tell(this.#resting());
    } catch (error) {
      if (!this.#goesOn(signal)) return;
      const trouble = explain(error);
      tell(this.#known() ?? { kind: 'failed', problem: trouble });
    }
  }

  #offer(version: string, manager: PackageManager): UpdateStatus {
    return { kind: 'offered', version, ...linuxUpdate(manager, version, this.#options.arch) };
  }
}
