import { Sequencer } from '#shared/events/sequencer.ts';
import { appendFileSync, closeSync, constants, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { IsolationLevel } from '#shared/customer/isolation.ts';
import { readJournalLine, shiftEndedMark } from '#shared/journal/journal-entry.ts';
import type { JournalPart } from '#shared/journal/journal-part.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { reasonOf } from '../../system/storage/reason.ts';
import { replaceFile } from '../../system/storage/replace-file.ts';
import { journalAddress } from './journal-address.ts';
import { readPart } from './read-part.ts';

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
  /** The browser of the line before that says `started` ended within seconds. */
  readonly late?: true;
}

/**
 * An append-only file of JSON lines. A line is one write, which the call itself does: a launch is noted before the next
 * one can start, so that a crash loses the line of the last launch at most. It goes to the system's cache, not to the disk.
 * One that a crash cut off is closed, so it spoils no other.
 */
export class Journal {
  readonly #path: string;
  readonly #isOn: () => boolean;
  readonly #rewritings = new Sequencer();
  /** How many rewritings are under way or wait: until then the file is not added to, because it is about to be replaced. */
  #rewriting = 0;
  #waiting: (() => void)[] = [];
  /** What the next line must begin with; asked of the file before the first one. */
  #separator: string | undefined;
  /** Grows when the file is replaced: places in the old one mean nothing in the new one. */
  #version = 0;

  /** `isOn`: whether lines are kept, asked at every line. */
  constructor(path: string, isOn: () => boolean = () => true) {
    this.#path = path;
    this.#isOn = isOn;
  }

  /** Appends in the order of the calls. A full disk must not stop a launch, so failure is told to `onFailure` only. */
  append(line: JournalLine, onFailure: (error: unknown) => void): void {
    // SECURITY: whoever writes a line, no query and no address of the user's own is kept in it.
    const page = line.page.startsWith('link:') ? 'link' : line.page;
    // Until version 1 a reader finds the page under its earlier name as well.
    this.#add({ ...line, page, destination: page, url: journalAddress(line.url) }, onFailure);
  }

  /** Notes that the shift has ended: what is opened from now on belongs to the next one. */
  endShift(at: Date, onFailure: (error: unknown) => void): void {
    this.#add({ at: at.toISOString(), [shiftEndedMark]: true }, onFailure);
  }

  /** Removes every line that names the customer, after what was asked for before. Error: `storage-unwritable`. */
  forget(tenantId: TenantId): Promise<Result<void, Problem>> {
    // By the text of the line: a crash may have cut it off, or its address alone names the customer.
    return this.#rewrite(() => (line) => !line.toLowerCase().includes(tenantId));
  }

  /**
   * Takes out every line from before `asked` (milliseconds since 1970), in its turn. One that cannot be read is as old as
   * the readable one before it. With `now`, as much earlier as the last line is older than that: a clock that is a year
   * ahead at one start takes nothing out, and after a long leave old lines go once there are new ones. A journal that is
   * turned off gets none, so its lines go by the clock alone. Error: `storage-unwritable`.
   */
  forgetBefore(asked: number, now?: number): Promise<Result<void, Problem>> {
    return this.#rewrite(async () => {
      const last = now === undefined || !this.#isOn() ? undefined : await this.#lastTime();
      const time = now === undefined || last === undefined ? asked : asked - Math.max(0, now - last);
      let isStaying = true;
      return (line) => (isStaying = (readJournalLine(line)?.at ?? (isStaying ? time : 0)) >= time);
    });
  }

  /** Removes all lines, after what was asked for before. Error: `storage-unwritable`. */
  clear(): Promise<Result<void, Problem>> {
    return this.#inTurn(async () => {
      await rm(this.#path, { force: true });
      this.#version += 1;
    });
  }

  /**
   * A part of the file from this byte on; see JournalPart. A part takes main a millisecond or two, however long the file
   * is. Error: `storage-unreadable`.
   */
  async read(from: number): Promise<Result<JournalPart, Problem>> {
    const path = this.#path;
    try {
      // The file may be about to be replaced: read the new one.
      await this.#rewritings.settled();
      const version = this.#version;
      return ok({ ...(await readPart(path, from)), version });
    } catch (error) {
      return err(problem('storage-unreadable', { record: 'journal', path, reason: reasonOf(error) }));
    }
  }

  /** Settles when every line is written. */
  flush(): Promise<void> {
    return this.#rewritings.settled();
  }

  #add(line: object, onFailure: (error: unknown) => void): void {
    const write = () => {
      // SECURITY: a journal that was turned off takes no line, not even one that waited.
      if (this.#isOn()) this.#write(line, onFailure);
    };
    if (this.#rewriting > 0) this.#waiting.push(write);
    else write();
  }

  #write(line: object, onFailure: (error: unknown) => void): void {
    try {
      if (this.#separator === undefined) {
        mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
        this.#separator = separatorFor(this.#path);
      }
      const text = `${this.#separator}${JSON.stringify(line)}\n`;
      appendFileSync(this.#path, text, { flag: atEnd as unknown as string, mode: 0o600 });
      this.#separator = '';
    } catch (error) {
      // A part of the line may have been written: look again before the next one.
      this.#separator = undefined;
      onFailure(error);
    }
  }

  /**
   * Rewrites the file with the lines that are to stay; leaves it alone where all do. `begin` returns a function that is asked
   * about each line, in their order, whether it stays.
   */
  #rewrite(
    begin: () => Promise<(line: string) => boolean> | ((line: string) => boolean),
  ): Promise<Result<void, Problem>> {
    return this.#inTurn(async () => {
      const stays = await begin();
      const kept: string[] = [];
      let goes = false;
      // Part by part, so that main can do other things in between.
      for (let from = 0, end = false; !end;) {
        const part = await readPart(this.#path, from);
        const lines = part.text.split('\n');
        const rest = lines.pop();
        const staying = lines.filter(stays);
        if (rest !== undefined && rest !== '' && stays(rest)) staying.push(rest);
        goes ||= staying.length < lines.length + (rest === '' ? 0 : 1);
        kept.push(staying.map((line) => `${line}\n`).join(''));
        ({ end, next: from } = part);
      }
      if (!goes) return;
      await replaceFile(this.#path, kept);
      this.#version += 1;
    });
  }

  /** The time of the last line that can be read. The last one, not the latest: a clock may have been ahead meanwhile. */
  async #lastTime(): Promise<number | undefined> {
    let last: number | undefined;
    for (let from = 0, end = false; !end;) {
      const part = await readPart(this.#path, from);
      const lines = part.text.split('\n');
      for (let at = lines.length - 1; at >= 0; at -= 1) {
        const entry = readJournalLine(lines[at] ?? '');
        if (entry === undefined) continue;
        last = entry.at;
        break;
      }
      ({ end, next: from } = part);
    }
    return last;
  }

  #inTurn(change: () => Promise<void>): Promise<Result<void, Problem>> {
    this.#rewriting += 1;
    const path = this.#path;
    return this.#rewritings.run(async () => {
      try {
        await change();
        return ok(undefined);
      } catch (error) {
        return err(problem('storage-unwritable', { record: 'journal', path, reason: reasonOf(error) }));
      } finally {
        this.#separator = undefined;
        this.#rewriting -= 1;
        if (this.#rewriting === 0) for (const write of this.#waiting.splice(0)) write();
      }
    });
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
