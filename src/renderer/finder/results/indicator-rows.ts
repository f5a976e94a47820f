import { domainsOf } from '#shared/customer/customer-domains.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { indicatorAddress } from '#shared/portals/indicators/address.ts';
import type { Indicator } from '#shared/portals/indicators/indicator.ts';
import { readIndicators } from '#shared/portals/indicators/read-indicators.ts';
import { browse } from '#shared/search/browse.ts';
import type { SearchIndex } from '#shared/search/index.ts';
import { fold } from '#shared/search/normalise.ts';
import { searchNamed } from '#shared/search/search.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Usage } from '#shared/status/usage.ts';
import { namedWithin } from './named-within.ts';
import { unreadWords, withoutBetween } from './page-rows.ts';
import type { Portals } from './portals.ts';
import { toRow } from './results.ts';
import type { Row } from './row.ts';

const mostCustomers = 5;
const mostIndicators = 5;
const mostRows = 30;
/** More words than the name of a customer has: they are a text that the indicator stands in. */
const mostWords = 8;

/**
 * The pages of the indicators in a query: in the customers that it names too, or else in those that are selected,
 * favourites, recents and then all others. An indicator that is a customer's own is none.
 */
export function indicatorRows(
  index: SearchIndex,
  query: string,
  usage: Usage,
  now: number,
  portals: Portals,
  selection: readonly TenantId[],
): readonly Row[] {
  const { indicators, rest } = readIndicators(query);
  const offered = indicators
    .filter((each) => !isCustomers(each, index) && !isName(index, each, usage, now))
    .slice(0, mostIndicators);
  if (offered.length === 0) return [];
  const named = namedIn(index, rest, usage, now);
  // Nobody was named, or in a sentence: in whom it is looked up is a guess.
  const told = named.length > 0 ? [] : namedWithin(rest.join(' '), index, portals.customers);
  const guessed =
    told.length > 0
      ? told.map((customer) => plainRow(index, customer))
      : named.length > 0
        ? []
        : inOrder(index, offered, usage, portals, selection);
  const rows = [...named, ...guessed.map((row) => ({ ...row, isGuess: true as const }))];
  return rows
    .slice(0, mostRows)
    .flatMap((row) => offered.map((indicator) => pageRow(row, indicator, portals)))
    .slice(0, mostRows);
}

/** A customer's domain, or one below it, is the customer. */
function isCustomers({ kind, value }: Indicator, index: SearchIndex): boolean {
  return kind === 'domain' && ownersOf(value, index).length > 0;
}

/** Some are called as their web site is: "Booking.com". */
function isName(index: SearchIndex, { kind, value }: Indicator, usage: Usage, now: number): boolean {
  if (kind !== 'domain') return false;
  const typed = fold(value).text;
  return searchNamed(index, value, usage, now, mostCustomers).some(({ customer: { name, aliases } }) =>
    [name, ...aliases].some((each) => `${fold(each).text} `.startsWith(`${typed} `)),
  );
}

/** Those whose domain this is, or the nearest above it that somebody has. */
function ownersOf(domain: string, index: SearchIndex): readonly Customer[] {
  return index.ownersAbove(`_.${domain}`)?.customers ?? [];
}

/** What people call an indicator in front of it; it names nobody. */
const labels: ReadonlySet<string> = new Set(
  'ip hash file sha1 sha256 md5 url domain user upn device machine alert incident cve fichier domaine utilisateur appareil poste alerte adresse address gerat datei'.split(
    ' ',
  ),
);

function namedIn(index: SearchIndex, rest: readonly string[], usage: Usage, now: number): readonly Row[] {
  if (rest.length > mostWords) return [];
  const bare = withoutBetween(rest.map((word) => word.replace(/^[([,]+|[>,:;)\]]+$/g, '')));
  const unlabelled = withoutBetween(bare.filter((word) => !labels.has(fold(word).text)));
  for (const words of [bare, unlabelled]) {
    const text = words.join(' ');
    if (text === '') continue;
    const hits = searchNamed(index, text, usage, now, mostCustomers).filter(
      ({ customer }) => unreadWords(text, customer).length === 0,
    );
    if (hits.length > 0) return hits.map((hit) => toRow(hit));
  }
  return [];
}

/** The customer of a user first, then those whom the analyst works with. */
function inOrder(
  index: SearchIndex,
  indicators: readonly Indicator[],
  usage: Usage,
  portals: Portals,
  selection: readonly TenantId[],
): readonly Row[] {
  const owners = indicators.flatMap(({ kind, value }) =>
    kind === 'user' ? ownersOf(value.slice(value.lastIndexOf('@') + 1), index) : [],
  );
  const selected = selection.flatMap((tenantId) => portals.customers.get(tenantId) ?? []);
  const rows = new Map<TenantId, Row>();
  for (const customer of [...owners, ...selected])
    if (!rows.has(customer.tenantId)) rows.set(customer.tenantId, plainRow(index, customer));
  // A domain or an address alone may be that of a customer who is to be added: nobody is offered whom the user does not know.
  const mayBeNew = indicators.every(({ kind }) => kind === 'domain' || kind === 'user');
  for (const hit of browse(index, usage, mostRows)) {
    if (mayBeNew && hit.step === 'all') break;
    if (!rows.has(hit.customer.tenantId)) rows.set(hit.customer.tenantId, toRow(hit));
  }
  return [...rows.values()];
}

/** A row that shows a customer by the name and a domain, whatever was typed. */
export function plainRow(index: SearchIndex, customer: Customer): Row {
  return {
    customer,
    name: { text: customer.name, ranges: [] },
    detail: { text: domainsOf(customer)[0] ?? customer.tenantId, ranges: [] },
    tellApart: index.isLookAlike(customer.tenantId),
    sign: null,
  };
}

function pageRow(row: Row, indicator: Indicator, portals: Portals): Row {
  const address = indicatorAddress(indicator, row.customer, portals);
  return { ...row, target: { kind: 'indicator', indicator, obstacle: address.ok ? null : address.error } };
}
