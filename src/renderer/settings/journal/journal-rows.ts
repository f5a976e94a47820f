import type { Customer } from '#shared/customer/customer.ts';
import type { JournalEntry, Opened } from '#shared/journal/journal-entry.ts';
import { filterOf, type JournalFilter } from '#shared/journal/journal-filter.ts';
import type { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import { noUsage } from '#shared/status/usage.ts';
import { tenantIdTail, type TenantId } from '#shared/tenant/tenant-id.ts';

/** What the page is filtered by. An empty text filters nothing. */
export interface JournalQuery {
  readonly customer: string;
  /** Days such as `2026-11-28`. */
  readonly from: string;
  readonly to: string;
  readonly page: string;
}

export const wholeJournal: JournalQuery = { customer: '', from: '', to: '', page: '' };

/** Every customer in the journal, by the name in the list now, or else by the name that the journal has. */
export function customersIn(
  entries: readonly JournalEntry[],
  listed: ReadonlyMap<TenantId, Customer>,
): ReadonlyMap<TenantId, Customer> {
  const found = new Map<TenantId, Customer>();
  for (const entry of entries) {
    if (entry.kind !== 'opened' || found.has(entry.tenantId)) continue;
    const { customer: name, tenantId } = entry;
    const known = listed.get(tenantId);
    found.set(tenantId, known === undefined ? standIn(tenantId, name) : { ...known, hidden: false });
  }
  return found;
}

function standIn(tenantId: TenantId, name: string): Customer {
  const none: readonly never[] = [];
  const lists = { domains: none, access: none, accountIds: none, aliases: none, tags: none };
  return { tenantId, name, ...lists, favourite: false, hidden: false };
}

/** The filter that a query means. A customer is found as in the finder: in part, with slips, by domain or ID. */
export function filterFor(query: JournalQuery, index: SearchIndex, now: number): JournalFilter {
  const typed = query.customer.trim();
  const tenantIds =
    typed === ''
      ? null
      : search(index, typed, noUsage, now, Number.POSITIVE_INFINITY).map(({ customer }) => customer.tenantId);
  return {
    tenantIds,
    from: query.from === '' ? null : query.from,
    to: query.to === '' ? null : query.to,
    page: query.page === '' ? null : query.page,
  };
}

/** The lines that a filter wants, the newest first. */
export function journalRows(entries: readonly JournalEntry[], filter: JournalFilter): readonly Opened[] {
  const isWanted = filterOf(filter);
  const rows: Opened[] = [];
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    if (entry?.kind === 'opened' && isWanted(entry)) rows.push(entry);
  }
  return rows;
}

/** Each page in the journal, by its name from A to Z. */
export function pagesIn(
  entries: readonly JournalEntry[],
  nameOf: (page: string) => string,
  language: string,
): readonly { readonly id: string; readonly name: string }[] {
  const ids = new Set<string>();
  for (const entry of entries) if (entry.kind === 'opened') ids.add(entry.page);
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...ids].map((id) => ({ id, name: nameOf(id) })).sort((a, b) => compare(a.name, b.name));
}

/**
 * What tells a customer from another of the same name: the end of the tenant id, which is short and so is never cut off
 * first, and the domain.
 */
export function identityText({
  defaultDomain,
  domains,
  tenantId,
}: Pick<Customer, 'tenantId' | 'defaultDomain' | 'domains'>): string {
  const domain = defaultDomain ?? domains[0];
  const tail = `…${tenantIdTail(tenantId)}`;
  return domain === undefined ? tail : `${tail} · ${domain}`;
}
