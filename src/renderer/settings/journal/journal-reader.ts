import type { TidegateApi } from '#shared/commands/channels.ts';
import { Sequencer } from '#shared/events/sequencer.ts';
import { readJournalLine, type JournalEntry } from '#shared/journal/journal-entry.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** What has been read of the journal. */
export interface JournalRead {
  /** In the order of the file: oldest first. */
  readonly entries: readonly JournalEntry[];
  /** How many lines cannot be read. */
  readonly broken: number;
  readonly problem: Problem | null;
}

/** Reads the journal part by part, and later what has been added since. */
export class JournalReader {
  readonly #read: TidegateApi['journal'];
  #entries: JournalEntry[] = [];
  #broken = 0;
  #next = 0;
  #version: number | undefined;
  readonly #readings = new Sequencer();

  constructor(read: TidegateApi['journal']) {
    this.#read = read;
  }

  /** Reads on to the end; one reading after the other. */
  readOn(): Promise<JournalRead> {
    return this.#readings.run(async () => {
      const problem = await this.#toEnd();
      return { entries: [...this.#entries], broken: this.#broken, problem };
    });
  }

  async #toEnd(): Promise<Problem | null> {
    for (;;) {
      const part = await this.#read(this.#next);
      if (!part.ok) return part.error;
      const { end, next, text, version } = part.value;
      if (version !== this.#version && this.#next > 0) {
        // The file was replaced: a place in the old one means nothing in the new one.
        this.#startOver();
        continue;
      }
      this.#version = version;
      this.#next = next;
      this.#take(text);
      if (end) return null;
    }
  }

  #startOver(): void {
    this.#entries = [];
    this.#broken = 0;
    this.#next = 0;
  }

  #take(text: string): void {
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      const entry = readJournalLine(line);
      if (entry === undefined) this.#broken += 1;
      else this.#entries.push(entry);
    }
  }
}
