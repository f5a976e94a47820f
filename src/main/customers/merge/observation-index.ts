import { sourceIds, type Observation, type ObservedCustomer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { listingKey } from '../sources/listing.ts';

/** One customer as one observation has it. */
export interface TenantObservation {
  readonly customer: ObservedCustomer;
  readonly accountId: string | undefined;
}

interface IndexedObservation {
  readonly observation: Observation;
  readonly customers: ReadonlyMap<TenantId, ObservedCustomer>;
  /** What a listing under way has newly named: nothing here is in `customers`. */
  readonly proposed: ReadonlyMap<TenantId, ObservedCustomer>;
}

const nobody: ReadonlyMap<TenantId, ObservedCustomer> = new Map();

/** All observations, to be looked up by tenant. Every change tells the tenants that may look different by it. */
export class ObservationIndex {
  readonly #indexed = new Map<string, IndexedObservation>();
  /** The most trusted source first; of one source the newest observation. */
  #byTrust: readonly IndexedObservation[] = [];

  /** The observations of listings that came to their end. */
  get observations(): readonly Observation[] {
    return [...this.#indexed.values()]
      .map(({ observation }) => observation)
      .filter(({ at }) => at !== neverWhole);
  }

  /** Whether no listing under way has named anybody new. */
  get areWhole(): boolean {
    return this.#byTrust.every(({ proposed }) => proposed.size === 0);
  }

  get(name: Pick<Observation, 'source' | 'accountId'>): Observation | undefined {
    const indexed = this.#indexed.get(listingKey(name));
    return indexed?.observation.at === neverWhole ? undefined : indexed?.observation;
  }

  /** The customers of one whole observation, by tenant. */
  customersOf(name: Pick<Observation, 'source' | 'accountId'>): ReadonlyMap<TenantId, ObservedCustomer> {
    return this.#indexed.get(listingKey(name))?.customers ?? nobody;
  }

  tenantIds(): ReadonlySet<TenantId> {
    return new Set(this.#byTrust.flatMap(idsOf));
  }

  of(tenantId: TenantId): readonly TenantObservation[] {
    const reported: TenantObservation[] = [];
    for (const { customers, proposed, observation } of this.#byTrust) {
      const customer = customers.get(tenantId) ?? proposed.get(tenantId);
      if (customer !== undefined) reported.push({ customer, accountId: observation.accountId });
    }
    return reported;
  }

  /** Puts a whole observation in the place of the one of its source and account, and of what was proposed for it. */
  replace(observation: Observation): Iterable<TenantId> {
    const before = this.#indexed.get(listingKey(observation));
    const customers = new Map(observation.customers.map((customer) => [customer.tenantId, customer]));
    this.#put({ observation, customers, proposed: nobody });
    return new Set([...(before ? idsOf(before) : []), ...customers.keys()]);
  }

  /** Like `replace`, for a caller that knows which tenants have changed. */
  put(observation: Observation, customers: ReadonlyMap<TenantId, ObservedCustomer>): void {
    this.#put({ observation, customers, proposed: nobody });
  }

  /** Adds what a listing under way names and the whole one before it did not. */
  propose(
    name: Pick<Observation, 'source' | 'accountId'>,
    rows: readonly ObservedCustomer[],
  ): Iterable<TenantId> {
    const before = this.#indexed.get(listingKey(name)) ?? {
      observation: { ...name, at: neverWhole, customers: [] },
      customers: nobody,
      proposed: nobody,
    };
    const fresh = rows.filter(({ tenantId }) => !before.customers.has(tenantId));
    if (fresh.length === 0) return [];
    const proposed = new Map(before.proposed);
    for (const customer of fresh) proposed.set(customer.tenantId, customer);
    this.#put({ ...before, proposed });
    return fresh.map(({ tenantId }) => tenantId);
  }

  /**
   * Takes a tenant out of all that was reported and proposed, and nobody else. Returns the whole observations that are others now.
   */
  forget(tenantId: TenantId): readonly Observation[] {
    const changed: Observation[] = [];
    for (const [key, { customers, observation, proposed }] of this.#indexed) {
      const [reported, named] = [customers.has(tenantId), proposed.has(tenantId)];
      if (!reported && !named) continue;
      const without = {
        ...observation,
        customers: observation.customers.filter((customer) => customer.tenantId !== tenantId),
      };
      this.#indexed.set(key, {
        observation: reported ? without : observation,
        customers: new Map([...customers].filter(([id]) => id !== tenantId)),
        proposed: new Map([...proposed].filter(([id]) => id !== tenantId)),
      });
      if (reported) changed.push(without);
    }
    this.#sort();
    return changed;
  }

  /** Takes out every observation that fits. */
  remove(fits: (observation: Observation) => boolean): Iterable<TenantId> {
    const gone = [...this.#indexed].filter(([, { observation }]) => fits(observation));
    for (const [key] of gone) this.#indexed.delete(key);
    this.#sort();
    return new Set(gone.flatMap(([, indexed]) => idsOf(indexed)));
  }

  #put(indexed: IndexedObservation): void {
    this.#indexed.set(listingKey(indexed.observation), indexed);
    this.#sort();
  }

  #sort(): void {
    this.#byTrust = [...this.#indexed.values()].sort(byTrust);
  }
}

/** Sorts before every time, so that a first listing under way counts least. */
const neverWhole = '';

function idsOf({ customers, proposed }: IndexedObservation): readonly TenantId[] {
  return [...customers.keys(), ...proposed.keys()];
}

function byTrust(
  { observation: one }: IndexedObservation,
  { observation: other }: IndexedObservation,
): number {
  return (
    sourceIds.indexOf(one.source) - sourceIds.indexOf(other.source) ||
    compare(other.at, one.at) ||
    compare(one.accountId ?? '', other.accountId ?? '')
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
