import { accessEnd } from '#shared/access/access-end.ts';
import type { AccessKind, Customer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { withoutAccents } from '#shared/text/without-accents.ts';

/** The columns that the table can be sorted by. */
export const sortColumns = ['name', 'domain', 'access', 'tags', 'state'] as const;
export type SortColumn = (typeof sortColumns)[number];

/** What a customer can be filtered by besides its text, its tags and how it is reached. */
export const customerStates = ['listed', 'favourite', 'hidden', 'ending', 'gone', 'written'] as const;
export type CustomerState = (typeof customerStates)[number];

/** What the table shows: empty texts and nulls leave nobody out. */
export interface TableQuery {
  readonly text: string;
  readonly access: AccessKind | null;
  readonly tag: string | null;
  readonly state: CustomerState | null;
  readonly sort: SortColumn;
  readonly descending: boolean;
}

export const wholeTable: TableQuery = {
  text: '',
  access: null,
  tag: null,
  state: null,
  sort: 'name',
  descending: false,
};

/** What each state means; `now` in milliseconds. */
const isIn: Readonly<Record<CustomerState, (customer: Customer, now: number) => boolean>> = {
  listed: ({ lastListed }) => lastListed === undefined,
  favourite: ({ favourite }) => favourite,
  hidden: ({ hidden }) => hidden,
  ending: ({ ends }, now) => accessEnd(ends, now) !== undefined,
  gone: ({ lastListed }) => lastListed !== undefined,
  written: ({ colour, browser, isolation, note, instruction }) =>
    [colour, browser, isolation, note, instruction].some((each) => each !== undefined),
};

/** Made once a customer: a customer that changes is another value. */
const texts = new WeakMap<Customer, string>();

function textOf(customer: Customer): string {
  const known = texts.get(customer);
  if (known !== undefined) return known;
  const { aliases, domains, name, tags, tenantId } = customer;
  const text = withoutAccents([name, tenantId, ...domains, ...aliases, ...tags].join('\n'));
  texts.set(customer, text);
  return text;
}

/** The states that hold for a customer, for its cell; the usual ones say nothing. */
export function statesOf(customer: Customer, now: number): readonly CustomerState[] {
  return (['favourite', 'hidden', 'ending', 'gone'] as const).filter((state) => isIn[state](customer, now));
}

const keys: Readonly<Record<SortColumn, (customer: Customer, now: number) => string>> = {
  name: ({ name }) => name,
  domain: ({ defaultDomain = '' }) => defaultDomain,
  access: ({ access }) => access.join(),
  tags: ({ tags }) => tags.join(),
  state: (customer, now) => statesOf(customer, now).join(),
};

/**
 * The customers that the query leaves, in its order; equal ones from A to Z. `ordered`: they come from A to Z already.
 * `now` in milliseconds.
 */
export function tableRows(
  customers: ReadonlyMap<TenantId, Customer>,
  query: TableQuery,
  { language, now, ordered }: { readonly language: string; readonly now: number; readonly ordered: boolean },
): readonly Customer[] {
  const words = withoutAccents(query.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const { access, state, tag } = query;
  const left = [...customers.values()].filter(
    (customer) =>
      (access === null || customer.access.includes(access)) &&
      (tag === null || customer.tags.includes(tag)) &&
      (state === null || isIn[state](customer, now)) &&
      words.every((word) => textOf(customer).includes(word)),
  );
  const { compare } = new Intl.Collator(language, { numeric: true });
  if (!ordered) left.sort((a, b) => compare(a.name, b.name) || compare(a.tenantId, b.tenantId));
  if (query.sort !== 'name') {
    const key = keys[query.sort];
    const keyed = left.map((customer) => ({ customer, text: key(customer, now) }));
    // What says nothing comes last, whichever way round.
    const sign = query.descending ? -1 : 1;
    keyed.sort((a, b) =>
      a.text === '' || b.text === ''
        ? Number(a.text === '') - Number(b.text === '')
        : sign * compare(a.text, b.text),
    );
    return keyed.map(({ customer }) => customer);
  }
  return query.descending ? left.toReversed() : left;
}

/** Every tag there is, from A to Z. */
export function tagsIn(customers: ReadonlyMap<TenantId, Customer>, language: string): readonly string[] {
  const all = new Set<string>();
  for (const { tags } of customers.values()) for (const tag of tags) all.add(tag);
  return [...all].sort(new Intl.Collator(language, { numeric: true }).compare);
}
