import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { resolveSettings, type Settings, type SettingsLayers } from '#shared/settings/settings.ts';
import { reasonOf } from '../../system/storage/reason.ts';
import { refusedIn, salvageSettings, settingNames } from './setting-schemas.ts';

/** Where the user's own layer is kept. Both may throw the file system's error. */
export interface UserSettingsFile {
  readonly path: string;
  read(): unknown;
  write(values: Partial<Settings>): void;
}

/** An administrator's layers, read once at start. */
export interface Policy {
  readonly defaults: Partial<Settings>;
  readonly locks: Partial<Settings>;
  /** What of it cannot be read, or means nothing. */
  readonly problems: readonly Problem[];
}

/** The settings in force, and the one way to change the user's layer of them. */
export class SettingsService {
  /** What stands in the user's layer and is left out, because it may not be started or given to a browser. */
  readonly problems: readonly Problem[];
  readonly #file: UserSettingsFile;
  readonly #layers: {
    policyDefault: Partial<Settings>;
    user: Partial<Settings>;
    policyLock: Partial<Settings>;
  };
  readonly #listeners = new Set<(settings: Settings) => void>();

  constructor(file: UserSettingsFile, policy: Policy) {
    this.#file = file;
    const values = file.read();
    this.problems = refusedIn(values);
    this.#layers = {
      policyDefault: policy.defaults,
      user: salvageSettings(values),
      policyLock: policy.locks,
    } satisfies SettingsLayers;
  }

  get current(): Settings {
    return resolveSettings(this.#layers);
  }

  /** The settings that an administrator has locked. */
  get locked(): readonly (keyof Settings)[] {
    return settingNames.filter((name) => Object.hasOwn(this.#layers.policyLock, name));
  }

  /**
   * Changes the user's layer; a locked setting keeps its locked value. Error `storage-unwritable`: the change is in
   * force until Tidegate ends, and not on disk.
   */
  change(change: Partial<Settings>): Result<void, Problem> {
    this.#layers.user = { ...this.#layers.user, ...change };
    for (const listener of this.#listeners) listener(this.current);
    try {
      this.#file.write(this.#layers.user);
      return ok(undefined);
    } catch (error) {
      return err(
        problem('storage-unwritable', { record: 'settings', path: this.#file.path, reason: reasonOf(error) }),
      );
    }
  }

  onChange(listener: (settings: Settings) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
