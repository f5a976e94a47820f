/** Tells listeners of changes: each once, in the order in which they subscribed. */
export class Emitter<T = void> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Calls the listener with each change from now on. Returns what ends that. */
  on(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }

  /** Removes every listener. */
  clear(): void {
    this.#listeners.clear();
  }
}
