import type { PortalPage } from '#shared/portals/page.ts';
import { parseArrow } from './page-rows.ts';
import type { Lookup } from './results.ts';

/** A query whose beginning names a customer, and whose end no page of that customer's. */
export interface UnknownPage {
  /** The name of the customer that is named best. */
  readonly customer: string;
  /** What was typed for the customer, and for the page. */
  readonly typed: { readonly customer: string; readonly page: string };
  /** The pages that could be typed instead. */
  readonly pages: readonly PortalPage[];
}

/** What to say of "contoso > zzz": that the customer is there and has no such page. */
export function unknownPage(query: string, lookup: Lookup): UnknownPage | undefined {
  const [usual] = parseArrow(query) ?? [];
  if (usual === undefined || usual.page.length === 0) return undefined;
  const typed = { customer: usual.customer, page: query.slice(query.indexOf('>') + 1).trim() };
  const rows = lookup(`${typed.customer} >`);
  const pages = new Map<string, PortalPage>();
  for (const { target } of rows) if (target?.kind === 'page') pages.set(target.page.id, target.page);
  const [best] = rows;
  if (best === undefined || pages.size === 0) return undefined;
  return { customer: best.customer.name, typed, pages: [...pages.values()] };
}
