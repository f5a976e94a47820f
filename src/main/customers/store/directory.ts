import { Emitter } from '#shared/events/emitter.ts';
import { Sequencer } from '#shared/events/sequencer.ts';
import type { ListDelta } from '#shared/commands/list-delta.ts';
import type {
  Annotation,
  Customer,
  Observation,
  ObservedCustomer,
  SourceId,
} from '#shared/customer/customer.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { AnnotationStore } from '../annotations/annotation-store.ts';
import { ListChange } from '../merge/list-change.ts';
import type { ImportStep, Written } from '../imports/import-step.ts';
import { inSlices, systemClock, type SliceClock } from '../../system/process/in-slices.ts';
import { mergeTenant, tenantIdsIn, type Customers, type OwnTenants } from '../merge/merge.ts';
import type { ObservationStore } from './observations.ts';
import { ObservationIndex } from '../merge/observation-index.ts';

/**
 * Listeners are told of a listing's pages at most this often, in milliseconds: pages come every 20 ms, and each
 * telling costs time in every window. What the user changes is told at once.
 */
const pagePause = 100;

/**
 * The customers there are: what the sources reported and what the user wrote, from disk and kept there. Every change is
 * seen at once and written behind it: a change that settles with `storage-unwritable` or `storage-newer` holds until
 * Tidegate ends.
 */
export class Directory {
  readonly #observationStore: ObservationStore;
  readonly #annotationStore: AnnotationStore;
  readonly #now: () => Date;
  readonly #changes = new Emitter<ListDelta>();
  readonly #settlings = new Emitter();
  readonly #observationIndex = new ObservationIndex();
  #annotations = new Map<TenantId, Annotation>();
  #own: OwnTenants;
  #revision = 0;
  #onDisk = true;
  #settledRevision = 0;
  #merged: Customers = new Map();
  /** The tenants to be merged anew when somebody next asks for the customers. */
  readonly #stale = new Set<TenantId>();
  /** The next `#merged`, while tenants are merged in slices. */
  #merging: Map<TenantId, Customer> | undefined;
  readonly #change = new ListChange();
  #stopTelling: (() => void) | undefined;
  readonly #telling = new Sequencer();
  readonly #clock: SliceClock;
  /** When listeners were last told, as `performance.now()` gives it. */
  #toldAt = Number.NEGATIVE_INFINITY;

  /** `ownTenant`: the one that the user named as the MSSP's own. */
  constructor(
    observationStore: ObservationStore,
    annotationStore: AnnotationStore,
    now: () => Date,
    ownTenant: TenantId | null = null,
    clock: SliceClock = systemClock,
  ) {
    this.#own = { homes: new Set(), named: ownTenant };
    this.#clock = clock;
    this.#observationStore = observationStore;
    this.#annotationStore = annotationStore;
    this.#now = now;
  }

