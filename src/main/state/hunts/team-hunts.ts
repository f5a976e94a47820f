import { Emitter } from '#shared/events/emitter.ts';
import type { Hunt } from '#shared/hunts/hunt.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { ok, type Result } from '#shared/problems/result.ts';
import { sniff } from '../../customers/formats/sniff.ts';
import type { Reading } from '../../customers/shared-list/read-place.ts';
import type { JsonFile } from '../../system/storage/json-file.ts';
import { parseHunts, type ReadHunts } from './parse-hunts.ts';
import type { TeamHuntsRecord } from './team-hunts-store.ts';

export interface TeamHuntsOptions {
  /** The setting in force: a path, an https address, or null for no list. */
  readonly place: () => string | null;
  readonly file: Pick<JsonFile<TeamHuntsRecord | null>, 'read' | 'write' | 'flush'>;
  /** Reads a place as that of the shared list of customers is read, unless it is still the `known` version. */
  readonly read: (
    place: string,
    known: string | undefined,
    signal: AbortSignal,
  ) => Promise<Result<Reading, Problem>>;
}

export interface TeamHuntsStatus {
  readonly hunts: readonly Hunt[];
  /** Why the list could not be read last, or what of it was left out; null when all is well. */
  readonly problem: Problem | null;
}

/** A team's list of hunts, read at each sync. One that has gone or broken leaves what was last read. */
export class TeamHunts {
  readonly #options: TeamHuntsOptions;
  readonly #changes = new Emitter<TeamHuntsStatus>();
  #record: TeamHuntsRecord | null = null;
  #failure: Problem | null = null;
  #followed: string | null = null;
  #isSyncing = false;
  #reading = new AbortController();

  constructor(options: TeamHuntsOptions) {
    this.#options = options;
  }

  /** Loads what was read before Tidegate ended last. */
  async load(): Promise<Problem | undefined> {
    const { value, problem: trouble } = await this.#options.file.read();
    this.#record = value;
    this.#followed = this.#options.place();
    this.#tell();
    return trouble;
  }

  /** What is known of the place that is set now. */
  get status(): TeamHuntsStatus {
    const record = this.#inForce();
    const leftOut = record?.leftOut;
    const left =
      leftOut === undefined
        ? null
        : problem('team-hunts-left-out', { count: String(leftOut.count), name: leftOut.first });
    return { hunts: record?.hunts ?? [], problem: this.#failure ?? left };
  }

  onChange(listener: (status: TeamHuntsStatus) => void): () => void {
    return this.#changes.on(listener);
  }

  /** Reads another place as soon as it is set. */
  async follow(place: string | null): Promise<void> {
    if (place === this.#followed) return;
    this.#followed = place;
    this.#failure = null;
    this.#tell();
    await this.read();
  }

  /** Reads the list when a sync begins. */
  async followSync(isRunning: boolean): Promise<void> {
    const begins = isRunning && !this.#isSyncing;
    this.#isSyncing = isRunning;
    if (begins) await this.read();
  }

  /** Reads the list as it is now; a reading that is under way is given up. */
  async read(): Promise<void> {
    this.stop();
    const place = this.#options.place();
    if (place === null) return;
    const { signal } = this.#reading;
    const reading = await this.#options.read(place, this.#inForce()?.version, signal);
    const read = reading.ok ? await huntsIn(reading.value) : reading;
    // Another place, or another reading of this one, has come into force meanwhile.
    if (signal.aborted || place !== this.#options.place()) return;
    this.#failure = read.ok ? await this.#keep(place, read.value) : ofHunts(read.error);
    this.#tell();
  }

  /** Gives up a reading that is under way. */
  stop(): void {
    this.#reading.abort();
    this.#reading = new AbortController();
  }

  flush(): Promise<void> {
    return this.#options.file.flush();
  }

  async #keep(place: string, read: Versioned | 'unchanged'): Promise<Problem | null> {
    if (read === 'unchanged') return null;
    this.#record = { place, ...read };
    const kept = await this.#options.file.write(this.#record);
    return kept.ok ? null : kept.error;
  }

  #inForce(): TeamHuntsRecord | null {
    return this.#record?.place === this.#options.place() ? this.#record : null;
  }

  #tell(): void {
    const { status } = this;
    this.#changes.tell(status);
  }
}

type Versioned = Omit<TeamHuntsRecord, 'place'>;

/** What a version of the list says. Errors: those of `sniff` and `parseHunts`. */
async function huntsIn(reading: Reading): Promise<Result<Versioned | 'unchanged', Problem>> {
  if (reading === 'unchanged') return ok(reading);
  const { bytes, contentType, version } = reading;
  const list = await sniff(bytes, contentType === undefined ? {} : { contentType });
  const read: Result<ReadHunts, Problem> = list.ok ? parseHunts(list.value.text) : list;
  return read.ok ? ok({ ...read.value, ...(version !== undefined && { version }) }) : read;
}

/** The words about a list of customers would mislead here. */
function ofHunts(error: Problem): Problem {
  return error.kind === 'shared-list-unreadable' ? problem('team-hunts-gone', error.values) : error;
}
