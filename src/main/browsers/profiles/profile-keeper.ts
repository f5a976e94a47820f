import { Emitter } from '#shared/events/emitter.ts';
import { stat } from 'node:fs/promises';
import type { Customer } from '#shared/customer/customer.ts';
import type { Platform } from '#shared/platform.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { ProfileKey, ProfileRow, ProfilesReport } from '#shared/commands/profiles.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { Brand } from '../browser.ts';
import { engines } from '../engines/engines.ts';
import { readLock } from '../launch/profile-lock.ts';
import type { ProfileAccount } from './account-for.ts';
import type { ProfileLooks } from './profile-looks.ts';
import type { ProfileRecords } from './profile-records.ts';
import { folderSize } from './folder-size.ts';
import { ownersOf } from './profile-owners.ts';
import { findProfiles, type ProfileOnDisk } from './profile-on-disk.ts';
import { clearProfile, deleteProfile, removeTree } from './remove-profile.ts';

export interface ProfileKeeperOptions {
  /** Absolute folders with `browsers` and `sealed` in them: Tidegate's own, and those of snaps. */
  readonly roots: () => readonly string[];
  readonly platform: Platform;
  /** Undefined when there is no salt: then it cannot be told whose a profile is. */
  readonly salt: string | undefined;
  readonly customers: () => Iterable<Customer>;
  readonly accounts: () => readonly ProfileAccount[];
  readonly browserName: (id: string) => string;
  readonly records: Pick<ProfileRecords, 'get' | 'remove'>;
  readonly looks: Pick<ProfileLooks, 'isWaiting'>;
}

/** Reports, clears and deletes browser profiles. It looks at the disk only when asked; sizes follow one by one. */
export class ProfileKeeper {
  readonly #options: ProfileKeeperOptions;
  readonly #changes = new Emitter<ProfilesReport>();
  #report: ProfilesReport = { rows: [], counting: false };
  #counting = new AbortController();

  constructor(options: ProfileKeeperOptions) {
    this.#options = options;
  }

  /** The profiles there are now, with the sizes known so far; the other sizes follow as changes. */
  async report(): Promise<ProfilesReport> {
    this.#counting.abort();
    const counting = new AbortController();
    this.#counting = counting;
    const { profiles, leftovers } = await this.#find();
    const rows = await this.#rows(profiles);
    this.#report = { rows, counting: rows.length > 0 };
    void this.#count(profiles, leftovers, counting.signal);
    return this.#report;
  }

  /** Errors: `profile-gone`, `profile-in-use`, `profile-not-deleted`. */
  async clear(key: ProfileKey, what: 'cache' | 'siteData'): Promise<Result<void, Problem>> {
    const { browserName, platform } = this.#options;
    const found = await this.#one(key);
    return found.ok ? clearProfile(found.value, what, browserName(key.browser), platform) : found;
  }

  /** Deletes what can be deleted, and gives the first reason why one could not. Errors: as `clear`. */
  async remove(keys: readonly ProfileKey[]): Promise<Result<void, Problem>> {
    let outcome: Result<void, Problem> = ok(undefined);
    for (const key of keys) {
      const removed = await this.#removeOne(key);
      if (!removed.ok && outcome.ok) outcome = removed;
    }
    return outcome;
  }

  onChange(listener: (report: ProfilesReport) => void): () => void {
    return this.#changes.on(listener);
  }

  /** The folders that browsers of ours hold while they run: one for many profiles, or one each. */
  async dataFolders(): Promise<readonly { readonly brand: Brand; readonly path: string }[]> {
    const { profiles } = await this.#find();
    return profiles.map(({ brand, place }) => ({ brand, path: place.dataFolder }));
  }

  stop(): void {
    this.#counting.abort();
  }

  async #removeOne(key: ProfileKey): Promise<Result<void, Problem>> {
    const { browserName, platform, records } = this.#options;
    const found = await this.#one(key);
    if (!found.ok) return found;
    const removed = await deleteProfile(found.value, browserName(key.browser), platform);
    if (removed.ok) void records.remove(key.browser, key.kind, key.id);
    return removed;
  }

  #find() {
    return findProfiles(this.#options.roots(), this.#options.platform);
  }

  /** SECURITY: a profile is one that is found, never a path that is made from what was asked. */
  async #one({ browser, kind, id }: ProfileKey): Promise<Result<ProfileOnDisk, Problem>> {
    const { profiles } = await this.#find();
    const found = profiles.find(
      (profile) => profile.browser === browser && profile.kind === kind && profile.id === id,
    );
    return found ? ok(found) : err(problem('profile-gone', {}));
  }

  async #rows(profiles: readonly ProfileOnDisk[]): Promise<ProfileRow[]> {
    const { accounts, browserName, customers, looks, platform, records, salt } = this.#options;
    const owners = ownersOf(salt, customers(), accounts());
    const known = new Map(this.#report.rows.map((row) => [keyOf(row), row.bytes]));
    return Promise.all(
      profiles.map(async ({ browser, brand, kind, id, place }): Promise<ProfileRow> => {
        const record = records.get(browser, kind, id);
        const owner = owners.get(id);
        const lock = await readLock(engines[brand].lock, place.dataFolder, platform);
        const row = { browser, kind, id };
        return {
          ...row,
          browserName: browserName(browser),
          owner: owner?.owner ?? 'nobody',
          tenantId: owner?.tenantId ?? record?.tenantId ?? null,
          name: owner?.name ?? record?.applied.name ?? '',
          colour: owner?.colour ?? record?.applied.colour ?? null,
          bytes: known.get(keyOf(row)) ?? null,
          lastUsed: record?.openedAt ?? (await changedAt(place.profileFolder)),
          running: lock.kind === 'held' || lock.kind === 'elsewhere',
          waiting: record !== undefined && looks.isWaiting(record),
        };
      }),
    );
  }

  async #count(
    profiles: readonly ProfileOnDisk[],
    leftovers: readonly string[],
    signal: AbortSignal,
  ): Promise<void> {
    for (const folder of leftovers) await removeTree(folder).catch(() => undefined);
    for (const profile of profiles) {
      const bytes = await folderSize(profile.place.root, signal);
      if (signal.aborted) return;
      const key = keyOf(profile);
      const rows = this.#report.rows.map((row) => (keyOf(row) === key ? { ...row, bytes } : row));
      this.#tell({ rows, counting: profile !== profiles.at(-1) });
    }
  }

  #tell(report: ProfilesReport): void {
    this.#report = report;
    this.#changes.tell(report);
  }
}

function keyOf({ browser, kind, id }: ProfileKey): string {
  return `${kind}/${browser}/${id}`;
}

async function changedAt(folder: string): Promise<string | null> {
  return stat(folder).then(
    ({ mtime }) => mtime.toISOString(),
    () => null,
  );
}
