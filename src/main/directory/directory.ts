import type { ListDelta } from '../../shared/channels.ts';
import type { Annotation, Customer, Observation, ObservedCustomer } from '../../shared/customer.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { TenantId } from '../../shared/tenant-id.ts';
import type { AnnotationStore } from './annotations/annotation-store.ts';
import { differenceOf } from './delta.ts';
import { applyRows, type AppliedRows, type ResolvedRow } from './list/apply-rows.ts';
import { mergeCustomers, type Customers } from './merge.ts';
import type { ObservationStore } from './observations.ts';

export type ListChange = Omit<AppliedRows, 'customers'>;

/**
 * The customers there are: what the sources reported and what the user wrote, from disk and kept there. Every change is
 * seen at once and written behind it: a change that settles with `storage-unwritable` or `storage-newer` holds until
 * Tidegate ends.
 */
export class Directory {
  readonly #observationStore: ObservationStore;
  readonly #annotationStore: AnnotationStore;
  readonly #now: () => Date;
  readonly #listeners = new Set<(delta: ListDelta) => void>();
  #observations: ReadonlyMap<string, Observation> = new Map();
  #annotations = new Map<TenantId, Annotation>();
  #ownTenantIds: ReadonlySet<TenantId> = new Set();
  #revision = 0;
  /** Merged when first asked for after a change. */
  #merged: Customers | undefined;
  /** The customers that listeners know of. */
  #told: Customers = new Map();
  #telling: NodeJS.Immediate | undefined;

  constructor(observationStore: ObservationStore, annotationStore: AnnotationStore, now: () => Date) {
    this.#observationStore = observationStore;
    this.#annotationStore = annotationStore;
    this.#now = now;
  }

  /** Reads all there is; what could not be read is told and left out. */
  async load(): Promise<readonly Problem[]> {
    const [stored, written] = await Promise.all([
      this.#observationStore.load(),
      this.#annotationStore.load(),
    ]);
    this.#observations = new Map(stored.observations.map((observation) => [keyOf(observation), observation]));
    this.#annotations = new Map(written.annotations);
    this.#changed();
    return written.problem ? [...stored.problems, written.problem] : stored.problems;
  }

  /** Grows by one with every change. */
  get revision(): number {
    return this.#revision;
  }

  /** Never changed in place: whoever holds it holds one revision. */
  customers(): Customers {
    this.#merged ??= mergeCustomers(this.#observations.values(), this.#annotations, this.#ownTenantIds);
    return this.#merged;
  }

  find(tenantId: TenantId): Customer | undefined {
    return this.customers().get(tenantId);
  }

  observations(): readonly Observation[] {
    return [...this.#observations.values()];
  }

  annotationOf(tenantId: TenantId): Annotation | undefined {
    return this.#annotations.get(tenantId);
  }

  /** The whole list, for a window that has none yet; deltas that follow may repeat a part of it. */
  snapshot(): ListDelta {
    return { revision: this.#revision, reset: true, upsert: [...this.customers().values()], remove: [] };
  }

  /** Changes that come together are told together, and only when a customer looks different. */
  onChange(listener: (delta: ListDelta) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The home tenants of the accounts that are signed in: marked as own, whichever source lists them. */
  setOwnTenants(tenantIds: Iterable<TenantId>): void {
    this.#ownTenantIds = new Set(tenantIds);
    this.#changed();
  }

  /** Puts a source's newest report for an account in the place of its last. */
  replace(observation: Observation): Promise<Result<void, Problem>> {
    this.#observations = new Map(this.#observations).set(keyOf(observation), observation);
    this.#changed();
    return this.#observationStore.replace(observation);
  }

  /** Forgets what the sources reported for an account, and nothing else. */
  removeAccount(accountId: string): Promise<Result<void, Problem>> {
    const staying = this.observations().filter((observation) => observation.accountId !== accountId);
    this.#observations = new Map(staying.map((observation) => [keyOf(observation), observation]));
    this.#changed();
    return this.#observationStore.removeAccount(accountId);
  }

  /** Adds to the list that the user keeps by hand. */
  async addToList(rows: readonly ResolvedRow[]): Promise<Result<ListChange, Problem>> {
    const { customers, ...change } = applyRows(this.#list(), rows);
    const written = change.added + change.updated === 0 ? ok(undefined) : await this.#replaceList(customers);
    return written.ok ? ok(change) : written;
  }

  /** Error `customer-unknown` when it is not on the list that the user keeps by hand. */
  async removeFromList(tenantId: TenantId): Promise<Result<void, Problem>> {
    const staying = this.#list().filter((customer) => customer.tenantId !== tenantId);
    if (staying.length === this.#list().length) return err(problem('customer-unknown', { tenantId }));
    return this.#replaceList(staying);
  }

  /** Puts what the user writes about a customer in the place of what was written before. */
  annotate(tenantId: TenantId, annotation: Annotation): Promise<Result<void, Problem>> {
    if (Object.keys(annotation).length === 0) this.#annotations.delete(tenantId);
    else this.#annotations.set(tenantId, annotation);
    this.#changed();
    return this.#annotationStore.save(this.#annotations);
  }

  /** Settles when all is on disk; nothing is told any more. */
  async close(): Promise<void> {
    clearImmediate(this.#telling);
    this.#listeners.clear();
    await Promise.all([this.#observationStore.flush(), this.#annotationStore.flush()]);
  }

  #list(): readonly ObservedCustomer[] {
    return this.#observations.get(keyOf({ source: 'list' }))?.customers ?? [];
  }

  #replaceList(customers: readonly ObservedCustomer[]): Promise<Result<void, Problem>> {
    return this.replace({ source: 'list', at: this.#now().toISOString(), customers });
  }

  #changed(): void {
    this.#revision += 1;
    this.#merged = undefined;
    this.#telling ??= setImmediate(() => {
      this.#telling = undefined;
      const customers = this.customers();
      const { upsert, remove } = differenceOf(this.#told, customers);
      this.#told = customers;
      if (upsert.length + remove.length === 0) return;
      const delta: ListDelta = { revision: this.#revision, reset: false, upsert, remove };
      for (const listener of this.#listeners) listener(delta);
    });
  }
}

function keyOf({ source, accountId }: Pick<Observation, 'source' | 'accountId'>): string {
  return `${source} ${accountId ?? ''}`;
}
