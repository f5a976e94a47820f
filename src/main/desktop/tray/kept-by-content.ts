/**
 * Makes things of plain data, and gives for the same data what it made before. Of those that were not asked for lately it keeps
 * `most`.
 */
export class KeptByContent<Content, Made> {
  readonly #make: (content: Content) => Made;
  readonly #most: number;
  /** What was made, by its content as JSON, in the order in which it was last asked for. */
  readonly #made = new Map<string, Made>();

  constructor(make: (content: Content) => Made, most: number) {
    this.#make = make;
    this.#most = most;
  }

  of(content: Content): Made {
    const key = JSON.stringify(content);
    const made = this.#made.get(key) ?? this.#make(content);
    this.#made.delete(key);
    this.#made.set(key, made);
    const [oldest] = this.#made.keys();
    if (this.#made.size > this.#most && oldest !== undefined) this.#made.delete(oldest);
    return made;
  }
}
