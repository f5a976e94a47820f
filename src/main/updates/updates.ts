import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { UpdateStatus } from '#shared/status/updates.ts';
import { linuxUpdate, type Installation } from './installation.ts';
import type { Updater } from './updater.ts';

export interface UpdatesOptions {
  readonly installation: Installation;
  /** Loaded at the first look, which most starts never reach. */
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
  #wanted = false;
  #callOff: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #ready: { readonly updater: Updater; readonly version: string } | undefined;
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
    if (this.#wanted) return;
    this.#wanted = true;
    tell(this.#resting());
    this.#schedule(firstLook);
  }

  /** Looks now, and brings a newer version here. One look at a time; never rejects. */
  look(): Promise<void> {
    if (!this.#wanted || this.#options.installation.kind === 'none') return Promise.resolve();
    this.#running ??= this.#look().finally(() => {
      this.#running = undefined;
      if (this.#wanted) this.#schedule(betweenLooks);
    });
    return this.#running;
  }

  /** SECURITY: refuses while a customer is being opened or a list read. Errors: `update-busy`, `update-none`. */
  restart(): Result<void, Problem> {
    if (this.#ready === undefined) return err(problem('update-none', {}));
    if (this.#options.disturbed()) return err(problem('update-busy', {}));
    this.#ready.updater.restart();
    return ok(undefined);
  }

  stop(): void {
    this.#wanted = false;
    this.#callOff?.();
  }

  /** Whether updates are still wanted: the setting may have changed while it waited. */
  #isWanted(): boolean {
    return this.#wanted;
  }

  #schedule(milliseconds: number): void {
    this.#callOff?.();
    this.#callOff = this.#options.after(milliseconds, () => void this.look());
  }

  #resting(): UpdateStatus {
    return this.#ready === undefined
      ? { kind: 'current', checked: this.#checked }
      : { kind: 'ready', version: this.#ready.version };
  }

  async #look(): Promise<void> {
    const { explain, installation, now, undisturbed, updater: load } = this.#options;
    await undisturbed();
    if (!this.#isWanted()) return;
    this.#tell({ kind: 'checking' });
    try {
      const updater = await load();
      const found = await updater.look();
      this.#checked = now().toISOString();
      if (found === undefined || found.version === this.#ready?.version) return this.#tell(this.#resting());
      if (installation.kind === 'package')
        return this.#tell(this.#offer(found.version, installation.manager));
      // Opening a customer or reading a list comes first: both need the network and the disk.
      await undisturbed();
      if (!this.#isWanted()) return;
      this.#tell({ kind: 'downloading', version: found.version });
      await updater.fetch(found);
      this.#ready = { updater, version: found.version };
      this.#tell(this.#resting());
    } catch (error) {
      this.#tell({ kind: 'failed', problem: explain(error) });
    }
  }

  #offer(version: string, manager: 'deb' | 'rpm' | 'appimage'): UpdateStatus {
    return { kind: 'offered', version, ...linuxUpdate(manager, version, this.#options.arch) };
  }

  #tell(status: UpdateStatus): void {
    if (this.#wanted) this.#options.tell(status);
  }
}
