import { lstatSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { pathsIn } from '../paths.ts';
import { reasonOf } from '../../system/storage/reason.ts';
import { markerName, ownNamesIn, whyNotOurs } from './own-data.ts';

/**
 * Removes all of Tidegate's own data. In two steps, because Electron holds some of its files until it ends: all that
 * can go at the end of this run, the rest at the beginning of the next. A marker says so: while it lies there each start goes
 * on with it, so that a kill leaves nothing half. Synchronous: nothing else may run meanwhile.
 * SECURITY: of a folder that is ours, by the names that we write; what else lies there stays.
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

  /** From now on everything goes. Errors: `not-our-data`, `storage-unwritable`. */
  ask(): Result<void, Problem> {
    const refused = whyNotOurs(this.#root);
    if (refused !== undefined) return err(refused);
    const path = join(this.#root, markerName);
    try {
      // What lies there already, be it a link, is not written to.
      rmSync(path, { force: true });
      writeFileSync(path, '', { mode: 0o600, flag: 'wx', flush: true });
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
    const marker = join(this.#root, markerName);
    if (lstatSync(marker, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
    const refused = whyNotOurs(this.#root);
    if (refused !== undefined) return refused;
    const left = this.#removeAll();
    rmSync(marker, { force: true });
    // Last: by this file the folder is known for ours.
    return remove(pathsIn(this.#root).installation) ?? left;
  }

  #removeAll(): Problem | undefined {
    const left = this.#elsewhere().map((folder) => removeElsewhere(folder));
    const own = ownNamesIn(this.#root).map((name) => remove(join(this.#root, name)));
    return [...left, ...own].find((problem) => problem !== undefined);
  }
}

/** Our part of a folder that is another program's: see browsers/profiles/profile-folders. */
function removeElsewhere(folder: string): Problem | undefined {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  const left = ['browsers', 'sealed'].map((name) => remove(join(folder, name)));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
  return left.find((problem) => problem !== undefined);
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
