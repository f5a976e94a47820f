import { Emitter } from '#shared/events/emitter.ts';
import type { ObservedCustomer } from '#shared/customer/customer.ts';
import type { ListEncoding } from '#shared/imports/list-encoding.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { HeldCustomer } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { JsonFile } from '../../system/storage/json-file.ts';
import type { Directory } from '../store/directory.ts';
import { guessOf } from '../formats/guess.ts';
import type { Listing } from '../sources/listing.ts';
import type { DomainLookup } from '../sources/domain-lookup.ts';
import type { Pages } from '../sources/source.ts';
import { FoundDomains } from './found-domains.ts';
import type { Sifted } from './hold-back.ts';
import { leftOutProblem } from './left-out.ts';
import { readList } from './read-list.ts';
import { readPlace, type PlaceReader } from './read-place.ts';
import type { SharedListRecord } from './shared-list-store.ts';
import { Sieve } from './sieve.ts';

const nothing: Sifted = { listed: [], held: [] };

export interface SharedListOptions extends PlaceReader {
  /** The place of the list, as the settings have it. */
  readonly place: () => string | null;
  /** How the user says that the list's letters are written; null, or none, to find it out. */
  readonly encoding?: () => ListEncoding | null;
  readonly file: Pick<JsonFile<SharedListRecord | null>, 'read' | 'write' | 'flush'>;
  readonly directory: Pick<Directory, 'observations' | 'annotations' | 'replace' | 'settledRevision'>;
  readonly lookup: Pick<DomainLookup, 'findAll'>;
  readonly now: () => Date;
}

/** Rows of a shared list that did not come onto the list. */
export interface Withheld {
  readonly held: readonly HeldCustomer[];
  readonly leftOut: Problem | null;
  /** What is odd in the list as a whole. */
  readonly told: readonly Problem[];
}

/** A team's list of customers, read at each sync. One that has gone or broken leaves what was last read. */
export class SharedList {
  readonly #options: SharedListOptions;
  readonly #domains: FoundDomains;
  readonly #changes = new Emitter<Withheld>();
  readonly #sieve: Sieve;
  #record: SharedListRecord | null = null;
  /** What the user is asked about, and the record it is from. */
  #asked: { readonly record: SharedListRecord; readonly held: readonly HeldCustomer[] } | null = null;

  constructor(options: SharedListOptions) {
    this.#options = options;
    this.#domains = new FoundDomains(options.lookup);
    this.#sieve = new Sieve(options.directory);
  }

  async load(): Promise<Problem | undefined> {
    const { value, problem } = await this.#options.file.read();
    this.#record = value;
    await this.#sift();
    return problem;
  }

  /** The rows that wait for the user; see `holdBack`. */
  get held(): readonly HeldCustomer[] {
    return this.#asked?.record.place === this.#options.place() ? this.#asked.held : [];
  }

  /** Rows that are no customers, if there are any. */
  get leftOut(): Problem | null {
    const leftOut = this.#inForce()?.leftOut;
    return leftOut === undefined ? null : leftOutProblem(leftOut);
  }

  /** What is odd in the list, if anything. */
  get told(): readonly Problem[] {
    const { guessed, openQuote } = this.#inForce() ?? {};
    return [
      ...(guessed === undefined ? [] : [guessOf({ encoding: guessed })]),
      ...(openQuote === undefined ? [] : [problem('list-quote-open', { line: openQuote })]),
    ];
  }

  onChange(listener: (withheld: Withheld) => void): () => void {
    return this.#changes.on(listener);
  }

  /** Another place is in force, or none: what was withheld of the list before is no matter any more. */
  moved(): void {
    this.#domains.forget();
    this.#tell();
  }

