import type { Problem } from '#shared/problems/problem.ts';
import type { Status } from '#shared/status/status.ts';

/** The one value that windows and tray show. Services put their part in; whoever shows it listens. */
export class StatusStore {
  readonly #listeners = new Set<(status: Status) => void>();
  #status: Status;

  constructor(initial: Status) {
    this.#status = initial;
  }

  get current(): Status {
    return this.#status;
  }

  /** Puts in a part; listeners hear of it once, and only when something is different. */
  update(part: Partial<Status>): void {
    const next = { ...this.#status, ...part };
    const changed = JSON.stringify(next) !== JSON.stringify(this.#status);
    this.#status = next;
    if (changed) for (const listener of this.#listeners) listener(next);
  }

  /** A problem that stays until the application starts again or it is mended. A newer one of its kind replaces it. */
  report(problem: Problem | undefined): void {
    if (problem === undefined) return;
    const others = this.#status.problems.filter((other) => !isSameTrouble(other, problem));
    this.update({ problems: [...others, problem] });
  }

  /** Takes away the standing problems of kinds that are over. */
  resolve(...kinds: readonly Problem['kind'][]): void {
    this.update({ problems: this.#status.problems.filter(({ kind }) => !kinds.includes(kind)) });
  }

  /** The file with this path was written: that it could not be is over. */
  mended(path: string): void {
    const problems = this.#status.problems.filter(
      ({ kind, values }) => !(kind === 'storage-unwritable' && 'path' in values && values.path === path),
    );
    this.update({ problems });
  }

  onChange(listener: (status: Status) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Of one kind, and about one file, setting or argument where it is about one: how long to wait, say, makes no other trouble of it. */
function isSameTrouble(one: Problem, other: Problem): boolean {
  const subject = ({ values }: Problem): unknown =>
    ['file', 'path', 'setting', 'argument'].map((name) => Reflect.get(values, name) as unknown).find(Boolean);
  return one.kind === other.kind && subject(one) === subject(other);
}
