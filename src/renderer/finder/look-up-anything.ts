import type { SearchIndex } from '../../shared/search/index.ts';
import { searchNamed } from '../../shared/search/search.ts';
import type { Usage } from '../../shared/usage.ts';
import { plainText } from '../../shared/plain-text.ts';
import { longestText } from '../ui/short-reference.ts';
import { readsAsText } from '../../shared/portals/links/find-target.ts';
import { oneLine, readQueryText, textRows } from './link-rows.ts';
import { isParted, pageRows } from './page-rows.ts';
import type { Portals } from './portals.ts';
import { lookUp, type Row } from './results.ts';

/**
 * The rows for a query: whom a text in it names, or customers, or pages of the customers that its first words name. A page never
 * stands above a customer whom the whole query names: "Contoso Hunting" is a customer first.
 */
export function lookUpAnything(
  index: SearchIndex,
  typed: string,
  usage: Usage,
  now: number,
  portals: Portals,
): readonly Row[] {
  if (readsAsText(typed)) return textRows(index, typed, portals);
  const query = plainText(oneLine(typed));
  // Nobody's name is as long.
  if (query.length > longestText) return [];
  // A domain that several customers claim names each of them: none may be opened unchosen.
  if (isShared(query, portals)) return textRows(index, query, portals);
  const customers = lookUp(index, query, usage, now);
  const pages = pageRows(index, query, usage, now, portals);
  if (pages.length === 0) return isParted(index, query, usage, now) ? [] : customers;
  const whole = new Set(searchNamed(index, query, usage, now).map(({ customer }) => customer));
  const isWhole = ({ customer, sign }: Row): boolean => sign === 'named' || whole.has(customer);
  return [...customers.filter(isWhole), ...pages, ...customers.filter((row) => !isWhole(row))];
}

function isShared(query: string, portals: Portals): boolean {
  if (!/^[^\s.]+\.\S+$/.test(query.trim())) return false;
  const target = readQueryText(query, portals);
  return !target.ok && target.error.problem.kind === 'domain-shared';
}
