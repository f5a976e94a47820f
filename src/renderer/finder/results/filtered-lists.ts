import type { Customer } from '#shared/customer/customer.ts';
import { passes, type FilterContext, type FilteredQuery, type FilterId } from '#shared/search/filters.ts';
import { SearchIndex } from '#shared/search/index.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Usage } from '#shared/status/usage.ts';
import { lookUp } from './results.ts';
import type { Row } from './row.ts';

/** Filters whose customers change with time while the list stays the same. */
const byTime: ReadonlySet<FilterId> = new Set(['ending']);

/** How long their index is kept: an access is told to end by the minute in which that is so. */
const minute = 60_000;

interface KeptIndex {
  readonly index: SearchIndex;
  /** The minute that the list was made for; 0 where time changes nothing. */
  readonly minute: number;
}

/**
 * Indexes of parts of the list, each made when it is first asked for and kept until the list changes, or until time makes
 * others of it: a filter names few customers as a rule, and a search among those costs next to nothing.
 */
export class FilteredLists {
  readonly #customers: ReadonlyMap<TenantId, Customer>;
  readonly #whole: SearchIndex;
  readonly #context: () => FilterContext;
  readonly #indexes = new Map<string, KeptIndex>();

  /** `whole`: the index of all customers, which knows the look-alikes. */
  constructor(customers: ReadonlyMap<TenantId, Customer>, whole: SearchIndex, context: () => FilterContext) {
    this.#customers = customers;
    this.#whole = whole;
    this.#context = context;
  }

  /** The customers that pass the filters and that the rest of the query names; all that pass where there is no rest. */
  rows({ filters, isUnknown, rest }: FilteredQuery, usage: Usage, now: number): readonly Row[] {
    if (isUnknown) return [];
    return lookUp(this.#index(filters), rest, usage, now).flatMap((row) => {
      const customer = this.#customers.get(row.customer.tenantId);
      if (customer === undefined) return [];
      return [{ ...row, customer, tellApart: row.tellApart || this.#whole.isLookAlike(customer.tenantId) }];
    });
  }

  /** How many hidden customers a query names that are not among the rows it has. */
  hiddenMatches(query: string, rows: readonly Row[], usage: Usage, now: number): number {
    if (query.trim() === '') return 0;
    const index = this.#index(['hidden']);
    if (index.size === 0) return 0;
    const shown = new Set(rows.map(({ customer }) => customer.tenantId));
    return lookUp(index, query, usage, now).filter(
      ({ customer, isGuess }) => !isGuess && !shown.has(customer.tenantId),
    ).length;
  }

  #index(filters: readonly FilterId[]): SearchIndex {
    const key = [...filters].sort().join();
    const context = this.#context();
    const now = filters.some((filter) => byTime.has(filter)) ? Math.floor(context.now / minute) : 0;
    const kept = this.#indexes.get(key);
    if (kept?.minute === now) return kept.index;
    const passing = [...this.#customers.values()].filter((customer) => passes(customer, filters, context));
    // Among those that were asked for, a hidden one is found as any other.
    const index = new SearchIndex(passing.map((each) => (each.hidden ? { ...each, hidden: false } : each)));
    this.#indexes.set(key, { index, minute: now });
    return index;
  }
}
