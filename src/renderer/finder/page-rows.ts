import type { Customer } from '../../shared/customer.ts';
import { addressFor } from '../../shared/portals/availability.ts';
import type { Destination } from '../../shared/portals/destination.ts';
import { linksOf } from '../../shared/portals/listing.ts';
import type { SearchHit } from '../../shared/search/hit.ts';
import type { SearchIndex } from '../../shared/search/index.ts';
import { fold, wordsOf } from '../../shared/search/normalise.ts';
import { searchNamed } from '../../shared/search/search.ts';
import type { Usage } from '../../shared/usage.ts';
import type { Portals } from './portals.ts';
import { toRow, type Row } from './results.ts';

const mostCustomers = 5;
const mostRows = 30;
/** Fewer letters of a page's word are those of a name, as in "KKR e Co.", unless an arrow says otherwise. */
const fewestLetters = 3;
/** More words than the name of a page has. */
const mostWords = 4;

/** What a query says beyond a customer: the customer's words, then the page's. */
interface Split {
  readonly customer: string;
  readonly page: string;
}

/**
 * The pages that the end of a query names, for the customers that its beginning names: "contoso hunting",
 * "contoso > hunting"; every page for "contoso >". Only customers that are named, not guessed.
 */
export function pageRows(
  index: SearchIndex,
  query: string,
  usage: Usage,
  now: number,
  portals: Portals,
): readonly Row[] {
  for (const { customer, page } of splits(query)) {
    const words = wordsOf(fold(page));
    if (!portals.destinations.some((each) => rankOf(each, words) >= 0) && !hasLinks(portals)) continue;
    const hits = searchNamed(index, customer, usage, now, mostCustomers);
    const rows = hits.length > 0 ? rowsFor(index, hits, words, portals) : [];
    if (rows.length > 0) return rows;
  }
  return [];
}

/** "contoso > hunting", as people type it who want to be sure which is which. */
export function parseArrow(query: string): Split | undefined {
  const arrow = query.indexOf('>');
  return arrow > 0
    ? { customer: query.slice(0, arrow).trim(), page: query.slice(arrow + 1).trim() }
    : undefined;
}

/** Whether what stands before a ">" names a customer: then nobody else is meant, also where there is no such page. */
export function isParted(index: SearchIndex, query: string, usage: Usage, now: number): boolean {
  const parted = parseArrow(query);
  return parted !== undefined && searchNamed(index, parted.customer, usage, now, 1).length > 0;
}

function splits(query: string): readonly Split[] {
  const parted = parseArrow(query);
  if (parted !== undefined) return [parted];
  const words = query.trim().split(/\s+/);
  const most = Math.min(mostWords, words.length - 1);
  return Array.from({ length: Math.max(0, most) }, (_, index) => ({
    customer: words.slice(0, -1 - index).join(' '),
    page: words.slice(-1 - index).join(' '),
  })).filter(({ page }) => wordsOf(fold(page)).some((word) => word.length >= fewestLetters));
}

const listsWithLinks = new WeakMap<Portals['customers'], boolean>();

function hasLinks({ customers }: Portals): boolean {
  let known = listsWithLinks.get(customers);
  if (known === undefined) {
    known = [...customers.values()].some(({ links }) => links !== undefined && links.length > 0);
    listsWithLinks.set(customers, known);
  }
  return known;
}

/** The best page of every customer first, then the next. */
function rowsFor(
  index: SearchIndex,
  hits: readonly SearchHit[],
  words: readonly string[],
  portals: Portals,
): readonly Row[] {
  const rows: { readonly rank: number; readonly row: Row }[] = [];
  const ownPages = new Set<string>();
  for (const hit of hits) {
    const pages = [...linksOf(hit.customer), ...portals.destinations];
    for (const destination of pages) {
      const rank = rankOf(destination, words);
      if (rank < 0) continue;
      // What no address scopes opens in the own tenant, once, whoever was named.
      const forOwn = destination.tenant === 'own' && portals.own !== undefined;
      if (forOwn && ownPages.has(destination.id)) continue;
      if (forOwn) ownPages.add(destination.id);
      rows.push({ rank, row: pageRow(index, hit, forOwn ? portals.own : undefined, destination, portals) });
    }
  }
  return rows
    .sort((one, other) => one.rank - other.rank)
    .slice(0, mostRows)
    .map(({ row }) => row);
}

function pageRow(
  index: SearchIndex,
  hit: SearchHit,
  own: Customer | undefined,
  destination: Destination,
  portals: Portals,
): Row {
  const row = toRow(hit);
  const customer = own ?? hit.customer;
  const address = addressFor(destination, customer, portals);
  const domain = customer.defaultDomain ?? customer.domains[0] ?? customer.tenantId;
  return {
    ...row,
    customer,
    detail: { text: domain, ranges: [] },
    tellApart: own === undefined ? row.tellApart : index.isLookAlike(own.tenantId),
    target: { kind: 'page', destination, obstacle: address.ok ? null : address.error },
  };
}

const vocabularies = new WeakMap<Destination, readonly string[]>();

/** How well words name a page: 0 for whole words, 1 for beginnings of words, -1 for not at all. */
function rankOf(destination: Destination, words: readonly string[]): number {
  let vocabulary = vocabularies.get(destination);
  if (vocabulary === undefined) {
    vocabulary = destination.words.flatMap((text) => wordsOf(fold(text)));
    vocabularies.set(destination, vocabulary);
  }
  let rank = 0;
  for (const word of words) {
    if (vocabulary.includes(word)) continue;
    if (!vocabulary.some((each) => each.startsWith(word))) return -1;
    rank = 1;
  }
  return rank;
}
