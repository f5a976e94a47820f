import { readIncidentQuery } from '#shared/incidents/incident-query.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { noUsage } from '#shared/status/usage.ts';
import type { AppState, AppStore } from '../../ui/app-store.ts';
import type { FinderController } from './finder-controller.ts';
import { incidentRows } from '../incident-rows.ts';
import { inSlices } from './in-slices.ts';
import { searchAll } from '../results/search-all.ts';
import { portalsOf, type Portals } from '../results/portals.ts';
import { difference, lookUp, type Lookup, type Row } from '../results/results.ts';

/** Keeps the finder's results those of the newest list and use. The index learns only what changed. */
export function followList(
  store: Pick<AppStore, 'get' | 'subscribe'>,
  finder: Pick<FinderController, 'look' | 'get'>,
): () => void {
  const index = new SearchIndex();
  let known: Portals | undefined;
  let seen: Pick<AppState, 'customers' | 'usage'> = { customers: new Map(), usage: noUsage };
  let incidents: AppState['status']['incidents']['customers'] = [];
  let revision = 0;
  let current: Lookup | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let stopWarming = (): void => {};
  const rest = (): void => {
    clearTimeout(resting);
    stopWarming();
  };
  const release = store.subscribe(() => {
    const state = store.get();
    if (state === null) return;
    const portals = portalsOf(state, known);
    const isCounted = revision !== state.status.incidents.revision;
    ({ customers: incidents, revision } = state.status.incidents);
    if (seen.customers === state.customers && seen.usage === state.usage && portals === known) {
      // Nothing else in the list depends on them.
      if (isCounted && current !== undefined && readIncidentQuery(finder.get().query) !== undefined)
        finder.look(current);
      return;
    }
    known = portals;
    index.apply({ reset: false, ordered: state.ordered, ...difference(seen.customers, state.customers) });
    seen = state;
    // While nobody types yet, so that the first key finds everything ready.
    rest();
    const { usage } = state;
    // Everybody is the longest answer and the one asked for most: it is the same until list or use changes.
    let everybody: readonly Row[] | undefined;
    const warm = (): boolean => {
      const toldApart = index.lookAlikesReady;
      const more = index.warm();
      if (toldApart !== index.lookAlikesReady) finder.look(lookup);
      return more;
    };
    const lookup: Lookup = (query, marks) => {
      const urgent = incidentRows(index, query, usage, Date.now(), portals, incidents);
      if (urgent !== undefined) return urgent;
      if (query.trim() !== '') return searchAll(index, query, usage, Date.now(), portals, marks);
      if (everybody !== undefined) return everybody;
      const rows = lookUp(index, '', usage, Date.now());
      // One in which nobody is told apart yet is not kept.
      if (index.lookAlikesReady) everybody = rows;
      return rows;
    };
    current = lookup;
    resting = setTimeout(() => (stopWarming = inSlices(warm)), 100);
    finder.look(lookup);
  });
  return () => {
    rest();
    release();
  };
}
