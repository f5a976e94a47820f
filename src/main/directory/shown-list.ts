import { setImmediate as turn } from 'node:timers/promises';
import { packDelta, type PackedDelta } from '../../shared/packed-delta.ts';
import type { Problem } from '../../shared/problem.ts';
import { fromAToZ } from '../../shared/search/order.ts';
import type { Directory } from './directory.ts';
import { digestOf, type CachedList, type ListCache } from './list-cache.ts';

/** Older than any list that is read: what follows the cached one is news in every window. */
const cachedRevision = 0;

/** How long the records are left alone before the cache follows them, in milliseconds. */
const rest = 2_000;

/**
 * The whole list for windows, from the start on: as it was last shown while the records are being read, which takes a
 * tenth of a second and more for 10,000 customers, then as they are. What was shown first is held against what was read.
 */
export class ShownList {
  readonly #directory: Directory;
  readonly #cache: ListCache;
  #cached: CachedList | undefined;
  #read = false;
  /** Packed while nobody had asked; not kept: it is as large as the list. */
  #ready: PackedDelta | undefined;
  /** Settles when somebody needs the records, whatever they were waiting for. */
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
    const list = this.#pack(cachedRevision);
    if (cached === undefined) this.#ready = list;
    else if (cached.source === digestOf(list)) this.#kept = this.#directory.settledRevision;
    else correct(this.#pack());
    this.#cached = undefined;
    this.#read = true;
    this.#tellRead();
    return problems;
  }

  /** For whoever needs more than to show the list. Settles when the records have been read. */
  records(): Promise<void> {
    this.#tellNeeded();
    return this.#whenRead;
  }

  /** For a window that has none yet. Deltas that follow may repeat a part of it. */
  async take(): Promise<PackedDelta> {
    if (this.#cached !== undefined) return this.#cached.list;
    if (!this.#read) await this.#whenRead;
    const ready = this.#ready;
    this.#ready = undefined;
    return ready ?? this.#pack();
  }

  /** From now on the cache follows the records. `failed` is told why it cannot be written. */
  follow(failed: (error: unknown) => void): void {
    const later = (): void => {
      clearTimeout(this.#resting);
      // What is forgotten does not lie there until the rest is over, nor for ever if Tidegate is killed before.
      void this.#cache.remove().catch(failed);
      this.#resting = setTimeout(() => void this.#keep().catch(failed), rest);
    };
    this.#stopFollowing = this.#directory.onSettled(later);
    if (this.#kept === undefined) later();
  }

  /** Settles when the cache holds what the records do. Throws the file system's error. */
  async close(): Promise<void> {
    this.#stopFollowing();
    clearTimeout(this.#resting);
    await this.#keep();
  }

  /** Writes the cache, unless it holds the list already or a listing under way makes another of it. */
  async #keep(): Promise<void> {
    const { revision, settledRevision } = this.#directory;
    if (!this.#read || this.#kept === settledRevision || !this.#directory.isWhole) return;
    await this.#directory.flush();
    const stamp = await this.#cache.stamp();
    // Another change came meanwhile, and is being written: it comes by here again.
    if (this.#directory.revision !== revision) return;
    const { ownTenantIds } = this.#directory;
    const whole = { ...this.#directory.snapshot(), revision: cachedRevision };
    const source = digestOf(packDelta(whole));
    await turn();
    const upsert = fromAToZ(whole.upsert);
    await turn();
    const list = packDelta({ ...whole, ordered: true, upsert });
    await this.#cache.write({ list, source, ownTenantIds: [...ownTenantIds] }, stamp);
    this.#kept = settledRevision;
  }

  #pack(revision: number = this.#directory.revision): PackedDelta {
    return packDelta({ ...this.#directory.snapshot(), revision });
  }
}
