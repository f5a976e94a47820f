import { domainsOf } from '#shared/customer/customer-domains.ts';
import type { SearchIndex } from '#shared/search/index.ts';
import { isGuess } from '#shared/search/hit.ts';
import { legalForms, weakWords } from '#shared/search/legal-forms.ts';
import { fold, wordsOf } from '#shared/search/normalise.ts';
import { searchNamed } from '#shared/search/search.ts';
import type { Usage } from '#shared/status/usage.ts';
import { helpRows } from './help-rows.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { indicatorRows, plainRow } from './indicator-rows.ts';
import { domainsWithin, namedWithin } from './named-within.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { withoutMailbox } from '#shared/tenant/mail-address.ts';
import { plainText } from '#shared/text/plain-text.ts';
import { longestText } from '../../ui/short-reference.ts';
import { meantBy, readUnnamedLink, type UnnamedLink } from '#shared/portals/links/unnamed-link.ts';
import { readsAsText } from '#shared/portals/links/find-target.ts';
import { namesNobody, oneLine, readQueryText, textRows } from './link-rows.ts';
import { isParted, pageRows, unknownPageRows, unreadWords } from './page-rows.ts';
import type { Portals } from './portals.ts';
import { lookUp } from './results.ts';
import type { Row } from './row.ts';

/**
 * The rows for a query: whom a text in it names, or customers, or pages of the customers that it names. Names of customers
 * win over names of pages: "Contoso Hunting" is a customer first. An indicator has its
 * page in the customers that are named too, or else in `selection`, favourites, recents and the others. Where words behind a customer's name are no page's, the
 * row says so.
 */
export function searchAll(
  index: SearchIndex,
  typed: string,
  usage: Usage,
  now: number,
  portals: Portals,
  selection: readonly TenantId[] = [],
  link: UnnamedLink | null = null,
): readonly Row[] {
  if (link !== null) return unnamedLinkRows(index, typed, usage, now, link, portals);
  const unnamed = mayHoldLink(typed) ? readUnnamedLink(typed, portals.portalHosts) : undefined;
  if (unnamed !== undefined) return unnamedLinkRows(index, unnamed.words, usage, now, unnamed, portals);
  const looked = indicatorRows(index, plainText(typed), usage, now, portals, selection);
  if (readsAsText(typed)) return namesNobody(typed, portals) ? looked : textRows(index, typed, portals);
  const query = plainText(oneLine(typed));
  // Nobody's name is as long.
  if (query.length > longestText)
    return looked.length > 0 ? looked : offered(index, namedWithin(typed, index, portals.customers));
  // Of several addresses none is the one that was meant.
  const owners = /[\s,;|]/.test(query.trim()) ? domainsWithin(query, index) : [];
  if (owners.length > 1) return [...offered(index, owners), ...looked];
  // A domain that several customers claim names each of them: none may be opened unchosen.
  if (isShared(query, portals)) return textRows(index, query, portals);
  // A customer that is called so comes first; what merely resembles an indicator's letters is of no use beside it.
  if (looked.length > 0) {
    const called = lookUp(index, query, usage, now).filter((row) => isCalled(row, query));
    const meant = called.length === 0 && readQueryText(query, portals).ok;
    return [...(meant ? textRows(index, query, portals) : called), ...looked];
  }
  const rows = customersAndPages(index, query, usage, now, portals);
  return rows.length > 0 || !isProse.test(query)
    ? rows
    : offered(index, namedWithin(query, index, portals.customers));
}

/** Words enough for a sentence or a ticket's line; a sign before a page's name makes none. */
const isProse = /^(?:[^\s>]+\s+){3}[^>]+$/;

/** Whom a text may be about: of several none is chosen, and one alone is a guess. */
function offered(index: SearchIndex, customers: readonly Customer[]): readonly Row[] {
  return customers.map((customer) =>
    customers.length > 1
      ? { ...plainRow(index, customer), tellApart: true, sign: 'candidate' }
      : { ...plainRow(index, customer), isGuess: true },
  );
}

/** Most queries are names: those are not read as texts. */
function mayHoldLink(typed: string): boolean {
  return typed.includes('/');
}

