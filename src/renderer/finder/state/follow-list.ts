import { readIncidentQuery } from '#shared/incidents/incident-query.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { noUsage } from '#shared/status/usage.ts';
import { readFilters } from '#shared/search/filters.ts';
import type { AppState, AppStore } from '../../ui/app-store.ts';
import { FilteredLists } from '../results/filtered-lists.ts';
import type { FinderController, HiddenMatches } from './finder-controller.ts';
import { incidentRows } from '../results/incident-rows.ts';
import { inSlices } from './in-slices.ts';
import { searchAll } from '../results/search-all.ts';
import { portalsOf, type Portals } from '../results/portals.ts';
import { lookUp, type Lookup } from '../results/results.ts';
import type { Row } from '../results/row.ts';

/** Keeps the finder's results those of the newest list and use. The index takes each change as main told it. */
export function followList(
  store: Pick<AppStore, 'get' | 'subscribe'>,
  finder: Pick<FinderController, 'searchWith' | 'get'>,
): () => void {
  const index = new SearchIndex();
  let known: Portals | undefined;
  let seen: Pick<AppState, 'usage'> & { readonly open: string } = { usage: noUsage, open: '' };
  let incidents: AppState['status']['incidents']['customers'] = [];
  let revision = 0;
  let current: { readonly lookup: Lookup; readonly hiddenMatches: HiddenMatches } | undefined;
  let filtered: FilteredLists | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let stopWarming = (): void => {};
  const rest = (): void => {
    clearTimeout(resting);
    stopWarming();
  };
  const release = store.subscribe((change) => {
    const state = store.get();
    if (state === null) return;
    if (change !== undefined) index.apply(change);
    const portals = portalsOf(state, known);
    const isCounted = revision !== state.status.incidents.revision;
    ({ customers: incidents, revision } = state.status.incidents);
    const open = state.status.open.join();
    const sameCustomers = change === undefined && seen.open === open;
    if (sameCustomers && seen.usage === state.usage && portals === known) {
      // Nothing else in the list depends on them.
      if (isCounted && current !== undefined && readIncidentQuery(finder.get().query) !== undefined)
        finder.searchWith(current.lookup, current.hiddenMatches);
      return;
    }
    known = portals;
    seen = { usage: state.usage, open };
    if (!sameCustomers || filtered === undefined) {
      const context = () => ({ open: new Set(state.status.open), now: Date.now() });
      filtered = new FilteredLists(state.customers, index, context);
    }
    const lists = filtered;
    // While nobody types yet, so that the first key finds everything ready.
    rest();
    const { usage } = state;
    // Everybody is the longest answer and the one asked for most: it is the same until list or use changes.
    let everybody: readonly Row[] | undefined;
    const warm = (): boolean => {
      const toldApart = index.lookAlikesReady;
      const more = index.warm();
      if (toldApart !== index.lookAlikesReady) finder.searchWith(lookup, hiddenMatches);
      return more;
    };
    const lookup: Lookup = (query, selection, link) => {
      const urgent = link ? undefined : incidentRows(index, query, usage, Date.now(), portals, incidents);
      if (urgent !== undefined) return urgent;
      const asked = mayFilter(query) && !link ? readFilters(query) : undefined;
      if (asked !== undefined) return lists.rows(asked, usage, Date.now());
      if (query.trim() !== '' || link)
        return searchAll(index, query, usage, Date.now(), portals, selection, link);
      if (everybody !== undefined) return everybody;
      const rows = lookUp(index, '', usage, Date.now());
      // One in which nobody is told apart yet is not kept.
      if (index.lookAlikesReady) everybody = rows;
      return rows;
    };
    const hiddenMatches: HiddenMatches = (query, rows) =>
      mayFilter(query) ? 0 : lists.hiddenMatches(query, rows, usage, Date.now());
    current = { lookup, hiddenMatches };
    resting = setTimeout(() => (stopWarming = inSlices(warm)), 100);
    finder.searchWith(lookup, hiddenMatches);
  });
  return () => {
    rest();
    release();
  };
}

/** Most queries have no filter: those are not looked through for one. */
function mayFilter(query: string): boolean {
  return query.includes(':');
}
