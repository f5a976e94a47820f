import type { Customer } from '#shared/customer/customer.ts';
import { addressFor } from '#shared/portals/availability.ts';
import type { PortalPage } from '#shared/portals/page.ts';
import { findPages, nearestPages, pageSteps, type PageHit } from '#shared/portals/find-pages.ts';
import { linksOf } from '#shared/portals/pages.ts';
import { editsBetween } from '#shared/portals/edits.ts';
import { nameValue } from '#shared/portals/names.ts';
import { unnamedOwnTenant } from '#shared/portals/own-tenant.ts';
import { problem } from '#shared/problems/problem.ts';
import { browse } from '#shared/search/browse.ts';
import type { SearchHit } from '#shared/search/hit.ts';
import { steps, type Step } from '#shared/search/ladder.ts';
import type { SearchIndex } from '#shared/search/index.ts';
import { legalForms } from '#shared/search/legal-forms.ts';
import { fold, wordsOf } from '#shared/search/normalise.ts';
import { search, searchNamed } from '#shared/search/search.ts';
import type { Usage } from '#shared/status/usage.ts';
import type { Portals } from './portals.ts';
import { toRow } from './results.ts';
import type { Row } from './row.ts';

const mostCustomers = 5;
const mostRows = 30;
/** More words than the name of a page has. */
const mostWords = 6;
/** Fewer letters of a page's name are those of a customer's, as in "KKR e Co.", unless they are all of it. */
const fewestLetters = 3;
const mostNear = 3;

/** What a query says of a customer, and what of a page. */
interface Split {
  readonly customer: string;
  readonly page: readonly string[];
}

/** The pages that a query names, by how sure that is. */
export interface PageRows {
  /** Of customers that are named, or of the own tenant, by names of pages. */
  readonly named: readonly Row[];
  /** Where the customer, or the page, was read with a slip. Looked for when it is asked for: it takes longest. */
  readonly guessed: () => readonly Row[];
}

const nobody = (): readonly Row[] => [];
const none: PageRows = { named: [], guessed: nobody };

/**
 * The pages that a query names for the customers that it names, in either order: "contoso hunting", "incidents contoso",
 * "contoso > hunting"; every page for "contoso >"; where it `mayStandAlone`, a page for favourites and recents first.
 */
export function pageRows(
  index: SearchIndex,
  query: string,
  usage: Usage,
  now: number,
  portals: Portals,
  mayStandAlone: boolean,
): PageRows {
  const parted = parseArrow(query);
  const whole = mayStandAlone && parted === undefined ? pageAlone(index, query, usage, portals) : undefined;
  // What is a page's whole name is no customer and a page: "content distribution".
  if (whole?.certain === true) return { named: whole.rows, guessed: nobody };
  const all = parted ?? splits(query);
  const named = firstOf(bestFirst(all, portals, parted !== undefined), (equals) =>
    firstOf(
      byCustomer(equals, (customer) => searchNamed(index, customer, usage, now, mostCustomers)),
      ({ hits, pages, split }) => rowsFor(index, hits, split.page, pages, portals),
    ),
  );
  if (named.length > 0) return { named, guessed: nobody };
  if (parted !== undefined) return none;
  if (whole !== undefined && whole.rows.length > 0) return { named: whole.rows, guessed: nobody };
  return { named: [], guessed: () => guessedRows(index, all, usage, now, portals).map(asGuess) };
}

interface Named {
  readonly split: Split;
  readonly pages: readonly PageHit[];
}

/**
 * Of splits whose pages are named equally well that first whose customer is named best: "devices intel" are Intel's devices, and not
 * Analog Devices' threat intelligence.
 */
function byCustomer(
  equals: readonly Named[],
  find: (customer: string) => readonly SearchHit[],
): readonly (Named & { readonly hits: readonly SearchHit[] })[] {
  const place = (step: SearchHit['step'] | undefined): number =>
    step === undefined ? steps.length : steps.indexOf(step as Step);
  return equals
    .map((named) => ({ ...named, hits: find(named.split.customer) }))
    .filter(({ hits }) => hits.length > 0)
    .sort(({ hits: [one] }, { hits: [other] }) => place(one?.step) - place(other?.step));
}

/** The splits whose page there is, those with the best named page first; of equal ones the longer page. */
function bestFirst(all: readonly Split[], portals: Portals, slips: boolean): readonly (readonly Named[])[] {
  const named = all.flatMap((split): readonly Named[] => {
    const pages = pagesFor(portals, split, slips);
    return pages.length > 0 || split.page.length === 0 || hasLinks(portals) ? [{ split, pages }] : [];
  });
  const place = ({ pages: [best] }: Named): number =>
    best === undefined ? pageSteps.length : pageSteps.indexOf(best.step);
  const groups = new Map<number, Named[]>();
  for (const each of named) groups.set(place(each), [...(groups.get(place(each)) ?? []), each]);
  return [...groups].sort(([one], [other]) => one - other).map(([, equals]) => equals);
}

