import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { IsolationLevel } from '../../shared/isolation.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { TenantId } from '../../shared/tenant-id.ts';
import { reasonOf } from '../storage/reason.ts';
import { replaceFile } from '../storage/replace-file.ts';

/** One launch: who was opened, where, how, and what came of it. */
export interface JournalLine {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly tenantId: TenantId;
  readonly customer: string;
  readonly destination: string;
  readonly url: string;
  readonly browser: string;
  /** How the customer was kept apart. */
  readonly level: IsolationLevel;
  /** The folder of the profile, where it is one of ours. */
  readonly profile: string | null;
  /** `started`, or the kind of the problem. */
  readonly outcome: string;
}

/** An append-only file of JSON lines. A line is one write; one that a crash cut off is closed, so it spoils no other. */
export class Journal {
  readonly #path: string;
  #tail: Promise<void> = Promise.resolve();
  /** What the next line must begin with; asked of the file before the first one. */
  #separator: Promise<string> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Appends in the order of the calls. A full disk must not stop a launch, so failure is told to `onFailure` only. */
  append(line: JournalLine, onFailure: (error: unknown) => void): void {
    this.#tail = this.#tail
      .then(async () => {
        await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
        this.#separator ??= separatorFor(this.#path);
        const separator = await this.#separator;
        await appendFile(this.#path, `${separator}${JSON.stringify(line)}\n`, { mode: 0o600 });
        this.#separator = Promise.resolve('');
      })
      .catch((error: unknown) => {
        // A part of the line may be there: the next one looks again.
        this.#separator = undefined;
        onFailure(error);
      });
  }

  /** Takes out every line that names the customer, in its turn. Error: `storage-unwritable`. */
  forget(tenantId: TenantId): Promise<Result<void, Problem>> {
    const forgotten = this.#tail.then(() => this.#without(tenantId));
    this.#tail = forgotten.then(() => undefined);
    return forgotten;
  }

  /** Settles when every line is written. */
  async flush(): Promise<void> {
    await this.#tail;
  }

  async #without(tenantId: TenantId): Promise<Result<void, Problem>> {
    const path = this.#path;
    try {
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        if (isMissing(error)) return '';
        throw error;
      });
      const lines = text.split('\n');
      // Also a line that a crash cut off, and one whose address alone names the customer.
      const staying = lines.filter((line) => !line.toLowerCase().includes(tenantId));
      if (staying.length < lines.length) await replaceFile(path, staying.join('\n'));
      this.#separator = undefined;
      return ok(undefined);
    } catch (error) {
      return err(problem('storage-unwritable', { record: 'journal', path, reason: reasonOf(error) }));
    }
  }
}

/** A line break when the file ends within a line, as a crash leaves it. */
async function separatorFor(path: string): Promise<string> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return '';
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
    return size === 0 || buffer.toString() === '\n' ? '' : '\n';
  } finally {
    await file.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
