import { accountSourceIds, type AccountSourceId } from '#shared/customer/customer.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { ok, type Result } from '#shared/problems/result.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Directory } from '../store/directory.ts';
import type { Sync } from './sync.ts';

type Switched = Pick<Settings, 'sources' | 'lookUpNames'>;

/**
 * Follows which sources are switched on. One that is switched off takes what it listed off the list, and nothing
 * else.
 */
export class FollowSources {
  readonly #directory: Pick<Directory, 'removeSource' | 'observations'>;
  readonly #sync: Pick<Sync, 'cancel' | 'run' | 'refresh'>;
  #before: Switched;

  constructor(
    directory: Pick<Directory, 'removeSource' | 'observations'>,
    sync: Pick<Sync, 'cancel' | 'run' | 'refresh'>,
    atStart: Switched,
  ) {
    this.#directory = directory;
    this.#sync = sync;
    this.#before = atStart;
  }

  /** Forgets what is on the list by sources that are off. Errors: `storage-unwritable`, `storage-unreadable`. */
  clear({ sources }: Switched): Promise<Result<void, Problem>> {
    const listed = new Set(this.#directory.observations().map(({ source }) => source));
    return this.#remove(accountSourceIds.filter((id) => !sources.includes(id) && listed.has(id)));
  }

  /** Settles when the list is right again; what was switched on is asked meanwhile, and shows in the status. */
  async follow(settings: Switched): Promise<Result<void, Problem>> {
    const before = this.#before;
    this.#before = settings;
    const off = before.sources.filter((id) => !settings.sources.includes(id));
    // What a listing under way would still bring must not come after its source has gone; the others go on.
    for (const id of off) this.#sync.cancel(id);
    // Also what a first listing has named so far, of which nothing is whole.
    const [gone, cleared] = [await this.#remove(off), await this.clear(settings)];
    const added = settings.sources.filter((id) => !before.sources.includes(id));
    if (settings.lookUpNames && !before.lookUpNames) void this.#sync.run();
    else if (added.length > 0) for (const id of added) void this.#sync.run(id);
    else await this.#sync.refresh();
    return gone.ok ? cleared : gone;
  }

  async #remove(sources: readonly AccountSourceId[]): Promise<Result<void, Problem>> {
    const removed = await Promise.all(sources.map((id) => this.#directory.removeSource(id)));
    return removed.find((outcome) => !outcome.ok) ?? ok(undefined);
  }
}