/**
 * Everybody who may be meant by the words beside a link that names no tenant. Without words nobody is: then none of the rows
 * is highlighted.
 */
function unnamedLinkRows(
  index: SearchIndex,
  words: string,
  usage: Usage,
  now: number,
  link: UnnamedLink,
  portals: Portals,
): readonly Row[] {
  const { place, text, unwrapped } = link;
  const target = { kind: 'link', text, place, unwrapped, unnamed: true } as const;
  const meant = meantBy(link, portals.customers);
  if (meant !== undefined)
    return meant
      .flatMap((id) => portals.customers.get(id) ?? [])
      .map((customer) => ({ ...plainRow(index, customer), tellApart: true, sign: 'candidate', target }));
  const query = plainText(oneLine(words));
  const rows = lookUp(index, query, usage, now);
  const isOpen = query.trim() === '';
  if (rows.length > 0 && !isOpen) return rows.map((row) => ({ ...row, target }));
  // What came with the link is a text about somebody, rather than a name.
  const named = words === link.words ? namedWithin(link.around, index, portals.customers) : [];
  const others = isOpen || (words === link.words && named.length === 0) ? lookUp(index, '', usage, now) : [];
  return [
    ...named.map((customer) => plainRow(index, customer)),
    ...others.filter(({ customer }) => !named.includes(customer)),
  ].map((row) => ({ ...row, sign: 'candidate', target }));
}

function customersAndPages(
  index: SearchIndex,
  query: string,
  usage: Usage,
  now: number,
  portals: Portals,
): readonly Row[] {
  // Of several words that are nobody's name some are often a page's: then nobody has to be guessed at, which takes longest.
  const mayName = /\S\s+\S|>/.test(query) && searchNamed(index, query, usage, now, 1).length === 0;
  const early = mayName ? pageRows(index, query, usage, now, portals, true) : undefined;
  const help = helpRows(query);
  if (early !== undefined && early.named.length > 0) return [...help.named, ...early.named];
  const customers = lookUp(index, query, usage, now);
  const isWhole = ({ sign, step }: Row): boolean =>
    sign === 'named' || (step !== undefined && !isGuess(step));
  const wholes = customers.filter(isWhole);
  const others = customers.filter((row) => !isWhole(row));
  // A page alone is looked for only where no customer is called so; initials are no name: "mto" is a page before it is
  // Mettler-Toledo.
  const called = wholes.filter(
    ({ customer, sign }) => sign === 'named' || unreadWords(query, customer).every(isWeak),
  );
  const { named, guessed: guess } = early ?? pageRows(index, query, usage, now, portals, called.length === 0);
  if (named.length > 0) {
    const initials = wholes.filter((row) => !called.includes(row));
    return [...called, ...help.named, ...named, ...initials, ...others];
  }
  if (help.named.length > 0)
    return [...called, ...help.named, ...customers.filter((row) => !called.includes(row))];
  if (wholes.length === 0 && isParted(index, query, usage, now)) return [];
  // A name that explains every word comes before a page; a word too many is perhaps a page's.
  const explained = others.filter(({ customer }) => unreadWords(query, customer).length === 0);
  const guessed = wholes.length > 0 || explained.length > 0 ? [] : guess();
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

/** A word that people put behind a name that has none: "Contoso Group". */
function isWeak(word: string): boolean {
  return wordsOf(fold(word)).every((part) => weakWords.has(part) || legalForms.has(part));
}

/** The query is the customer's name, id or domain, or that of an address in its domain. */
function isCalled({ customer, sign, step }: Row, query: string): boolean {
  if (sign === 'named' || step === 'tag' || step === 'exact') return true;
  const domain = withoutMailbox(query.trim()).toLowerCase();
  if (domainsOf(customer).some((each) => domain === each || domain.endsWith(`.${each}`))) return true;
  return step !== undefined && !isGuess(step) && unreadWords(query, customer).length === 0;
}

function isShared(query: string, portals: Portals): boolean {
  if (!/^[^\s.]+\.\S+$/.test(query.trim())) return false;
  const target = readQueryText(query, portals);
  return !target.ok && target.error.problem.kind === 'domain-shared';
}