  /**
   * Reads all there is; what could not be read is told and left out. `ownTenantIds`: those that were the accounts' home
   * tenants when Tidegate last ran, until it is known whose they are now.
   */
  async load(ownTenantIds: readonly TenantId[] = []): Promise<readonly Problem[]> {
    const [stored, written] = await Promise.all([
      this.#observationStore.load(),
      this.#annotationStore.load(),
    ]);
    for (const observation of stored.observations) this.#observationIndex.replace(observation);
    this.#annotations = new Map(written.annotations);
    this.#own = { ...this.#own, homes: new Set(ownTenantIds) };
    this.#revision += 1;
    this.#settledRevision += 1;
    const merged = new Map<TenantId, Customer>();
    // In slices: the finder's page starts meanwhile, and asks the main process time and again.
    await inSlices([...tenantIdsIn(this.#observationIndex, this.#own)], (tenantId) => {
      const customer = mergeTenant(tenantId, this.#observationIndex, this.#annotations, this.#own);
      if (customer !== undefined) merged.set(tenantId, customer);
    });
    // Whoever follows takes a snapshot first: telling the whole list as a change too held up the start.
    this.#merged = merged;
    this.#change.take();
    return written.problem ? [...stored.problems, written.problem] : stored.problems;
  }

  /** Grows by one with every change. */
  get revision(): number {
    return this.#revision;
  }

  /** Grows by one with every change but what a listing under way proposes: see `observations` and `annotations`. */
  get settledRevision(): number {
    return this.#settledRevision;
  }

  /** False while somebody is on the list only by a listing that is under way or broke off. */
  get isWhole(): boolean {
    return this.#observationIndex.areWhole;
  }

  /** Nothing was refused by the disk since Tidegate started. */
  get isOnDisk(): boolean {
    return this.#onDisk;
  }

  /** The home tenants of the accounts that are signed in. */
  get ownTenantIds(): ReadonlySet<TenantId> {
    return this.#own.homes;
  }

  /** Never changed in place: whoever holds it holds one revision. */
  customers(): Customers {
    if (this.#stale.size > 0) {
      for (const tenantId of this.#stale) this.#merge(tenantId);
      this.#takeMerged();
    }
    return this.#merged;
  }

  #merge(tenantId: TenantId): void {
    this.#stale.delete(tenantId);
    const before = (this.#merging ?? this.#merged).get(tenantId);
    const merged = mergeTenant(tenantId, this.#observationIndex, this.#annotations, this.#own);
    const customer = this.#change.note(tenantId, before, merged);
    if (customer === before) return;
    this.#merging ??= new Map(this.#merged);
    if (customer === undefined) this.#merging.delete(tenantId);
    else this.#merging.set(tenantId, customer);
  }

  #takeMerged(): void {
    if (this.#merging !== undefined) this.#merged = this.#merging;
    this.#merging = undefined;
  }

  /** Merges no other customer for it: whoever needs one does not wait for a whole list that has just come. */
  find(tenantId: TenantId): Customer | undefined {
    if (this.#stale.has(tenantId)) this.#merge(tenantId);
    return (this.#merging ?? this.#merged).get(tenantId);
  }

  /** The observations of listings that came to their end. */
  observations(): readonly Observation[] {
    return this.#observationIndex.observations;
  }

  /** Also of customers that no source lists now. Never changed in place. */
  annotations(): ReadonlyMap<TenantId, Annotation> {
    return new Map(this.#annotations);
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
    return this.#changes.on(listener);
  }

  /** Calls the listener after each change of `settledRevision`; what is to be written is not on disk yet. */
  onSettled(listener: () => void): () => void {
    return this.#settlings.on(listener);
  }

  /** The home tenants of the accounts that are signed in: marked as own, whichever source lists them. */
  setOwnTenants(tenantIds: Iterable<TenantId>): void {
    const before = this.#own.homes;
    const homes = new Set(tenantIds);
    this.#own = { ...this.#own, homes };
    const changed = [...before, ...homes].filter(
      (tenantId) => !(before.has(tenantId) && homes.has(tenantId)),
    );
    if (changed.length > 0) this.#changed(changed);
  }

  /** The tenant that the user names as the MSSP's own: on the list and marked as own, also when nothing lists it. */
  nameOwnTenant(tenantId: TenantId | null): void {
    const before = this.#own.named;
    if (tenantId === before) return;
    this.#own = { ...this.#own, named: tenantId };
    this.#changed([before, tenantId].filter((each) => each !== null));
  }

  /** Puts a source's newest report for an account in the place of its last. */
  replace(observation: Observation): Promise<Result<void, Problem>> {
    this.#changed(this.#observationIndex.replace(observation));
    return this.#written(this.#observationStore.replace(observation));
  }

  /** Shows what a listing under way names and the whole one before it did not. In memory only; see Sync for the rule. */
  propose(name: Pick<Observation, 'source' | 'accountId'>, customers: readonly ObservedCustomer[]): void {
    this.#changed(this.#observationIndex.propose(name, customers), pagePause);
  }

  /** Forgets what the sources reported for an account, and nothing else. */
  removeAccount(accountId: string): Promise<Result<void, Problem>> {
    this.#changed(this.#observationIndex.remove((observation) => observation.accountId === accountId));
    return this.#written(this.#observationStore.removeAccount(accountId));
  }

  /** Forgets what a source reported, for any account, and nothing else. */
  removeSource(source: SourceId): Promise<Result<void, Problem>> {
    this.#changed(this.#observationIndex.remove((observation) => observation.source === source));
    return this.#written(this.#observationStore.removeSource(source));
  }

  /** What the user's own list says of a customer, and what the user wrote about it. */
  written(tenantId: TenantId): Written {
    return { listed: this.#list().get(tenantId), annotation: this.#annotations.get(tenantId) };
  }

  /**
   * Carries out what an import planned, as one change. Errors: `import-outdated` when what it was about has changed since
   * and nothing is done; `storage-unwritable`, `storage-newer`.
   */
  async write(steps: readonly WriteStep[]): Promise<Result<void, Problem>> {
    if (steps.length === 0) return ok(undefined);
    const revision = this.#settledRevision;
    const list = new Map(this.#list());
    const annotations = new Map(this.#annotations);
    const ids: TenantId[] = [];
    const outdated: TenantId[] = [];
    await inSlices(
      steps,
      ({ tenantId, before, after }) => {
        if (before !== undefined && !isStill(before, list.get(tenantId), annotations.get(tenantId)))
          outdated.push(tenantId);
        ids.push(tenantId);
        list.set(tenantId, after.listed);
        note(annotations, tenantId, after.annotation);
      },
      this.#clock,
    );
    // The import shows as one change. Something else was written while its steps were gone through: they are
    // gone through again, so that it is not lost.
    if (revision !== this.#settledRevision) return this.write(steps);
    if (outdated.length > 0) return err(problem('import-outdated', {}));
    this.#annotations = annotations;
    const observation = this.#listOf([...list.values()]);
    this.#observationIndex.put(observation, list);
    this.#changed(ids);
    const outcomes = await Promise.all([
      this.#written(this.#observationStore.replace(observation)),
      this.#written(this.#annotationStore.save(this.#annotations)),
    ]);
    return outcomes.find((outcome) => !outcome.ok) ?? ok(undefined);
  }

  /** Error `customer-unknown` when it is not on the list that the user keeps by hand. */
  async removeFromList(tenantId: TenantId): Promise<Result<void, Problem>> {
    const staying = new Map(this.#list());
    if (!staying.delete(tenantId)) return err(problem('customer-unknown', { tenantId }));
    return this.#replaceList([...staying.values()]);
  }

  /** Takes every customer of this kind off the user's own list and forgets what was written about it. */
  async forgetListed(isIt: (tenantId: TenantId) => boolean): Promise<Result<void, Problem>> {
    const all = [...this.#list().values()];
    const staying = all.filter(({ tenantId }) => !isIt(tenantId));
    const noted = [...this.#annotations.keys()].filter(isIt);
    if (staying.length === all.length && noted.length === 0) return ok(undefined);
    this.#annotations = new Map([...this.#annotations].filter(([tenantId]) => !isIt(tenantId)));
    this.#changed(noted);
    const outcomes = await Promise.all([
      this.#replaceList(staying),
      this.#written(this.#annotationStore.save(this.#annotations)),
    ]);
    return outcomes.find((outcome) => !outcome.ok) ?? ok(undefined);
  }

  /**
   * Forgets what any source reported of a customer, and what the user wrote about it. A source that still lists it
   * brings it back at its next listing.
   */
  async forget(tenantId: TenantId): Promise<Result<void, Problem>> {
    const without = this.#observationIndex.forget(tenantId);
    const outcomes = await Promise.all([
      this.annotate(tenantId, {}),
      ...without.map((observation) => this.#written(this.#observationStore.replace(observation))),
    ]);
    return outcomes.find((outcome) => !outcome.ok) ?? ok(undefined);
  }

  /** Puts what the user writes about a customer in the place of what was written before. */
  annotate(tenantId: TenantId, annotation: Annotation): Promise<Result<void, Problem>> {
    this.#note(tenantId, annotation);
    this.#changed([tenantId]);
    return this.#written(this.#annotationStore.save(this.#annotations));
  }

  /** As `annotate`, of several customers: told and written once. */
  annotateAll(annotations: ReadonlyMap<TenantId, Annotation>): Promise<Result<void, Problem>> {
    for (const [tenantId, annotation] of annotations) this.#note(tenantId, annotation);
    this.#changed([...annotations.keys()]);
    return this.#written(this.#annotationStore.save(this.#annotations));
  }

  /** Settles when all is on disk; nothing is told any more. */
  async close(): Promise<void> {
    this.#stopTelling?.();
    this.#changes.clear();
    this.#settlings.clear();
    await this.flush();
  }

  /** Settles when nothing is left to write. */
  async flush(): Promise<void> {
    await Promise.all([this.#observationStore.flush(), this.#annotationStore.flush()]);
  }

  async #written(writing: Promise<Result<void, Problem>>): Promise<Result<void, Problem>> {
    const outcome = await writing;
    if (!outcome.ok) this.#onDisk = false;
    return outcome;
  }

  #note(tenantId: TenantId, annotation: Annotation): void {
    note(this.#annotations, tenantId, annotation);
  }

  /** What the user keeps by hand. */
  #list(): ReadonlyMap<TenantId, ObservedCustomer> {
    return this.#observationIndex.customersOf({ source: 'list' });
  }

  #replaceList(customers: readonly ObservedCustomer[]): Promise<Result<void, Problem>> {
    return this.replace(this.#listOf(customers));
  }

  #listOf(customers: readonly ObservedCustomer[]): Observation {
    return { source: 'list', at: this.#now().toISOString(), customers };
  }

  /** `pause`: the least time since something was told, in milliseconds. */
  #changed(tenantIds: Iterable<TenantId>, pause = 0): void {
    this.#revision += 1;
    if (pause === 0) this.#settledRevision += 1;
    for (const tenantId of tenantIds) this.#stale.add(tenantId);
    if (pause === 0) this.#settlings.tell();
    if (this.#stopTelling !== undefined && pause > 0) return;
    this.#stopTelling?.();
    this.#stopTelling = soon(this.#toldAt + pause - performance.now(), () => this.#tell());
  }

  #tell(): void {
    this.#stopTelling = undefined;
    this.#toldAt = performance.now();
    // One after another: each goes on from what the one before told.
    void this.#telling.run(() => this.#tellChange());
  }

  async #tellChange(): Promise<void> {
    // Whoever needs the customers meanwhile merges what is left at once.
    while (this.#stale.size > 0)
      await inSlices(this.#stale, (tenantId) => this.#merge(tenantId), this.#clock);
    this.#takeMerged();
    const { upsert, remove } = this.#change.take();
    if (upsert.length + remove.length === 0) return;
    const revision = this.#revision;
    // Each part has a revision of its own: a window leaves out what is no newer than the last it was told.
    this.#revision += Math.max(0, Math.ceil(upsert.length / toldAtOnce) - 1);
    for (let at = 0, next = revision; at === 0 || at < upsert.length; at += toldAtOnce, next += 1) {
      if (at > 0) await this.#clock.turn();
      const part = { upsert: upsert.slice(at, at + toldAtOnce), remove: at === 0 ? remove : [] };
      this.#changes.tell({ revision: next, reset: false, ...part });
    }
  }
}

/** So many customers are told to the windows at a time. */
const toldAtOnce = 10_000;

/** What an import makes of one customer; where `before` is given, only as long as that is still so. */
export type WriteStep = Pick<ImportStep, 'tenantId' | 'after'> & Partial<Pick<ImportStep, 'before'>>;

function isStill(
  before: Written,
  listed: ObservedCustomer | undefined,
  annotation: Annotation | undefined,
): boolean {
  return before.listed === listed && before.annotation === annotation;
}

function note(annotations: Map<TenantId, Annotation>, tenantId: TenantId, annotation: Annotation): void {
  if (Object.keys(annotation).length === 0) annotations.delete(tenantId);
  else if (annotation !== annotations.get(tenantId)) annotations.set(tenantId, annotation);
}

/** Calls back in a later turn, after so many milliseconds if there are any. Returns how to stop. */
function soon(milliseconds: number, callback: () => void): () => void {
  if (milliseconds > 0) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  }
  const immediate = setImmediate(callback);
  return () => clearImmediate(immediate);
}
