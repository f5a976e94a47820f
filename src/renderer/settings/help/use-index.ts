import { useMemo } from 'preact/hooks';
import { SearchIndex } from '#shared/search/index.ts';
import type { AppState } from '../../ui/app-store.ts';

/** The customers, to be searched as the finder does. */
export function useIndex(customers: AppState['customers']): SearchIndex {
  return useMemo(() => new SearchIndex(customers.values()), [customers]);
}
