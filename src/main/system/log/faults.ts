/** At most this many different faults are written down: a program that goes on failing must not fill the disk. */
const mostFaults = 50;

/**
 * Writes errors that nobody caught: faults of Tidegate itself. Each is written once, however often it comes, and the
 * user is told once. A fault while one is being written is dropped, because it would be written in turn, for ever.
 */
export class Faults {
  readonly #write: (error: unknown) => void;
  readonly #seen = new Set<string>();
  #isTelling = false;
  #tell: (() => void) | undefined;

  constructor(write: (error: unknown) => void) {
    this.#write = write;
  }

  /** From now on the user can be told; at once, if there was a fault before. */
  onFirst(tell: () => void): void {
    this.#tell = tell;
    if (this.#seen.size > 0) this.#guarded(() => this.#tellOnce());
  }

  readonly caught = (error: unknown): void => {
    this.#guarded(() => {
      const name = nameOf(error);
      if (this.#seen.has(name) || this.#seen.size >= mostFaults) return;
      this.#seen.add(name);
      // It is told although it cannot be written.
      try {
        this.#write(error);
      } finally {
        this.#tellOnce();
      }
    });
  };

  #tellOnce(): void {
    const tell = this.#tell;
    if (tell === undefined) return;
    this.#tell = () => undefined;
    tell();
  }

  #guarded(act: () => void): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      act();
    } catch {
      // There is nobody left to tell.
    } finally {
      this.#isTelling = false;
    }
  }
}

/** One fault at one place has one name, whatever numbers its message holds. */
function nameOf(error: unknown): string {
  try {
    if (!(error instanceof Error)) return String(error).slice(0, 200);
    const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
    return [error.name, ...(places.length > 0 ? places.slice(0, 3) : [error.message])].join('\n');
  } catch {
    return 'a value without a text';
  }
}
