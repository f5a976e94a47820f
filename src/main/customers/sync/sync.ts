import { Emitter } from '#shared/events/emitter.ts';
import { sourceIds, type ObservedCustomer, type SourceId } from '#shared/customer/customer.ts';
import { passesByItself } from '#shared/problems/passing-problem.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { SyncStatus } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { carryOver } from './carry-over.ts';
import { doubtOf } from './doubt.ts';
import { laterOver } from './carry-over.ts';
import type { Directory } from '../store/directory.ts';
import { keyOfListing, type Listing } from '../sources/listing.ts';
import { syncStatus, type Progress } from './sync-status.ts';

export interface SyncOptions {
  /** Everything there is to ask now. */
  readonly plan: () => Promise<readonly Listing[]>;
  readonly directory: Pick<Directory, 'replace' | 'propose' | 'observations'>;
  /** Why blank names could not be looked up, if they could not. */
  readonly names: () => Problem | null;
  readonly now: () => Date;
}

type Outcome = Result<void, Problem>;

interface Running {
  /** Settles when the listing is over, cancelled or not. */
  readonly outcome: Promise<Outcome>;
  readonly signal: AbortSignal;
  readonly believed: boolean;
}

/** For each source the controller that stops its listings. */
type Stops = Readonly<Record<SourceId, AbortController>>;

/**
 * Asks every source, as every account that it needs, which customers there are. Listings run at the same time, and
 * none of them twice at once. New customers show as they arrive. Only a whole listing takes the place of the one
 * before, in memory and on disk. A listing that breaks off, is cancelled, or is doubted because it lost most of its
 * customers takes nobody off the list; what it newly named stays until Tidegate ends or a whole listing follows.
 */
export class Sync {
  readonly #options: SyncOptions;
  readonly #changes = new Emitter<SyncStatus>();
  /** The listings under way, by listing key. */
  readonly #running = new Map<string, Running>();
  readonly #progress = new Map<string, Progress>();
  readonly #problems = new Map<string, Problem>();
  #listings: readonly Listing[] = [];
  #stops = freshStops();

  constructor(options: SyncOptions) {
    this.#options = options;
  }

  get status(): SyncStatus {
    return syncStatus({
      listings: this.#listings,
      observations: this.#options.directory.observations(),
      running: this.#progress,
      problems: this.#problems,
      names: this.#options.names(),
    });
  }

  onChange(listener: (status: SyncStatus) => void): () => void {
    return this.#changes.on(listener);
  }

