import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { reasonOf } from '../storage/reason.ts';

/** Says that everything is to go; while it lies there each start goes on with it, so that a kill leaves nothing half. */
const marker = 'remove-everything';
/** What keeps a second Tidegate from starting (process_singleton of Chromium); the running one holds it. */
const lock = /^(Singleton\w+|lockfile)$/;

/**
 * Removes all of Tidegate's own data. In two steps, because Electron holds some of its files until it ends: all that
 * can go at the end of this run, the rest at the beginning of the next. Synchronous: nothing else may run meanwhile.
 */
export class Wipe {
  readonly #root: string;
  readonly #elsewhere: () => readonly string[];
  #asked = false;

  /** `root`: the folder of our data. `elsewhere`: folders of ours that have to lie outside it, such as those of snaps. */
  constructor(root: string, elsewhere: () => readonly string[] = () => []) {
    this.#root = root;
    this.#elsewhere = elsewhere;
  }

  /** From now on everything goes. Error: `storage-unwritable`. */
  ask(): Result<void, Problem> {
    const path = join(this.#root, marker);
    try {
      writeFileSync(path, '', { mode: 0o600, flush: true });
      this.#asked = true;
      return ok(undefined);
    } catch (error) {
      return err(problem('storage-unwritable', { record: 'everything', path, reason: reasonOf(error) }));
    }
  }

  /** At the end of this run, when nothing is written any more. What cannot go yet goes at the next start. */
  atEnd(): void {
    if (this.#asked) this.#removeAll();
  }

  /** At the start, before anything is opened. Tells what has to stay; it is not tried again: it may be new by then. */
  atStart(): Problem | undefined {
    if (!existsSync(join(this.#root, marker))) return undefined;
    const left = this.#removeAll();
    rmSync(join(this.#root, marker), { force: true });
    return left;
  }

  #removeAll(): Problem | undefined {
    const left = this.#elsewhere().map((folder) => remove(folder));
    return [...left, removeIn(this.#root)].find((problem) => problem !== undefined);
  }
}

function removeIn(root: string): Problem | undefined {
  let left: Problem | undefined;
  for (const name of readdirSync(root)) {
    if (name === marker || lock.test(name)) continue;
    left = remove(join(root, name)) ?? left;
  }
  return left;
}

function remove(path: string): Problem | undefined {
  try {
    // SECURITY: a link goes itself, never what it points at.
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    return undefined;
  } catch (error) {
    return problem('not-removed', { path, reason: reasonOf(error) });
  }
}
