import type { SearchIndex } from '../../shared/search/index.ts';
import { isGuess } from '../../shared/search/hit.ts';
import type { Usage } from '../../shared/usage.ts';
import { helpRows } from './help-rows.ts';
import { holdsLink, linkRows } from './link-rows.ts';
import { isParted, pageRows, unknownPageRows, unreadWords } from './page-rows.ts';
import type { Portals } from './portals.ts';
import { lookUp, type Row } from './results.ts';

/**
 * The rows for a query: the link in it, or customers, or pages of the customers that it names. Names of customers win over
 * names of pages: "Contoso Hunting" is a customer first. Where words behind a customer's name are no page's, the row says so.
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
  const isWhole = ({ sign, step }: Row): boolean =>
    sign === 'named' || (step !== undefined && !isGuess(step));
  const wholes = customers.filter(isWhole);
  const others = customers.filter((row) => !isWhole(row));
  // A page alone is looked for only where no customer is called so; initials are no name: "mto" is a page before it is
  // Mettler-Toledo.
  const called = wholes.filter(
    ({ customer, sign }) => sign === 'named' || unreadWords(query, customer).length === 0,
  );
  const help = helpRows(query);
  const { named, guessed } = pageRows(index, query, usage, now, portals, called.length === 0);
  if (named.length > 0) {
    const initials = wholes.filter((row) => !called.includes(row));
    return [...called, ...help.named, ...named, ...initials, ...others];
  }
  if (help.named.length > 0)
    return [...called, ...help.named, ...customers.filter((row) => !called.includes(row))];
  if (wholes.length === 0 && isParted(index, query, usage, now)) return [];
  // A name that explains every word comes before a page; a word too many is perhaps a page's.
  const explained = others.filter(({ customer }) => unreadWords(query, customer).length === 0);
  const left = others.filter((row) => !explained.includes(row));
  const [first, ...more] = left;
  const unread =
    first !== undefined &&
    help.begun.length === 0 &&
    guessed.length === 0 &&
    left.length === customers.length;
  return [
    ...wholes,
    ...explained,
    ...help.begun,
    ...guessed,
    ...(unread ? [...unknownPageRows(index, query, first, portals), ...more] : left),
  ];
}
