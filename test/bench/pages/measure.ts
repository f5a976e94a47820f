import { searchAll } from '../../../src/renderer/finder/results/search-all.ts';
import { portalsOf, type Portals } from '../../../src/renderer/finder/results/portals.ts';
import type { Row } from '../../../src/renderer/finder/results/row.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { addressFor } from '#shared/portals/availability.ts';
import { catalogue } from '#shared/portals/catalogue.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { indicatorAddress } from '#shared/portals/indicators/address.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { noUsage } from '#shared/status/usage.ts';
import { customerOf } from '../search/customers.ts';
import type { PageQuery } from './queries.ts';

/** The MSSP's own tenant, as a sign-in would list it: no file of customers has it. */
const own: Customer = {
  ...customerOf('0b8ad3f2-4c11-4f7e-8d52-6a1f0c9e7b34', 'The provider’s own tenant', 'provider.example'),
  access: ['own'],
};

export interface PagesReport {
  readonly queries: number;
  readonly hit1: number;
  /** Queries whose first row is another customer's. */
  readonly wrongCustomer: number;
  readonly kinds: Readonly<Record<string, { readonly n: number; readonly hit1: number }>>;
  /** What the first row was instead. */
  readonly misses: readonly { readonly q: string; readonly customer: string; readonly url: string }[];
}

/** Asks the code that the finder runs, with default settings, for the first row and the address that Enter would open. */
export function measurePages(customers: readonly Customer[], queries: readonly PageQuery[]): PagesReport {
  const ask = finderWith(customers);
  const kinds = new Map<string, { n: number; hits: number }>();
  const misses: { q: string; customer: string; url: string }[] = [];
  let hits = 0;
  let wrongCustomer = 0;
  for (const { kind, q, gold, url } of queries) {
    const { row, address } = ask(q);
    const whose = row === undefined ? '' : row.customer === own ? 'own' : row.customer.tenantId;
    const right = whose === gold && new RegExp(url).test(address);
    const each = kinds.get(kind) ?? { n: 0, hits: 0 };
    kinds.set(kind, { n: each.n + 1, hits: each.hits + (right ? 1 : 0) });
    if (right) hits += 1;
    else misses.push({ q, customer: row?.customer.name ?? '', url: address });
    if (whose !== '' && whose !== gold) wrongCustomer += 1;
  }
  return {
    queries: queries.length,
    hit1: share(hits, queries.length),
    wrongCustomer,
    kinds: Object.fromEntries([...kinds].map(([kind, { n, hits }]) => [kind, { n, hit1: share(hits, n) }])),
    misses,
  };
}

/** The finder over these customers, as a function of what is typed. */
export function finderWith(customers: readonly Customer[]): (query: string) => {
  readonly rows: readonly Row[];
  readonly row: Row | undefined;
  readonly address: string;
} {
  const all = [...customers, own];
  const index = new SearchIndex(all);
  const state = {
    customers: new Map(all.map((customer) => [customer.tenantId, customer])),
    status: { settings: defaultSettings },
  };
  const portals = portalsOf(state, undefined);
  const now = Date.UTC(2026, 0, 1);
  return (query) => {
    const rows = searchAll(index, query, noUsage, now, portals);
    const [row] = rows;
    return { rows, row, address: row === undefined ? '' : addressOf(row, portals) };
  };
}

/** What Enter opens; nothing where it opens nothing. */
function addressOf({ customer, target }: Row, portals: Portals): string {
  if (target?.kind === 'link') return `https://${target.place}`;
  const page = target?.kind === 'page' ? target.page : catalogue.defender;
  const address =
    target?.kind === 'indicator'
      ? indicatorAddress(target.indicator, customer, portals)
      : addressFor(page, customer, portals);
  return address.ok ? address.value : '';
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
