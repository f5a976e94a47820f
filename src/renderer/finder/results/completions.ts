import type { Customer } from '#shared/customer/customer.ts';
import type { Translate } from '#shared/locales/messages.ts';
import { filterIds } from '#shared/search/filters.ts';
import { foldText } from '#shared/search/normalise.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

/** How a tag or a filter that has been begun may go on. */
export interface Completion {
  /** The completion as it is shown, such as `#gold`. */
  readonly label: string;
  /** The query that it makes. */
  readonly query: string;
  /** How many customers have the tag; absent for a filter. */
  readonly count?: number;
}

const most = 6;

/** What `#` or `is:` at the end of a query may become; nothing once it stands there whole. */
export function completionsOf(
  query: string,
  customers: ReadonlyMap<TenantId, Customer>,
  t: Translate,
): readonly Completion[] {
  const [, before = '', sign, begun = ''] = /^(.*?)(?<!\S)(#|is:|est:)([^#]*)$/i.exec(query) ?? [];
  if (sign === undefined) return [];
  const typed = foldText(begun);
  if (sign === '#') return before.trim() === '' ? tagsFor(typed, begun, customers) : [];
  const names = filterIds.map((id) => t(`finder.filter.${id}`));
  if (names.some((name) => foldText(name) === typed)) return [];
  return names
    .filter((name) => foldText(name).startsWith(typed))
    .map((name) => ({ label: `${sign}${name}`, query: `${before}${sign}${name} ` }));
}

function tagsFor(
  typed: string,
  begun: string,
  customers: ReadonlyMap<TenantId, Customer>,
): readonly Completion[] {
  const counts = tagCounts(customers);
  const isBegun = (tag: string): boolean =>
    typed === '' ? begun.trim() === '' : foldText(tag).startsWith(typed);
  const fitting = [...counts].filter(([tag]) => isBegun(tag));
  if (fitting.some(([tag]) => foldText(tag) === typed && typed !== '')) return [];
  return fitting
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([tag, count]) => ({ label: `#${tag}`, query: `#${tag}`, count }));
}

const counted = new WeakMap<ReadonlyMap<TenantId, Customer>, ReadonlyMap<string, number>>();

/** How many customers that are not hidden have each tag, as it is written first. */
function tagCounts(customers: ReadonlyMap<TenantId, Customer>): ReadonlyMap<string, number> {
  let counts = counted.get(customers);
  if (counts !== undefined) return counts;
  const written = new Map<string, string>();
  const found = new Map<string, number>();
  for (const { hidden, tags } of customers.values()) {
    if (hidden) continue;
    for (const tag of tags) {
      const folded = foldText(tag) || tag;
      const known = written.get(folded) ?? tag;
      written.set(folded, known);
      found.set(known, (found.get(known) ?? 0) + 1);
    }
  }
  counts = found;
  counted.set(customers, counts);
  return counts;
}
