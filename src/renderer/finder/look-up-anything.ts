import type { SearchIndex } from '../../shared/search/index.ts';
import { searchNamed } from '../../shared/search/search.ts';
import type { Usage } from '../../shared/usage.ts';
import { holdsLink, linkRows } from './link-rows.ts';
import { isParted, pageRows } from './page-rows.ts';
import type { Portals } from './portals.ts';
import { lookUp, type Row } from './results.ts';

/**
 * The rows for a query: the link in it, or customers, or pages of the customers that its first words name. A page never
 * stands above a customer whom the whole query names: "Contoso Hunting" is a customer first.
 */
export function lookUpAnything(
  index: SearchIndex,
  query: string,
  usage: Usage,
  now: number,
  portals: Portals,
): readonly Row[] {
  if (holdsLink(query)) return linkRows(index, query, portals);
  const customers = lookUp(index, query, usage, now);
  const pages = pageRows(index, query, usage, now, portals);
  if (pages.length === 0) return isParted(index, query, usage, now) ? [] : customers;
  const whole = new Set(searchNamed(index, query, usage, now).map(({ customer }) => customer));
  const isWhole = ({ customer, sign }: Row): boolean => sign === 'named' || whole.has(customer);
  return [...customers.filter(isWhole), ...pages, ...customers.filter((row) => !isWhole(row))];
}