  /** Call it when accounts or sources have changed: plans again and updates the status. */
  async refresh(): Promise<readonly Listing[]> {
    this.#listings = await this.#options.plan();
    const keys = new Set(this.#listings.map(keyOfListing));
    for (const key of this.#problems.keys()) if (!keys.has(key)) this.#problems.delete(key);
    this.#tell();
    return this.#listings;
  }

  /**
   * Settles when everything, or everything of one source, has been asked; of several problems with the one that is tried again soonest.
   * `believe`: the account (MSAL's home account id) whose answer is taken whatever it has lost: the user says that it is
   * true. Errors: `cancelled`, `list-shrunk`, `ends-shrunk`, those of the listings and of the disk.
   */
  async run(source?: SourceId, believe?: string): Promise<Outcome> {
    // Taken before the plan is made, so that a cancel in between stops what has not begun.
    const stops = this.#stops;
    const listings = await this.refresh();
    const asked = listings.filter((listing) => source === undefined || listing.source === source);
    const outcomes = await Promise.all(
      asked.map((listing) => {
        const believed = believe !== undefined && listing.account?.id === believe;
        return this.#start(listing, stops[listing.source].signal, believed);
      }),
    );
    const failed = outcomes.filter((outcome) => !outcome.ok);
    const [first] = failed.toSorted(({ error: one }, { error: other }) => waitOf(one) - waitOf(other));
    return first ?? ok(undefined);
  }

  /** Ends what is under way and starts again: who is signed in has changed. */
  restart(): Promise<Outcome> {
    this.cancel();
    return this.run();
  }

  /** What is under way, all of it or of one source, settles with `cancelled`; listings that were whole by then stay. */
  cancel(source?: SourceId): void {
    const before = this.#stops;
    const fresh = freshStops();
    this.#stops = source === undefined ? fresh : { ...before, [source]: fresh[source] };
    for (const id of source === undefined ? sourceIds : [source]) before[id].abort();
  }

  /** Joins the listing if it is under way. One that was cancelled is waited for: never are there two at once. */
  async #start(listing: Listing, signal: AbortSignal, believed: boolean): Promise<Outcome> {
    const key = keyOfListing(listing);
    for (;;) {
      if (signal.aborted) return err(problem('cancelled', {}));
      const under = this.#running.get(key);
      if (under === undefined) return this.#begin(listing, key, signal, believed);
      if (!under.signal.aborted && (under.believed || !believed)) return under.outcome;
      // Whoever asked for it is told if it throws.
      await under.outcome.catch(() => undefined);
    }
  }

  #begin(listing: Listing, key: string, signal: AbortSignal, believed: boolean): Promise<Outcome> {
    this.#advance(key, { listed: 0 });
    const asked = this.#ask(listing, key, signal, believed).then((settled) => {
      if (settled.ok) this.#problems.delete(key);
      else if (settled.error.kind !== 'cancelled') this.#problems.set(key, settled.error);
      return settled;
    });
    const outcome = asked.finally(() => {
      this.#running.delete(key);
      this.#progress.delete(key);
      this.#tell();
    });
    this.#running.set(key, { outcome, signal, believed });
    return outcome;
  }

  async #ask(listing: Listing, key: string, signal: AbortSignal, believed: boolean): Promise<Outcome> {
    const { directory, now } = this.#options;
    const name = { source: listing.source, ...(listing.account && { accountId: listing.account.id }) };
    const listed = new Map<TenantId, ObservedCustomer>();
    const onWait = (until: Date) => this.#advance(key, { listed: countListed(listed), until });
    for await (const page of listing.pages({ signal, onWait })) {
      if (signal.aborted) return err(problem('cancelled', {}));
      if (!page.ok) return page;
      for (const customer of page.value)
        listed.set(customer.tenantId, laterOver(listed.get(customer.tenantId), customer));
      directory.propose(name, page.value);
      this.#advance(key, { listed: countListed(listed) });
    }
    // Signed out or switched off meanwhile: what came must not bring its customers back.
    const planned = await this.#options.plan();
    if (signal.aborted) return err(problem('cancelled', {}));
    if (!planned.some((each) => keyOfListing(each) === key)) return ok(undefined);
    const before = directory.observations().find((each) => listingIs(each, name));
    const { host } = listing;
    // SECURITY: what is not believed takes nobody off the list.
    const doubt = believed || host === undefined ? undefined : doubtOf(before, listed, host);
    if (doubt !== undefined) return err(doubt);
    return directory.replace({ ...name, at: now().toISOString(), customers: carryOver(before, listed) });
  }

  #advance(key: string, progress: Progress): void {
    this.#progress.set(key, progress);
    this.#tell();
  }

  #tell(): void {
    const { status } = this;
    this.#changes.tell(status);
  }
}

function freshStops(): Stops {
  return Object.fromEntries(sourceIds.map((id) => [id, new AbortController()])) as Record<
    SourceId,
    AbortController
  >;
}

type Name = { readonly source: SourceId; readonly accountId?: string };

function listingIs(one: Name, other: Name): boolean {
  return one.source === other.source && one.accountId === other.accountId;
}

/** The own tenant is listed as well, and nobody's customer. */
function countListed(listed: ReadonlyMap<TenantId, ObservedCustomer>): number {
  return [...listed.values()].filter(({ access }) => access !== 'own').length;
}

/** What is soon tried again comes first: an account that has to sign in keeps no other waiting. A source that was switched off hides nothing. */
function waitOf(problem: Problem): number {
  if (problem.kind === 'cancelled') return 3;
  if (!passesByItself(problem)) return 2;
  return problem.kind === 'throttled' ? 1 : 0;
}
