import type { Platform } from '#shared/platform.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { engines } from '../engines/engines.ts';
import type { LaunchPlan } from '../launch/launch-plan.ts';
import { readLock } from '../launch/profile-lock.ts';
import type { DataFolder } from './lock-holder.ts';

/** How long a browser may take until it holds its folder, in milliseconds. */
const startTime = 30_000;

interface Opened extends DataFolder {
  readonly at: number;
  /** The browser was seen to hold its folder: from then on a free folder says that it has ended. */
  readonly seen: boolean;
}

/**
 * Which customers were opened in a browser that still runs, or still starts. A browser does not tell which of its windows
 * were closed, so this is what is known and no more.
 */
export class OpenCustomers {
  readonly #platform: Platform;
  readonly #onChange: (open: readonly TenantId[]) => void;
  readonly #now: () => number;
  readonly #folders = new Map<TenantId, Map<string, Opened>>();

  /** `now` in milliseconds. */
  constructor(
    platform: Platform,
    onChange: (open: readonly TenantId[]) => void,
    now: () => number = Date.now,
  ) {
    this.#platform = platform;
    this.#onChange = onChange;
    this.#now = now;
  }

  /**
   * Call it when this plan was carried out. A customer that opened in no profile of ours is not counted: nothing
   * would show later whether it still runs.
   */
  opened({ customer: { tenantId }, profile }: Pick<LaunchPlan, 'customer' | 'profile'>): void {
    if (profile === null) return;
    const folders = this.#folders.get(tenantId) ?? new Map<string, Opened>();
    const path = profile.place.dataFolder;
    this.#folders.set(
      tenantId,
      folders.set(path, { brand: profile.brand, path, at: this.#now(), seen: false }),
    );
    this.#onChange([...this.#folders.keys()]);
  }

  /** Looks which of the browsers still run. */
  async refresh(): Promise<void> {
    let changed = false;
    for (const [tenantId, folders] of this.#folders) {
      for (const [path, folder] of folders) {
        const runs = await this.#runs(folder);
        // Opened again while the lock was read: that start counts, and not what was read.
        if (folders.get(path) !== folder) continue;
        if (runs) folders.set(path, { ...folder, seen: true });
        else if (folder.seen || !this.#mayStart(folder)) {
          folders.delete(path);
          changed = true;
        }
      }
      if (folders.size === 0 && this.#folders.get(tenantId) === folders) this.#folders.delete(tenantId);
    }
    if (changed) this.#onChange([...this.#folders.keys()]);
  }

  /** A clock that was set back since says nothing. */
  #mayStart({ at }: Opened): boolean {
    const passed = this.#now() - at;
    return passed >= 0 && passed < startTime;
  }

  async #runs({ brand, path }: DataFolder): Promise<boolean> {
    const { kind } = await readLock(engines[brand].lock, path, this.#platform);
    return kind === 'held';
  }
}
