import type { Usage } from '../status/usage.ts';
import type { IndexedCustomer, SearchIndex } from './index.ts';
import type { SearchHit } from './hit.ts';

export const recentsShown = 8;

/**
 * A page of everybody, each customer once: favourites from A to Z, then the last eight opened, then all others from
 * A to Z, the own tenant after them. Hidden customers are left out. `from` is the place of the first hit of the page.
 * Right after a great change nobody is told apart from look-alikes yet: see `SearchIndex.lookAlikesReady`.
 */
export function browse(index: SearchIndex, usage: Usage, limit = 50, from = 0): SearchHit[] {
  const order = index.aToZ();
  const shown = new Set<IndexedCustomer>();
  const rows: { entry: IndexedCustomer; step: 'favourite' | 'recent' | 'all' }[] = [];
  const show = (entry: IndexedCustomer, step: 'favourite' | 'recent' | 'all'): void => {
    if (shown.has(entry) || entry.customer.hidden) return;
    shown.add(entry);
    rows.push({ entry, step });
  };
  for (const entry of order) if (entry.customer.favourite) show(entry, 'favourite');
  const recents = usage.recents.map((id) => index.indexed(id)).filter((entry) => entry !== undefined);
  const isOpen = ({ customer }: IndexedCustomer): boolean => !customer.hidden;
  for (const entry of recents.filter((entry) => !shown.has(entry) && isOpen(entry)).slice(0, recentsShown))
    show(entry, 'recent');
  const own = [];
  for (const entry of order) {
    if (rows.length >= from + limit) break;
    if (entry.customer.access.includes('own')) own.push(entry);
    else show(entry, 'all');
  }
  for (const entry of own) show(entry, 'all');
  const tellApart = index.lookAlikesReady;
  return rows.slice(from, from + limit).map(({ entry, step }) => {
    const { customer, slot } = entry;
    return {
      customer,
      step,
      field: 'name',
      text: customer.name,
      ranges: [],
      lookAlike: tellApart && index.looksLikeAnother(slot),
    };
  });
}
