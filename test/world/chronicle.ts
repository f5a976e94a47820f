/** What happened, in order, with a way to wait for the next thing without polling. */
export class Chronicle<T extends { readonly id: number }> {
  readonly #entries: T[] = [];
  readonly #watchers = new Set<(entry: T) => void>();
  readonly #describe: (entry: T) => string;

  /** `describe` puts an entry on one line for the message of a wait that was in vain. */
  constructor(describe: (entry: T) => string) {
    this.#describe = describe;
  }

  entries(): readonly T[] {
    return [...this.#entries];
  }

  add(entry: T): void {
    this.#entries.push(entry);
    this.#tell(entry);
  }

  /** Replaces the entry with the same id by one that knows more; nothing happens if there is none. */
  update(id: number, change: (entry: T) => T): void {
    const index = this.#entries.findIndex((entry) => entry.id === id);
    const before = this.#entries[index];
    if (before === undefined) return;
    const after = change(before);
    this.#entries[index] = after;
    this.#tell(after);
  }

  /** The first entry, past or to come, that fits. Rejects with all that did happen when none came in time. */
  waitFor(predicate: (entry: T) => boolean, options: { timeoutMs: number; what: string }): Promise<T> {
    const already = this.#entries.find(predicate);
    if (already !== undefined) return Promise.resolve(already);
    return new Promise<T>((resolve, reject) => {
      const watcher = (entry: T): void => {
        if (!predicate(entry)) return;
        stop();
        resolve(entry);
      };
      const timer = setTimeout(() => {
        stop();
        const seen = this.#entries.slice(-20).map((entry) => `\n  ${this.#describe(entry)}`);
        reject(new Error(`No ${options.what} within ${options.timeoutMs} ms. There were:${seen.join('')}`));
      }, options.timeoutMs);
      const stop = (): void => {
        clearTimeout(timer);
        this.#watchers.delete(watcher);
      };
      this.#watchers.add(watcher);
    });
  }

  #tell(entry: T): void {
    for (const watcher of this.#watchers) watcher(entry);
  }
}
