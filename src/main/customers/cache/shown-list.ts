import { setImmediate as turn } from 'node:timers/promises';
import { packDelta, type PackedDelta } from '#shared/commands/packed-delta.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Directory } from '../store/directory.ts';
import { fromAToZInSlices } from './order-in-slices.ts';
import type { CachedList, ListCache } from './list-cache.ts';

/** Lower than any later revision, so that windows take every change after the cached list. */
const cachedRevision = 0;

/** How long the records are left alone before the cache follows them, in milliseconds. */
const rest = 2_000;

/**
 * Gives windows the whole list from the start on. Reading the records takes more than a tenth of a second for 10,000
 * customers: until then windows get the cached list, and afterwards a correction if it was wrong.
 */
export class ShownList {
  readonly #directory: Directory;
  readonly #cache: ListCache;
  #cached: CachedList | undefined;
  #read = false;
  /** Packed ahead for the first window, and given away then: it is as large as the list. */
  #ready: { readonly revision: number; readonly list: PackedDelta } | undefined;
  /** Settles when somebody needs the records: then reading them is not put off any longer. */
  readonly whenNeeded: Promise<void>;
  #tellNeeded: () => void = () => {};
  readonly #whenRead: Promise<void>;
  #tellRead: () => void = () => {};
  /** The directory's settled revision that the cache holds. */
  #kept: number | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #stopFollowing = (): void => {};

  /** `cached`: what the cache held at the start. */
  constructor(directory: Directory, cache: ListCache, cached: CachedList | undefined) {
    this.#directory = directory;
    this.#cache = cache;
    this.#cached = cached;
    this.whenNeeded = new Promise((resolve) => (this.#tellNeeded = resolve));
    this.#whenRead = new Promise((resolve) => (this.#tellRead = resolve));
  }

  /** The records have been read. */
  get isRead(): boolean {
    return this.#read;
  }

  /** There is something to show before the records have been read. */
  get isCached(): boolean {
    return this.#cached !== undefined;
  }

  /** Reads the records. `correct` is told the list when it is not what was shown. */
  async load(correct: (list: PackedDelta) => void): Promise<readonly Problem[]> {
    const cached = this.#cached;
    const problems = await this.#directory.load(cached?.ownTenantIds);
    if (cached === undefined) this.#ready = { revision: this.#directory.revision, list: this.#pack() };
    else {
      const { list, settledRevision } = await this.#inOrder();
      if (list === cached.list) this.#kept = settledRevision;
      else correct(this.#pack());
    }
    this.#cached = undefined;
    this.#read = true;
    this.#tellRead();
    return problems;
  }

  /** Call it to use the records, not only to show the list. Settles when they have been read. */
  records(): Promise<void> {
    this.#tellNeeded();
    return this.#whenRead;
  }

  /** The whole list, for a window that has none yet. Deltas that follow may repeat a part of it. */
  async take(): Promise<PackedDelta> {
    if (this.#cached !== undefined) return this.#cached.list;
    if (!this.#read) await this.#whenRead;
    const ready = this.#ready;
    this.#ready = undefined;
    return ready?.revision === this.#directory.revision ? ready.list : this.#pack();
  }

  /** From now on the cache follows the records. `failed` is told why it cannot be written. */
  follow(failed: (error: unknown) => void): void {
    const later = (): void => {
      clearTimeout(this.#resting);
      // The old cache goes at once: it may name a customer that was just forgotten, and a kill would leave it
      // there.
      void this.#cache.remove().catch(failed);
      this.#resting = setTimeout(() => void this.#keep().catch(failed), rest);
    };
    this.#stopFollowing = this.#directory.onSettled(later);
    if (this.#kept !== this.#directory.settledRevision) later();
  }

  /** Settles when the cache holds what the records do. Throws the file system's error. */
  async close(): Promise<void> {
    this.#stopFollowing();
    clearTimeout(this.#resting);
    await this.#keep();
  }

  /**
   * Writes the cache, unless it is up to date. Nothing is written that no record holds: customers of a listing that
   * is not whole, or changes that the disk refused.
   */
  async #keep(): Promise<void> {
    if (!this.#read || this.#kept === this.#directory.settledRevision) return;
    if (!this.#directory.isWhole) return;
    const { revision, settledRevision } = this.#directory;
    await this.#directory.flush();
    if (!this.#directory.isOnDisk) return;
    const stamp = await this.#cache.stamp();
    const ownTenantIds = [...this.#directory.ownTenantIds];
    const { list } = await this.#inOrder();
    // Another change came meanwhile; `follow` calls this again for it.
    if (this.#directory.revision !== revision) return;
    await this.#cache.write({ list, ownTenantIds }, stamp);
    this.#kept = settledRevision;
  }

  /** As the cache has it: from A to Z, so that the order in which the records are read makes no difference. */
  async #inOrder(): Promise<{ readonly list: PackedDelta; readonly settledRevision: number }> {
    const { settledRevision } = this.#directory;
    const whole = this.#directory.snapshot();
    const upsert = await fromAToZInSlices(whole.upsert);
    await turn();
    const list = packDelta({ ...whole, revision: cachedRevision, ordered: true, upsert });
    return { list, settledRevision };
  }

  #pack(): PackedDelta {
    return packDelta(this.#directory.snapshot());
  }
}
