import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sourceIds, type Observation, type SourceId } from '#shared/customer/customer.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { RecordName } from '#shared/problems/record-name.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { isMissing } from '../../system/storage/is-missing.ts';
import { JsonFile } from '../../system/storage/json-file.ts';
import { reasonOf } from '../../system/storage/reason.ts';
import { storedCustomers } from './stored-customers.ts';

const observationSchema: z.ZodType<Observation> = z.object({
  source: z.enum(sourceIds),
  accountId: z.string().exactOptional(),
  at: z.iso.datetime(),
  customers: storedCustomers,
});

/** Names of files that were set aside, or are being written, do not match. */
const fileName = /^([a-z-]+?)(-[0-9a-f]{16})?\.json$/;

/**
 * What the sources reported, on disk: a folder with one file for each source and account. One file that cannot be
 * understood is set aside and harms no other.
 */
export class ObservationStore {
  readonly #folder: string;
  readonly #files = new Map<string, JsonFile<Observation | undefined>>();
  /** The last thing under way: a removal must not overtake a write of the same file, nor the other way round. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async load(): Promise<{
    readonly observations: readonly Observation[];
    readonly problems: readonly Problem[];
  }> {
    const observations: Observation[] = [];
    const problems: Problem[] = [];
    for (const name of await this.#list(problems)) {
      const reading = await this.#file(name).read();
      if (reading.problem) problems.push(reading.problem);
      if (reading.value) observations.push(reading.value);
    }
    return { observations, problems };
  }

  /** Takes the place of what this source last reported for this account. Errors: `storage-unwritable`, `storage-newer`. */
  replace(observation: Observation): Promise<Result<void, Problem>> {
    return this.#afterLast(() =>
      this.#file(nameOf(observation.source, observation.accountId)).write(observation),
    );
  }

  /** Deletes what any source reported for the account, also a file that could not be read. Error: `storage-unwritable`. */
  removeAccount(accountId: string): Promise<Result<void, Problem>> {
    return this.#afterLast(() => this.#remove(sourceIds.map((source) => nameOf(source, accountId))));
  }

  /** Deletes what the source reported for any account, also a file that could not be read. Error: `storage-unwritable`. */
  removeSource(source: SourceId): Promise<Result<void, Problem>> {
    return this.#afterLast(async () => {
      const unread: Problem[] = [];
      const names = await this.#list(unread);
      return unread[0] ? err(unread[0]) : this.#remove(names.filter((name) => sourceOf(name) === source));
    });
  }

  /** Settles when nothing is left to write. */
  async flush(): Promise<void> {
    await this.#last;
  }

  #afterLast<T>(task: () => Promise<T>): Promise<T> {
    const done = this.#last.then(task);
    this.#last = done;
    return done;
  }

  async #remove(names: readonly string[]): Promise<Result<void, Problem>> {
    for (const name of names) {
      const path = join(this.#folder, name);
      try {
        // A kill can leave the file that was being written behind as well.
        await Promise.all([path, `${path}.tmp`].map((file) => rm(file, { force: true })));
        this.#files.delete(name);
      } catch (error) {
        return err(problem('storage-unwritable', { record: recordOf(name), path, reason: reasonOf(error) }));
      }
    }
    return ok(undefined);
  }

  async #list(problems: Problem[]): Promise<readonly string[]> {
    try {
      return (await readdir(this.#folder)).filter((name) => fileName.test(name)).sort();
    } catch (error) {
      if (!isMissing(error))
        problems.push(
          problem('storage-unreadable', { record: 'own-list', path: this.#folder, reason: reasonOf(error) }),
        );
      return [];
    }
  }

  #file(name: string): JsonFile<Observation | undefined> {
    const known = this.#files.get(name);
    if (known) return known;
    const path = join(this.#folder, name);
    const schema: z.ZodType<Observation | undefined> = observationSchema;
    const file = new JsonFile({ record: recordOf(name), path, version: 1, schema, empty: undefined });
    this.#files.set(name, file);
    return file;
  }
}

/** The user's own list cannot be fetched again; what a sign-in lists can. */
export function recordOf(fileName: string): RecordName {
  return fileName === nameOf('list', undefined) ? 'own-list' : 'synced-list';
}

/** The account's id, which names a person and a tenant, stays out of file names. */
function nameOf(source: SourceId, accountId: string | undefined): string {
  if (accountId === undefined) return `${source}.json`;
  return `${source}-${createHash('sha256').update(accountId).digest('hex').slice(0, 16)}.json`;
}

function sourceOf(name: string): string | undefined {
  return fileName.exec(name)?.[1];
}
