import { domainsOf } from '../../shared/customer-domains.ts';
import type { SearchIndex } from '../../shared/search/index.ts';
import { isGuess } from '../../shared/search/hit.ts';
import type { Usage } from '../../shared/usage.ts';
import type { TenantId } from '../../shared/tenant-id.ts';
import { indicatorRows } from './indicator-rows.ts';
import { holdsLink, isDeceiving, linkRows } from './link-rows.ts';
import { isParted, pageRows, unknownPageRows, unreadWords } from './page-rows.ts';
import type { Portals } from './portals.ts';
import { lookUp, type Row } from './results.ts';

/**
 * The rows for a query: the link in it, or customers, or pages of the customers that it names. Names of customers win over
 * names of pages: "Contoso Hunting" is a customer first. An indicator has its page in the customers that are named, or
 * else in `marks`, favourites, recents and then the others. Where words behind a customer's name are no page's, the row says so.
 */
export function lookUpAnything(
  index: SearchIndex,
  query: string,
  usage: Usage,
  now: number,
  portals: Portals,
  marks: readonly TenantId[] = [],
): readonly Row[] {
  const looked = indicatorRows(index, query, usage, now, portals, marks);
  if (holdsLink(query)) {
    const links = linkRows(index, query, portals);
    return links.length > 0 || isDeceiving(query, portals) ? links : looked;
  }
  const customers = lookUp(index, query, usage, now);
  // A customer that is called so comes first; what merely resembles an indicator's letters is of no use beside it.
  if (looked.length > 0) return [...customers.filter((row) => isCalled(row, query)), ...looked];
  const isWhole = ({ sign, step }: Row): boolean =>
    sign === 'named' || (step !== undefined && !isGuess(step));
  const wholes = customers.filter(isWhole);
  const others = customers.filter((row) => !isWhole(row));
  // A page alone is looked for only where no customer is called so; initials are no name: "mto" is a page before it is
  // Mettler-Toledo.
  const called = wholes.filter(
    ({ customer, sign }) => sign === 'named' || unreadWords(query, customer).length === 0,
  );
  const { named, guessed } = pageRows(index, query, usage, now, portals, called.length === 0);
  if (named.length > 0) {
    const initials = wholes.filter((row) => !called.includes(row));
    return [...called, ...named, ...initials, ...others];
  }
  if (wholes.length === 0 && isParted(index, query, usage, now)) return [];
  // A name that explains every word comes before a page; a word too many is perhaps a page's.
  const explained = others.filter(({ customer }) => unreadWords(query, customer).length === 0);
  const left = others.filter((row) => !explained.includes(row));
  const [first, ...more] = left;
  const unread = first !== undefined && guessed.length === 0 && left.length === customers.length;
  return [
    ...wholes,
    ...explained,
    ...guessed,
    ...(unread ? [...unknownPageRows(index, query, first, portals), ...more] : left),
  ];
}

/** The query is the customer's name, id or domain, or that of an address in its domain. */
function isCalled({ customer, sign, step }: Row, query: string): boolean {
  if (sign === 'named' || step === 'tag') return true;
  const domain = query.trim().toLowerCase().split('@').at(-1) ?? '';
  if (domainsOf(customer).some((each) => domain === each || domain.endsWith(`.${each}`))) return true;
  return step !== undefined && !isGuess(step) && unreadWords(query, customer).length === 0;
}
