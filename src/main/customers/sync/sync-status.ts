import type { Observation } from '#shared/customer/customer.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { SourceStatus, SyncStatus } from '#shared/status/status.ts';
import { keyOfListing, listingKey, type Listing } from '../sources/listing.ts';

/** How far a listing under way has come. */
export interface Progress {
  readonly listed: number;
  /** Until when the server has asked to wait. */
  readonly until?: Date;
}

export interface SyncState {
  /** What a sync would ask, as last planned. */
  readonly listings: readonly Listing[];
  readonly observations: readonly Observation[];
  /** The progress of the listings under way, by listing key. */
  readonly running: ReadonlyMap<string, Progress>;
  readonly problems: ReadonlyMap<string, Problem>;
  readonly names: Problem | null;
}

/** What windows show of syncing. What past syncs did is told by the observations, so that a restart forgets nothing. */
export function syncStatus(state: SyncState): SyncStatus {
  const synced = state.observations.filter(({ source }) => source !== 'list');
  const sources = sourceStatuses(state, synced);
  const asked = synced.filter(({ accountId }) => accountId !== undefined);
  return {
    running: state.running.size > 0,
    lastSuccess:
      synced
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? null,
    problem: sources.find(({ problem }) => problem !== null)?.problem ?? null,
    empty: asked.length > 0 && asked.every((observation) => customersIn(observation) === 0),
    names: state.names,
    sources,
  };
}

function sourceStatuses(state: SyncState, synced: readonly Observation[]): readonly SourceStatus[] {
  const observed = new Map(synced.map((observation) => [listingKey(observation), observation]));
  const planned = state.listings.map((listing): SourceStatus => {
    const key = keyOfListing(listing);
    const progress = state.running.get(key);
    const observation = observed.get(key);
    observed.delete(key);
    return {
      source: listing.source,
      ...(listing.account && { accountId: listing.account.id, username: listing.account.username }),
      state: progress === undefined ? 'idle' : progress.until === undefined ? 'running' : 'waiting',
      until: progress?.until?.toISOString() ?? null,
      listed: progress?.listed ?? listedIn(observation),
      at: observation?.at ?? null,
      problem: state.problems.get(key) ?? null,
    };
  });
  // What is left was synced as an account that is signed out now, which on some systems every restart does.
  const orphans = [...observed.values()].map((observation): SourceStatus => ({
    source: observation.source,
    ...(observation.accountId !== undefined && { accountId: observation.accountId }),
    state: 'idle',
    until: null,
    listed: listedIn(observation),
    at: observation.at,
    problem: null,
  }));
  return [...planned, ...orphans];
}

function listedIn(observation: Observation | undefined): number | null {
  return observation === undefined ? null : customersIn(observation);
}

/** The own tenant is on the list, and nobody's customer. */
function customersIn({ customers }: Observation): number {
  return customers.filter(({ access, lastListed }) => access !== 'own' && lastListed === undefined).length;
}
