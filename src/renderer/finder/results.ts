import type { Customer } from '../../shared/customer.ts';
import { looksLikeLink } from '../../shared/portals/links/read-link.ts';
import { readReference } from '../../shared/portals/read-reference.ts';
import { browse } from '../../shared/search/browse.ts';
import type { SearchIndex } from '../../shared/search/index.ts';
import type { SearchHit } from '../../shared/search/hit.ts';
import { search } from '../../shared/search/search.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { TenantId } from '../../shared/tenant-id.ts';
import type { TenantReference } from '../../shared/tenant-reference.ts';
import type { Usage } from '../../shared/usage.ts';
import type { MarkedText } from './marked-text.ts';
import type { RowTarget } from './row-target.ts';

/** One customer to choose, as the finder shows it. */
export interface Row {
  readonly customer: Customer;
  readonly name: MarkedText;
  /** The customer's other name that was searched by. */
  readonly alias?: MarkedText;
  /** The domain or tenant id below the name. */
  readonly detail: MarkedText;
  /** Easily taken for another customer: the id's tail tells them apart. */
  readonly tellApart: boolean;
  /** Why it stands where it does: the query is its tenant id, domain or link; or it was opened lately. */
  readonly sign: 'named' | 'recent' | null;
  /** Where it leads, if not to the customer's Defender portal. */
  readonly target?: RowTarget;
}

/** The rows for a query, best first, each customer once. */
export type Lookup = (query: string) => readonly Row[];

/** Looks a query up. `now` is in milliseconds since 1970. */
export function lookUp(index: SearchIndex, query: string, usage: Usage, now: number): readonly Row[] {
  if (query.trim() === '') return browse(index, usage).map((hit) => toRow(hit));
  const reference = readReference(query);
  const named = reference.ok ? customerNamed(index, reference.value, usage, now) : undefined;
  // A link says exactly which tenant it means: nothing that merely resembles its letters is of use.
  if (looksLikeLink(query)) return named === undefined ? [] : [named];
  const others = search(index, query, usage, now).filter(
    (hit) => hit.customer !== named?.customer && (!meansDomain(query, reference) || isWritten(hit)),
  );
  return [...(named === undefined ? [] : [named]), ...others.map((hit) => toRow(hit))];
}

/** A whole domain, or the address of somebody in it, means that domain: one that resembles it is another customer. */
function meansDomain(query: string, reference: Result<TenantReference, Problem>): boolean {
  return query.includes('@') || (reference.ok && reference.value.kind === 'domain');
}

const guessed: ReadonlySet<SearchHit['step']> = new Set([
  'letters',
  'typos',
  'loose',
  'wide',
  'scattered',
]);

/** What was typed stands there, letter by letter and in one piece: nothing was guessed. */
function isWritten({ step, field, text, ranges }: SearchHit): boolean {
  if (guessed.has(step)) return false;
  const [first, ...more] = ranges;
  return field !== 'domain' || (first?.[0] === 0 && more.length === 0 && text.length > 0);
}

/** The one customer that has this tenant id or this domain. A domain that two customers claim names neither. */
function customerNamed(
  index: SearchIndex,
  reference: TenantReference,
  usage: Usage,
  now: number,
): Row | undefined {
  const text = reference.kind === 'tenant' ? reference.tenantId : reference.domain;
  const names = (customer: Customer): boolean =>
    reference.kind === 'tenant' ? customer.tenantId === text : domainsOf(customer).includes(text);
  const [only, ...others] = search(index, text, usage, now).filter((hit) => names(hit.customer));
  return only === undefined || others.length > 0 ? undefined : toRow(only, 'named');
}

function domainsOf({ defaultDomain, domains }: Customer): readonly string[] {
  return defaultDomain === undefined ? domains : [defaultDomain, ...domains];
}

export function toRow(hit: SearchHit, sign: Row['sign'] = hit.step === 'recent' ? 'recent' : null): Row {
  const { customer, field, text, ranges } = hit;
  const matched: MarkedText = { text, ranges };
  const plain = (words: string): MarkedText => ({ text: words, ranges: [] });
  const domain = plain(customer.defaultDomain ?? customer.domains[0] ?? customer.tenantId);
  return {
    customer,
    name: field === 'name' ? matched : plain(customer.name),
    ...(field === 'alias' && { alias: matched }),
    detail: field === 'domain' || field === 'id' ? matched : domain,
    tellApart: hit.lookAlike,
    sign,
  };
}

/** What turns one list into another. A customer whose value is the same object is not looked at. */
export function difference(
  before: ReadonlyMap<TenantId, Customer>,
  after: ReadonlyMap<TenantId, Customer>,
): { readonly upsert: readonly Customer[]; readonly remove: readonly TenantId[] } {
  return {
    upsert: [...after.values()].filter((customer) => before.get(customer.tenantId) !== customer),
    remove: [...before.keys()].filter((tenantId) => !after.has(tenantId)),
  };
}
