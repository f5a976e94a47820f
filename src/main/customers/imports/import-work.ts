import type { ImportProgress } from '#shared/imports/import.ts';
import type { ToldProgress } from '../sources/domain-lookup.ts';

/** The imports under way: how far the newest is, and the way to end them all before they write. */
export class ImportWork {
  readonly #tell: (progress: ImportProgress | null) => void;
  readonly #running = new Set<AbortController>();

  /** `tell` hears at most a hundred times of one import, and null when none runs any more. */
  constructor(tell: (progress: ImportProgress | null) => void) {
    this.#tell = tell;
  }

  /** Does a piece of work that can be cancelled. */
  async during<T>(work: (signal: AbortSignal, progress: ToldProgress) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#running.add(controller);
    this.#tell({ done: 0, total: 0 });
    let told = 0;
    const progress: ToldProgress = (done, total) => {
      const percent = Math.floor((100 * done) / total);
      if (percent === told || controller.signal.aborted) return;
      told = percent;
      this.#tell({ done, total });
    };
    try {
      return await work(controller.signal, progress);
    } finally {
      this.#running.delete(controller);
      if (this.#running.size === 0) this.#tell(null);
    }
  }

  /** Ends what runs. What is being written already is written whole. */
  cancel(): void {
    for (const controller of this.#running) controller.abort();
  }
}
