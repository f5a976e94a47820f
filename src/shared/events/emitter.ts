/** Whom a change is told to: each once, in the order in which they asked. */
export class Emitter<T = void> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Tells the listener each change from now on. Gives what ends that. */
  on(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }

  /** Nobody is told any more. */
  clear(): void {
    this.#listeners.clear();
  }
}
