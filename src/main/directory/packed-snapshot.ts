import { packDelta, type PackedDelta } from '../../shared/packed-delta.ts';
import type { Directory } from './directory.ts';

/** The whole list for a window, packed beforehand while nobody has asked yet. Not kept: it is as large as the list. */
export class PackedSnapshot {
  readonly #directory: Pick<Directory, 'revision' | 'snapshot'>;
  #ready: { readonly revision: number; readonly list: PackedDelta } | undefined;

  constructor(directory: Pick<Directory, 'revision' | 'snapshot'>) {
    this.#directory = directory;
  }

  prepare(): void {
    const { revision } = this.#directory;
    this.#ready = { revision, list: packDelta(this.#directory.snapshot()) };
  }

  take(): PackedDelta {
    const ready = this.#ready;
    this.#ready = undefined;
    return ready?.revision === this.#directory.revision ? ready.list : packDelta(this.#directory.snapshot());
  }
}
