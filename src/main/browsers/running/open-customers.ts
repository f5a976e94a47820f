import type { Platform } from '#shared/platform.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { engines } from '../engines/engines.ts';
import type { LaunchPlan } from '../launch/launch-plan.ts';
import { readLock } from '../launch/profile-lock.ts';
import type { DataFolder } from './lock-holder.ts';

/**
 * Which customers were opened in a browser that still runs. A browser does not tell which of its windows were closed,
 * so this is what is known and no more.
 */
export class OpenCustomers {
  readonly #platform: Platform;
  readonly #onChange: (open: readonly TenantId[]) => void;
  readonly #folders = new Map<TenantId, Map<string, DataFolder>>();

  constructor(platform: Platform, onChange: (open: readonly TenantId[]) => void) {
    this.#platform = platform;
    this.#onChange = onChange;
  }

  /**
   * Call it when this plan was carried out. A customer that opened in no profile of ours is not counted: nothing
   * would show later whether it still runs.
   */
  opened({ customer: { tenantId }, profile }: Pick<LaunchPlan, 'customer' | 'profile'>): void {
    if (profile === null) return;
    const folders = this.#folders.get(tenantId) ?? new Map<string, DataFolder>();
    const path = profile.place.dataFolder;
    this.#folders.set(tenantId, folders.set(path, { brand: profile.brand, path }));
    this.#onChange([...this.#folders.keys()]);
  }

  /** Looks which of the browsers still run. */
  async refresh(): Promise<void> {
    let changed = false;
    for (const [tenantId, folders] of this.#folders) {
      for (const [path, folder] of folders) if (!(await this.#runs(folder))) changed = folders.delete(path);
      if (folders.size === 0) this.#folders.delete(tenantId);
    }
    if (changed) this.#onChange([...this.#folders.keys()]);
  }

  async #runs({ brand, path }: DataFolder): Promise<boolean> {
    const { kind } = await readLock(engines[brand].lock, path, this.#platform);
    return kind === 'held';
  }
}
