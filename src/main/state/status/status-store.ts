import { isDeepStrictEqual } from 'node:util';
import { Emitter } from '#shared/events/emitter.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Status } from '#shared/status/status.ts';

/** The one value that windows and tray show. Services put their part in; whoever shows it listens. */
export class StatusStore {
  readonly #changes = new Emitter<Status>();
  #status: Status;

  constructor(initial: Status) {
    this.#status = initial;
  }

  get current(): Status {
    return this.#status;
  }

  /** Puts in a part; listeners hear of it once, and only when something is different. */
  update(part: Partial<Status>): void {
    const before = this.#status;
    this.#status = { ...before, ...part };
    // Only what was put in can be different: the counts of 500 customers need not be compared for another part.
    const names = Object.keys(part) as (keyof Status)[];
    const changed = names.some((name) => !isDeepStrictEqual(part[name], before[name]));
    if (changed) this.#changes.tell(this.#status);
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
    return this.#changes.on(listener);
  }
}

/**
 * Two problems are the same trouble when they have one kind and are about the same file, setting or argument. Other
 * values, such as how long to wait, make no difference.
 */
function isSameTrouble(one: Problem, other: Problem): boolean {
  const subject = ({ values }: Problem): unknown =>
    ['file', 'path', 'setting', 'argument'].map((name) => Reflect.get(values, name) as unknown).find(Boolean);
  return one.kind === other.kind && subject(one) === subject(other);
}