/** A page whose customer has a slip, or a customer whose page has one; never both at once. */
function guessedRows(
  index: SearchIndex,
  all: readonly Split[],
  usage: Usage,
  now: number,
  portals: Portals,
): readonly Row[] {
  const slipped = all
    .map((split) => ({ split, pages: findPages(portals.pages, split.page, true) }))
    .filter(({ pages }) => pages[0]?.step === 'slip')
    .sort((one, other) => (one.pages[0]?.rest ?? 0) - (other.pages[0]?.rest ?? 0));
  const ofNamed = firstOf(slipped, ({ split, pages }) => {
    const hits = searchNamed(index, split.customer, usage, now, mostCustomers);
    return hits.length === 0 ? [] : rowsFor(index, hits, split.page, pages, portals);
  });
  if (ofNamed.length > 0) return ofNamed;
  return firstOf(bestFirst(all, portals, false).flat(), ({ split, pages }) => {
    if (pages[0] === undefined || !sure.has(pages[0].step)) return [];
    const hits = search(index, split.customer, usage, now, mostCustomers).filter(
      ({ step, customer }) => step === 'typos' && unreadWords(split.customer, customer).length === 0,
    );
    return hits.length === 0 ? [] : rowsFor(index, hits, split.page, pages, portals);
  });
}

/** SECURITY: such a row is opened by no Enter that comes before it could be read. */
function asGuess(row: Row): Row {
  return { ...row, isGuess: true };
}

const sure: ReadonlySet<PageHit['step']> = new Set(['name', 'portal-and-name', 'beginning']);

