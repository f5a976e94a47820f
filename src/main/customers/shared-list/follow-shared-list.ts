import type { ListEncoding } from '#shared/imports/list-encoding.ts';
import type { Directory } from '../store/directory.ts';
import type { Sync } from '../sync/sync.ts';
import { parseHttpsAddress } from '#shared/text/https-address.ts';
import type { SharedList } from './shared-list.ts';

export interface FollowSharedListOptions {
  readonly directory: Pick<Directory, 'removeSource'>;
  readonly sync: Pick<Sync, 'cancel' | 'run'>;
  readonly list: Pick<SharedList, 'moved'>;
  /** Calls when a file changes, appears or goes, also on a share; returns how to stop it. */
  readonly watch: (file: string, changed: () => void) => () => void;
}

/** Reads a shared list when its place is set, and its file again when that changes. */
export class FollowSharedList {
  readonly #options: FollowSharedListOptions;
  #place: string | null = null;
  #encoding: ListEncoding | null = null;
  #stop: (() => void) | undefined;

  constructor(options: FollowSharedListOptions) {
    this.#options = options;
  }

  /** `place` is in force from the start: what it listed last is on disk and stays. */
  start(place: string | null, encoding: ListEncoding | null = null): void {
    this.#place = place;
    this.#encoding = encoding;
    if (place === null || parseHttpsAddress(place) !== undefined) return;
    this.#stop = this.#options.watch(place, () => void this.#options.sync.run('shared-list'));
  }

  /**
   * Another list takes what the one before listed along. The one before may be under way, and take long to end. The same
   * list in other letters is just read again.
   */
  async follow(place: string | null, encoding: ListEncoding | null = null): Promise<void> {
    if (place === this.#place) {
      if (encoding === this.#encoding) return;
      this.#encoding = encoding;
      await this.#options.sync.run('shared-list');
      return;
    }
    this.stop();
    this.start(place, encoding);
    this.#options.sync.cancel('shared-list');
    this.#options.list.moved();
    await this.#options.directory.removeSource('shared-list');
    await this.#options.sync.run('shared-list');
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
