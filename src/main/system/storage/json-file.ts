import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { RecordName } from '#shared/problems/record-name.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { isMissing } from './is-missing.ts';
import { jsonInSlices } from './json-in-slices.ts';
import { reasonOf } from './reason.ts';
import { replaceFile } from './replace-file.ts';
import { setAside } from './set-aside.ts';

/** What a file holds: the version of the shape of its content, and the content. */
interface Envelope {
  readonly version: number;
  readonly data: unknown;
}

export interface JsonFileOptions<T> {
  /** What it is to the user, for messages. */
  readonly record: RecordName;
  /** Absolute path. Its folder is made when something is first written. */
  readonly path: string;
  /** The version of the shape that `schema` describes, from 1. */
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** The content of a file that is not there yet. */
  readonly empty: T;
  /** `upgrades[n]` turns content of version n into version n + 1. */
  readonly upgrades?: Readonly<Record<number, (old: unknown) => unknown>>;
}

export interface Reading<T> {
  readonly value: T;
  /** The file could not be used as it was; the value is `empty` and nothing on disk was lost. */
  readonly problem?: Problem;
}

/**
 * One JSON file on disk that is never half-written and never silently reset. A file that cannot be understood is
 * set aside under a new name and reported; one written by a newer Tidegate is reported and never overwritten.
 */
export class JsonFile<T> {
  readonly #options: JsonFileOptions<T>;
  #blocked: Problem | undefined;
  #pending: T | undefined;
  #writing: Promise<Result<void, Problem>> | undefined;

  constructor(options: JsonFileOptions<T>) {
    this.#options = options;
  }

  async read(): Promise<Reading<T>> {
    const { record, path, empty } = this.#options;
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if (isMissing(error)) return { value: empty };
      // There is something, but it cannot be read: writing over it could lose it.
      this.#blocked = problem('storage-unreadable', { record, path, reason: reasonOf(error) });
      return { value: empty, problem: this.#blocked };
    }
    const envelope = parseEnvelope(text);
    if (envelope !== undefined && envelope.version > this.#options.version) {
      this.#blocked = problem('storage-newer', { record, file: path, version: String(envelope.version) });
      return { value: empty, problem: this.#blocked };
    }
    const parsed = envelope && this.#options.schema.safeParse(this.#upgrade(envelope));
    if (parsed?.success) return { value: parsed.data };
    return { value: empty, problem: await this.#setAside() };
  }

  /**
   * Writes the value; of several asked for while one is being written only the newest follows.
   * Settles when this value, or a newer one, is on disk.
   */
  write(value: T): Promise<Result<void, Problem>> {
    if (this.#blocked) return Promise.resolve(err(this.#blocked));
    const waiting = this.#pending !== undefined;
    this.#pending = value;
    if (waiting && this.#writing) return this.#writing;
    const previous = this.#writing ?? Promise.resolve();
    this.#writing = previous.then(() => this.#writePending());
    return this.#writing;
  }

  /** Settles when nothing is left to write. */
  async flush(): Promise<void> {
    await this.#writing;
  }

  async #writePending(): Promise<Result<void, Problem>> {
    const value = this.#pending as T;
    this.#pending = undefined;
    const { record, path, version } = this.#options;
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const pieces = await jsonInSlices({ version, data: value } satisfies Envelope);
      await replaceFile(path, [...pieces, '\n']);
      return ok(undefined);
    } catch (error) {
      return err(problem('storage-unwritable', { record, path, reason: reasonOf(error) }));
    }
  }

  #upgrade(envelope: Envelope): unknown {
    let { data } = envelope;
    try {
      for (let version = envelope.version; version < this.#options.version; version += 1) {
        const step = this.#options.upgrades?.[version];
        if (!step) return undefined;
        data = step(data);
      }
      return data;
    } catch {
      return undefined;
    }
  }

  async #setAside(): Promise<Problem> {
    const { record, path } = this.#options;
    const aside = await setAside(record, path);
    // It stands where it stood: writing over it would lose it.
    if (aside.kind !== 'storage-corrupt') this.#blocked = aside;
    return aside;
  }
}

function parseEnvelope(text: string): Envelope | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('version' in value) || !('data' in value))
      return undefined;
    const { version, data } = value;
    return Number.isSafeInteger(version) && (version as number) >= 1
      ? { version: version as number, data }
      : undefined;
  } catch {
    return undefined;
  }
}