/** The rows of the first that has any. */
function firstOf<T>(all: readonly T[], rows: (each: T) => readonly Row[]): readonly Row[] {
  for (const each of all) {
    const found = rows(each);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * A page without a customer: the own tenant's once, a customer's page for favourites, recents and then all others.
 * `certain` when the query is its whole name.
 */
function pageAlone(
  index: SearchIndex,
  query: string,
  usage: Usage,
  portals: Portals,
): { readonly certain: boolean; readonly rows: readonly Row[] } {
  const words = wordsOf(fold(query));
  const hits = findPages(portals.pages, words, false);
  const [first] = hits;
  const certain = first?.step === 'name' || first?.step === 'portal-and-name';
  const ownRows = hits
    .filter(({ page, step }) => page.tenant === 'own' && step !== 'mixed')
    .map(({ page }) => ownRow(index, page, portals));
  const best = hits.find(({ page, step }) => page.tenant === 'customer' && alone.has(step));
  if (best === undefined || !longEnough(best, words)) return { certain, rows: ownRows };
  // Nobody was named: whose page opens is a guess.
  const rows = browse(index, usage, mostRows).map((hit) => asGuess(pageRow(hit, best.page, portals)));
  return {
    certain,
    rows: first?.page.tenant === 'own' ? [...ownRows, ...rows] : [...rows, ...ownRows],
  };
}

const alone: ReadonlySet<PageHit['step']> = new Set(['name', 'portal-and-name', 'beginning', 'words']);

/** "contoso > hunting" or "hunting > contoso", as people type it who want to be sure which is which. */
export function parseArrow(query: string): readonly Split[] | undefined {
  const arrow = query.indexOf('>');
  if (arrow <= 0) return undefined;
  const before = query.slice(0, arrow).trim();
  const behind = query.slice(arrow + 1).trim();
  const usual = { customer: before, page: wordsOf(fold(behind)) };
  return behind === '' ? [usual] : [usual, { customer: behind, page: wordsOf(fold(before)) }];
}

/** Whether a side of a ">" names a customer: then nobody else is meant, also where there is no such page. */
export function isParted(index: SearchIndex, query: string, usage: Usage, now: number): boolean {
  const [usual] = parseArrow(query) ?? [];
  return usual !== undefined && searchNamed(index, usual.customer, usage, now, 1).length > 0;
}

/** Words that stand between a page and its customer: "incidents for contoso", « incidents de contoso ». */
const between =
  /^(?:all|for|of|in|at|on|the|to|from|de|du|des|le|la|les|l[’']|tous|toutes|chez|pour|dans|sur|à|d[’']|[-–—:,;|/]+)$/i;

/** Every way to part a query in two, the shortest customer first: "advanced hunting" is a page before "hunting" is. */
function splits(query: string): readonly Split[] {
  const words = query
    .trim()
    .split(/[\s,;:|]+/u)
    .filter((word) => word !== '');
  const found: Split[] = [];
  for (let length = Math.min(mostWords, words.length - 1); length > 0; length -= 1) {
    for (const [page, customer] of [
      [words.slice(-length), words.slice(0, -length)],
      [words.slice(0, length), words.slice(length)],
    ] as const) {
      const named = foldedWords(page);
      if (named.length === 0) continue;
      found.push({ customer: customer.join(' '), page: named });
      const bare = withoutBetween(customer);
      if (bare.length > 0 && bare.length < customer.length)
        found.push({ customer: bare.join(' '), page: named });
    }
  }
  return found;
}

export function withoutBetween(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !between.test(word));
  const last = words.findLastIndex((word) => !between.test(word));
  return first < 0 ? [] : words.slice(first, last + 1);
}

const foldedWords = (words: readonly string[]): readonly string[] =>
  wordsOf(fold(withoutBetween(words).join(' ')));

function pagesFor(portals: Portals, { page }: Split, slips: boolean): readonly PageHit[] {
  return findPages(portals.pages, page, slips).filter((hit) => slips || longEnough(hit, page));
}

function longEnough({ step }: PageHit, words: readonly string[]): boolean {
  return step === 'name' || step === 'portal-and-name' || words.some((word) => word.length >= fewestLetters);
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

/** The best page of every customer first, then the next. What no address scopes opens in the own tenant, once. */
function rowsFor(
  index: SearchIndex,
  hits: readonly SearchHit[],
  words: readonly string[],
  found: readonly PageHit[],
  portals: Portals,
): readonly Row[] {
  const every = words.length === 0;
  const pages = every ? portals.pages : found.map(({ page }) => page);
  const rows: { readonly place: number; readonly row: Row }[] = [];
  for (const hit of hits) {
    const links = every
      ? linksOf(hit.customer)
      : findPages(linksOf(hit.customer), words, false).map(({ page }) => page);
    for (const page of links) rows.push({ place: -1, row: pageRow(hit, page, portals) });
    for (const [place, page] of pages.entries())
      if (page.tenant === 'customer') rows.push({ place, row: pageRow(hit, page, portals) });
  }
  for (const [place, page] of pages.entries())
    // The customer that was named is not the one that opens.
    if (page.tenant === 'own') rows.push({ place, row: asGuess(ownRow(index, page, portals)) });
  return rows
    .sort((one, other) => one.place - other.place)
    .slice(0, mostRows)
    .map(({ row }) => row);
}

function pageRow(hit: SearchHit, page: PortalPage, portals: Portals): Row {
  const row = toRow(hit);
  const { customer } = hit;
  const address = addressFor(page, customer, portals);
  const domain = customer.defaultDomain ?? customer.domains[0] ?? customer.tenantId;
  return {
    ...row,
    detail: { text: domain, ranges: [] },
    target: { kind: 'page', page, obstacle: address.ok ? null : address.error },
  };
}

/** A page of the own tenant. Nobody's name was typed for it, so nothing is marked in the name. */
function ownRow(index: SearchIndex, page: PortalPage, portals: Portals): Row {
  const customer: Customer = portals.own ?? unnamedOwnTenant;
  const address =
    portals.own === undefined
      ? ({
          ok: false,
          error: problem('page-own-tenant', { page: nameValue(page) }),
        } as const)
      : addressFor(page, customer, portals);
  return {
    customer,
    name: { text: customer.name, ranges: [] },
    detail: { text: customer.defaultDomain ?? customer.domains[0] ?? '', ranges: [] },
    tellApart: portals.own !== undefined && index.isLookAlike(customer.tenantId),
    sign: null,
    target: { kind: 'page', page, obstacle: address.ok ? null : address.error },
  };
}

/**
 * What a query says behind a customer's name when no page is called so: the row of that customer says it, and the pages
 * nearest in spelling follow.
 */
export function unknownPageRows(
  index: SearchIndex,
  query: string,
  row: Row,
  portals: Portals,
): readonly Row[] {
  const unread = unreadWords(query, row.customer);
  // Where no word is the customer's, the customer itself is a guess, and nothing is said of pages.
  if (unread.length === 0 || unread.length === query.trim().split(/\s+/).length) return [row];
  // A legal form that the name does not have is no page: "mircosoft corp".
  const typed = unread.filter((word) => !wordsOf(fold(word)).every((part) => legalForms.has(part))).join(' ');
  if (fold(typed).text.length < fewestLetters) return [row];
  const hit: SearchHit = {
    customer: row.customer,
    step: 'loose',
    field: 'name',
    text: row.customer.name,
    ranges: row.name.ranges,
    lookAlike: row.tellApart,
  };
  const near = nearestPages(portals.pages, wordsOf(fold(typed)), mostNear);
  return [
    { ...row, target: { kind: 'no-page', typed } },
    ...near.map((page) =>
      page.tenant === 'own' ? ownRow(index, page, portals) : pageRow(hit, page, portals),
    ),
  ];
}

/** The typed words that are none of the customer's, not even with a slip. */
export function unreadWords(
  query: string,
  { name, aliases, domains, defaultDomain }: Customer,
): readonly string[] {
  const own = [name, ...aliases, defaultDomain ?? '', ...domains].flatMap((text) => wordsOf(fold(text)));
  const typed = query.trim().split(/\s+/);
  const isRead = (word: string): boolean =>
    wordsOf(fold(word)).every((part) => own.some((each) => each.startsWith(part) || isNear(part, each)));
  return typed.filter((word) => !isRead(word));
}

/** One wrong letter of four, two of eight. */
function isNear(part: string, word: string): boolean {
  const most = part.length < 4 ? 0 : part.length < 8 ? 1 : 2;
  return most > 0 && editsBetween(part, word, most) <= most;
}
