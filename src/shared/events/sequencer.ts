/** Runs tasks one after the other, in the order asked. One that fails harms none behind it. */
export class Sequencer {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs the task once all that were asked for before have settled. Settles as the task does. */
  run<T>(task: () => T | Promise<T>): Promise<T> {
    const done = this.#last.then(task);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Settles when all that has been asked for has; never rejects. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
