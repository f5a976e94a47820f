import { Sequencer } from '#shared/events/sequencer.ts';
import { appendFileSync, closeSync, constants, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { IsolationLevel } from '#shared/customer/isolation.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { isMissing } from '../../system/storage/is-missing.ts';
import { reasonOf } from '../../system/storage/reason.ts';
import { replaceFile } from '../../system/storage/replace-file.ts';
import { journalAddress } from './journal-address.ts';

/** One launch: who was opened, where, how, and what came of it. */
export interface JournalLine {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly tenantId: TenantId;
  readonly customer: string;
  readonly page: string;
  /** The address that was opened; in the file without what was searched for: see journalAddress. */
  readonly url: string;
  readonly browser: string;
  /** How the customer was kept apart. */
  readonly level: IsolationLevel;
  /** The folder of the profile, where it is one of ours. */
  readonly profile: string | null;
  /** `started`, or the kind of the problem. */
  readonly outcome: string;
  /** Through what it was asked for; lines of earlier versions have none. */
  readonly wayIn?: string;
  /** The sign-in name that reached the customer; null when nobody was signed in. Lines of earlier versions have none. */
  readonly account?: string | null;
}

/**
 * An append-only file of JSON lines. A line is one write, which the call itself does: a launch is noted before the next
 * one can start, so that a crash loses the line of the last launch at most. It goes to the system's cache, not to the disk.
 * One that a crash cut off is closed, so it spoils no other.
 */
export class Journal {
  readonly #path: string;
  readonly #forgettings = new Sequencer();
  /** How many are being taken out: until then the file is not added to, because it is about to be replaced. */
  #forgetting = 0;
  #waiting: (() => void)[] = [];
  /** What the next line must begin with; asked of the file before the first one. */
  #separator: string | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Appends in the order of the calls. A full disk must not stop a launch, so failure is told to `onFailure` only. */
  append(line: JournalLine, onFailure: (error: unknown) => void): void {
    // SECURITY: whoever writes a line, no query is kept in it.
    // Until version 1 a reader finds the page under its earlier name as well.
    const kept = { ...line, destination: line.page, url: journalAddress(line.url) };
    const write = () => this.#write(kept, onFailure);
    if (this.#forgetting > 0) this.#waiting.push(write);
    else write();
  }

  /** Takes out every line that names the customer, in its turn. Error: `storage-unwritable`. */
  forget(tenantId: TenantId): Promise<Result<void, Problem>> {
    this.#forgetting += 1;
    return this.#forgettings.run(() => this.#without(tenantId).finally(() => this.#forgotten()));
  }

  /** Settles when every line is written. */
  flush(): Promise<void> {
    return this.#forgettings.settled();
  }

  #forgotten(): void {
    this.#forgetting -= 1;
    if (this.#forgetting > 0) return;
    for (const write of this.#waiting.splice(0)) write();
  }

  #write(line: JournalLine, onFailure: (error: unknown) => void): void {
    try {
      if (this.#separator === undefined) {
        mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
        this.#separator = separatorFor(this.#path);
      }
      const text = `${this.#separator}${JSON.stringify(line)}\n`;
      appendFileSync(this.#path, text, { flag: atEnd as unknown as string, mode: 0o600 });
      this.#separator = '';
    } catch (error) {
      // A part of the line may be there: the next one looks again.
      this.#separator = undefined;
      onFailure(error);
    }
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

/** SECURITY: at the end of a file of our own, made when it is not there; not of what a link names. */
const atEnd =
  constants.O_WRONLY |
  constants.O_APPEND |
  constants.O_CREAT |
  ((constants.O_NOFOLLOW as number | undefined) ?? 0);

/** A line break when the file ends within a line, as a crash leaves it. */
function separatorFor(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    readSync(file, last, 0, 1, Math.max(0, size - 1));
    return size === 0 || last.toString() === '\n' ? '' : '\n';
  } finally {
    closeSync(file);
  }
}
