import type { Writable } from 'node:stream';

/** The part of a stream that is used here: it can be piped into another. */
interface Source {
  pipe?: unknown;
}

/**
 * The files that answers are written to. A stream that fails does not close what it flows into: the file would stay open
 * until Tidegate ends, and on Windows it would stay on the disk as long.
 */
export class OpenDownloads {
  readonly #closing = new Set<Promise<unknown>>();
  readonly #running = new Set<() => void>();

  /** Notes a request that is under way, and how it is ended. Returns a function to call once it is over. */
  begin(end: () => void): () => void {
    this.#running.add(end);
    return () => this.#running.delete(end);
  }

  /** Ends every request that is under way: electron-updater calls a download off, and lets its request go on. */
  giveUp(): void {
    for (const end of [...this.#running]) end();
  }

  /** Notes what this answer is piped into from now on. Returns a function that ends all of it. */
  follow(answer: Source): () => void {
    const stages: Writable[] = [];
    const end = (): void => {
      for (const stage of stages.splice(0)) this.#close(stage);
    };
    const watch = (source: Source): void => {
      const { pipe } = source;
      if (typeof pipe !== 'function') return;
      source.pipe = (target: Writable, ...more: readonly unknown[]) => {
        stages.push(target);
        target.once('error', end);
        watch(target);
        return Reflect.apply(pipe as () => unknown, source, [target, ...more]) as unknown;
      };
    };
    watch(answer);
    return end;
  }

  /** Resolves once no file of an answer that was given up is open any more. */
  async closed(): Promise<void> {
    await Promise.all(this.#closing);
  }

  #close(stage: Writable): void {
    if (stage.closed) return;
    const closed = new Promise((resolve) => stage.once('close', resolve));
    this.#closing.add(closed);
    void closed.then(() => this.#closing.delete(closed));
    stage.destroy();
  }
}