  plan(): readonly Listing[] {
    const place = this.#options.place();
    if (place === null) return [];
    return [{ source: 'shared-list', pages: ({ signal }) => this.#pages(place, signal) }];
  }

  /** Lets a held row in. Errors: `customer-unknown`, those of the disk. */
  async accept(tenantId: TenantId): Promise<Result<void, Problem>> {
    const { directory, now } = this.#options;
    const row = this.#heldRow(tenantId);
    if (row === undefined) return err(problem('customer-unknown', { tenantId }));
    this.#answered(tenantId);
    const before = directory.observations().find(({ source }) => source === 'shared-list');
    const customers = (before?.customers ?? []).filter((each) => each.tenantId !== tenantId);
    // From now on its name is known for this tenant too.
    const at = before?.at ?? now().toISOString();
    const replaced = await directory.replace({ source: 'shared-list', at, customers: [...customers, row] });
    await this.#sift();
    return replaced;
  }

  /** Keeps a held row out, whatever the list calls it later. Errors: `customer-unknown`, those of the disk. */
  async refuse(tenantId: TenantId): Promise<Result<void, Problem>> {
    const record = this.#inForce();
    if (record === null || this.#heldRow(tenantId) === undefined)
      return err(problem('customer-unknown', { tenantId }));
    this.#answered(tenantId);
    return this.#keep({ ...record, refused: [...record.refused, tenantId] });
  }

  flush(): Promise<void> {
    return this.#options.file.flush();
  }

  async *#pages(place: string, signal: AbortSignal): Pages {
    yield await this.#read(place, signal);
  }

  async #read(place: string, signal: AbortSignal): Promise<Result<readonly ObservedCustomer[], Problem>> {
    const last = this.#record?.place === place ? this.#record : null;
    const encoding = this.#options.encoding?.() ?? undefined;
    const known = last?.chosen === encoding ? last?.version : undefined;
    const reading = await readPlace(place, known, this.#options, signal);
    if (!reading.ok) return reading;
    if (reading.value !== 'unchanged') {
      const { bytes, contentType, version } = reading.value;
      const hints = {
        ...(encoding !== undefined && { encoding }),
        ...(contentType !== undefined && { contentType }),
      };
      const list = await readList(bytes, hints, this.#domains, signal);
      if (!list.ok) return list;
      if (this.#overtaken(place, signal)) return err(problem('cancelled', {}));
      this.#domains.forget();
      // As it is now: the user may have refused a row while this was read.
      const refused = this.#inForce()?.refused ?? [];
      const kept = await this.#keep({
        place,
        ...(version !== undefined && { version }),
        ...list.value,
        refused,
      });
      if (!kept.ok) return kept;
    }
    const { listed } = await this.#sift();
    return this.#overtaken(place, signal) ? err(problem('cancelled', {})) : ok(listed);
  }

  /** Another place may come into force before the reading of this one is called off. */
  #overtaken(place: string, signal: AbortSignal): boolean {
    return signal.aborted || place !== this.#options.place();
  }

  /** What was read of the place that is set now. */
  #inForce(): SharedListRecord | null {
    return this.#record?.place === this.#options.place() ? this.#record : null;
  }

  #keep(record: SharedListRecord): Promise<Result<void, Problem>> {
    this.#record = record;
    return this.#options.file.write(record);
  }

  /** The row as the user was asked about it: what a newer list says of the tenant is another question. */
  #heldRow(tenantId: TenantId): ObservedCustomer | undefined {
    if (!this.held.some((held) => held.tenantId === tenantId)) return undefined;
    return this.#asked?.record.rows.find((row) => row.tenantId === tenantId);
  }

  #answered(tenantId: TenantId): void {
    const held = this.held.filter((each) => each.tenantId !== tenantId);
    this.#asked &&= { ...this.#asked, held };
    this.#tell();
  }

  /** What of the record in force may come onto the list; tells what may not. */
  async #sift(): Promise<Sifted> {
    for (;;) {
      const record = this.#inForce();
      const sifted = record === null ? nothing : await this.#sieve.sift(record);
      // Meanwhile the user may have refused a row, or chosen another place.
      if (record !== this.#inForce()) continue;
      this.#asked = record && { record, held: sifted.held };
      this.#tell();
      return sifted;
    }
  }

  #tell(): void {
    const { held, leftOut, told } = this;
    this.#changes.tell({ held, leftOut, told });
  }
}
