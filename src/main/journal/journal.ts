import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { TenantId } from '../../shared/tenant-id.ts';

/** One launch: who was opened, where, how, and what came of it. */
export interface JournalLine {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly tenantId: TenantId;
  readonly customer: string;
  readonly destination: string;
  readonly url: string;
  readonly browser: string;
  readonly profile: string;
  /** `started`, or the kind of the problem. */
  readonly outcome: string;
}

/** An append-only file of JSON lines. A line is one write, so that a crash loses at most the last one. */
export class Journal {
  readonly #path: string;
  #tail: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** Appends in the order of the calls. A full disk must not stop a launch, so failure is told to `onFailure` only. */
  append(line: JournalLine, onFailure: (error: unknown) => void): void {
    this.#tail = this.#tail
      .then(async () => {
        await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
        await appendFile(this.#path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
      })
      .catch(onFailure);
  }

  /** Settles when every line is written. */
  async flush(): Promise<void> {
    await this.#tail;
  }
}
