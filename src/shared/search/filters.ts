import { accessEnd } from '../access/access-end.ts';
import type { Customer } from '../customer/customer.ts';
import type { TenantId } from '../tenant/tenant-id.ts';
import { foldText } from './normalise.ts';

/** What customers can be filtered by: `is:hidden`. */
export const filterIds = ['favourite', 'open', 'ending', 'gone', 'hidden'] as const;
export type FilterId = (typeof filterIds)[number];

/** What each is called in any language the windows speak, folded; the first ones are those that are offered. */
const words: Readonly<Record<FilterId, readonly string[]>> = {
  favourite: ['favourite', 'favorite', 'favourites', 'favorites', 'favori', 'favoris'],
  open: ['open', 'ouvert', 'ouverts'],
  ending: ['ending', 'expiring', 'expire', 'finissant', 'fin'],
  gone: ['gone', 'unlisted', 'disparu', 'disparus', 'absent'],
  hidden: ['hidden', 'masque', 'masques', 'cache'],
};

/** A query that asks for some of the customers only. */
export interface FilteredQuery {
  /** All of them hold. */
  readonly filters: readonly FilterId[];
  /** A word behind `is:` that is no filter's, not even the beginning of one: nobody fits. */
  readonly isUnknown: boolean;
  /** What is searched for among those. */
  readonly rest: string;
}

/** A blank behind the colon is a sentence's, and so is a link or an id: "the incident is: 42", "the tenant is:<id>". */
const token = /(?<!\S)(?:is|est):(\p{L}+(?!\S)|$)/giu;

/** Nothing for a query without `is:` (or « est: »). A filter may be begun only: `is:hid`, and at the end `is:`. */
export function readFilters(query: string): FilteredQuery | undefined {
  const typed = [...query.matchAll(token)].map(([, word = '']) => foldText(word));
  if (typed.length === 0) return undefined;
  const found = typed.filter((word) => word !== '').map(filterCalled);
  return {
    filters: found.filter((filter) => filter !== undefined),
    isUnknown: found.includes(undefined),
    rest: query.replace(token, ' ').replace(/\s+/g, ' ').trim(),
  };
}

function filterCalled(word: string): FilterId | undefined {
  return (
    filterIds.find((id) => words[id].includes(word)) ??
    filterIds.find((id) => words[id].some((each) => each.startsWith(word)))
  );
}

/** What filters need to know besides the customer. `now` is in milliseconds since 1970. */
export interface FilterContext {
  readonly open: ReadonlySet<TenantId>;
  readonly now: number;
}

const fits: { readonly [K in FilterId]: (customer: Customer, context: FilterContext) => boolean } = {
  favourite: ({ favourite }) => favourite,
  open: ({ tenantId }, { open }) => open.has(tenantId),
  ending: ({ ends }, { now }) => accessEnd(ends, now) !== undefined,
  gone: ({ lastListed }) => lastListed !== undefined,
  hidden: ({ hidden }) => hidden,
};

/** Whether a customer passes all filters. Hidden customers pass only where they are asked for. */
export function passes(customer: Customer, filters: readonly FilterId[], context: FilterContext): boolean {
  if (customer.hidden && !filters.includes('hidden')) return false;
  return filters.every((filter) => fits[filter](customer, context));
}
