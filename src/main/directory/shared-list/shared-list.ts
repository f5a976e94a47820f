import type { ObservedCustomer } from '../../../shared/customer.ts';
import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { HeldCustomer } from '../../../shared/status.ts';
import type { TenantId } from '../../../shared/tenant-id.ts';
import type { JsonFile } from '../../storage/json-file.ts';
import type { Directory } from '../directory.ts';
import { readRows } from '../imports/read-rows.ts';
import { KnownNames } from '../known-names.ts';
import { combineRows, listedAfter } from '../list/combine-rows.ts';
import { decodeList } from '../list/decode-list.ts';
import type { Listing } from '../listing.ts';
import type { DomainLookup } from '../sources/domain-lookup.ts';
import type { Pages } from '../sources/source.ts';
import { FoundDomains } from './found-domains.ts';
import { holdBack, type Sifted } from './hold-back.ts';
import { interruption, leftOutOf, leftOutProblem } from './left-out.ts';
import { readPlace, type PlaceReader } from './read-place.ts';
import type { SharedListRecord } from './shared-list-store.ts';

export interface SharedListParts extends PlaceReader {
  /** The setting in force. */
  readonly place: () => string | null;
  readonly file: Pick<JsonFile<SharedListRecord | null>, 'read' | 'write' | 'flush'>;
  readonly directory: Pick<Directory, 'observations' | 'annotations' | 'replace'>;
  readonly lookup: Pick<DomainLookup, 'findAll'>;
  readonly now: () => Date;
}

/** What of a shared list did not come onto the list. */
export interface Withheld {
  readonly held: readonly HeldCustomer[];
  readonly leftOut: Problem | null;
}

/** A team's list of customers, read at each sync. One that has gone or broken leaves what was last read. */
export class SharedList {
  readonly #parts: SharedListParts;
  readonly #domains: FoundDomains;
  readonly #listeners = new Set<(withheld: Withheld) => void>();
  #record: SharedListRecord | null = null;

  constructor(parts: SharedListParts) {
    this.#parts = parts;
    this.#domains = new FoundDomains(parts.lookup);
  }

  async load(): Promise<Problem | undefined> {
    const { value, problem } = await this.#parts.file.read();
    this.#record = value;
    this.#tell();
    return problem;
  }

  /** The rows that wait for the user; see `holdBack`. */
  get held(): readonly HeldCustomer[] {
    return this.#sift().held;
  }

  /** Rows that are no customers, if there are any. */
  get leftOut(): Problem | null {
    const leftOut = this.#inForce()?.leftOut;
    return leftOut === undefined ? null : leftOutProblem(leftOut);
  }

  onChange(listener: (withheld: Withheld) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Another place is in force, or none: what was withheld of the list before is no matter any more. */
  moved(): void {
    this.#domains.forget();
    this.#tell();
  }

  plan(): readonly Listing[] {
    const place = this.#parts.place();
    if (place === null) return [];
    return [{ source: 'shared-list', pages: ({ signal }) => this.#pages(place, signal) }];
  }

  /** Lets a held row in. Errors: `customer-unknown`, those of the disk. */
  async accept(tenantId: TenantId): Promise<Result<void, Problem>> {
    const { directory, now } = this.#parts;
    const row = this.#heldRow(tenantId);
    if (row === undefined) return err(problem('customer-unknown', { tenantId }));
    const before = directory.observations().find(({ source }) => source === 'shared-list');
    const customers = (before?.customers ?? []).filter((each) => each.tenantId !== tenantId);
    // From now on its name is known for this tenant too.
    const at = before?.at ?? now().toISOString();
    const replaced = await directory.replace({ source: 'shared-list', at, customers: [...customers, row] });
    this.#tell();
    return replaced;
  }

  /** Keeps a held row out, whatever the list calls it later. Errors: `customer-unknown`, those of the disk. */
  async refuse(tenantId: TenantId): Promise<Result<void, Problem>> {
    if (this.#record === null || this.#heldRow(tenantId) === undefined)
      return err(problem('customer-unknown', { tenantId }));
    return this.#keep({ ...this.#record, refused: [...this.#record.refused, tenantId] });
  }

  flush(): Promise<void> {
    return this.#parts.file.flush();
  }

  async *#pages(place: string, signal: AbortSignal): Pages {
    yield await this.#read(place, signal);
  }

  async #read(place: string, signal: AbortSignal): Promise<Result<readonly ObservedCustomer[], Problem>> {
    const last = this.#record?.place === place ? this.#record : null;
    const reading = await readPlace(place, last?.version, this.#parts, signal);
    if (!reading.ok) return reading;
    if (reading.value !== 'unchanged') {
      const { bytes, version } = reading.value;
      const text = decodeList(bytes);
      if (!text.ok) return text;
      const read = await readRows(text.value, this.#domains, signal);
      if (!read.ok) return read;
      // Rows that only could not be looked up now must not be missing until the list has another version.
      const interrupted = interruption(read.value.refused);
      if (interrupted) return err(interrupted);
      // A page of a proxy, or half a file, is no list that everybody has left.
      if (read.value.rows.length === 0) return err(problem('list-empty', {}));
      if (this.#overtaken(place, signal)) return err(problem('cancelled', {}));
      const rows = combineRows(read.value.rows).map((row) => listedAfter(undefined, row));
      // As it is now: the user may have refused a row while this was read.
      const refused = this.#inForce()?.refused ?? [];
      const leftOut = leftOutOf(read.value.refused);
      this.#domains.forget();
      const kept = await this.#keep({
        place,
        ...(version !== undefined && { version }),
        rows,
        refused,
        ...(leftOut && { leftOut }),
      });
      if (!kept.ok) return kept;
    }
    if (this.#overtaken(place, signal)) return err(problem('cancelled', {}));
    const { listed } = this.#sift();
    this.#tell();
    return ok(listed);
  }

  /** Another place may come into force before the reading of this one is called off. */
  #overtaken(place: string, signal: AbortSignal): boolean {
    return signal.aborted || place !== this.#parts.place();
  }

  /** What was read of the place that is set now. */
  #inForce(): SharedListRecord | null {
    return this.#record?.place === this.#parts.place() ? this.#record : null;
  }

  #keep(record: SharedListRecord): Promise<Result<void, Problem>> {
    this.#record = record;
    const kept = this.#parts.file.write(record);
    this.#tell();
    return kept;
  }

  #heldRow(tenantId: TenantId): ObservedCustomer | undefined {
    if (!this.held.some((held) => held.tenantId === tenantId)) return undefined;
    return this.#record?.rows.find((row) => row.tenantId === tenantId);
  }

  #sift(): Sifted {
    const record = this.#inForce();
    if (record === null) return { listed: [], held: [] };
    const known = new KnownNames();
    const { directory } = this.#parts;
    for (const { customers } of directory.observations())
      for (const { tenantId, name, defaultDomain, domains } of customers)
        known.add({
          tenantId,
          names: name === undefined ? [] : [name],
          domains: defaultDomain === undefined ? domains : [defaultDomain, ...domains],
        });
    for (const [tenantId, { name, aliases }] of directory.annotations())
      known.add({
        tenantId,
        names: [...(name === undefined ? [] : [name]), ...(aliases ?? [])],
        domains: [],
      });
    return holdBack(record.rows, known, new Set(record.refused));
  }

  #tell(): void {
    const { held, leftOut } = this;
    for (const listener of this.#listeners) listener({ held, leftOut });
  }
}
