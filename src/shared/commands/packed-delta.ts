import type { ListDelta } from './list-delta.ts';
import type { Customer } from '../customer/customer.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/**
 * A change of the list on its way from main into a page, as JSON. Electron's bridge into a page copies every object and
 * array of a structured value by itself: for 10,000 customers that took ten times as long as a text and its parsing.
 */
export type PackedDelta = string & { readonly packs: 'ListDelta' };

/** In columns, because a start waits for the text to be written, handed over and read: they make it a third as long. */
interface Columns {
  readonly revision: number;
  readonly reset: boolean;
  readonly ordered?: boolean;
  readonly remove: readonly TenantId[];
  readonly ids: TenantId[];
  readonly names: string[];
  /** The first is the default one; 0 where there is none. */
  readonly domains: (readonly string[] | 0)[];
  /** Places in `reaches`. */
  readonly reached: number[];
  readonly reaches: Reach[];
  /** Those that do not fit into columns, whole, each with its place in the list. */
  readonly others: (readonly [place: number, customer: Customer])[];
}

/** How a customer is reached, the same for thousands of them. */
type Reach = Pick<Customer, 'access' | 'accountIds' | 'securityRoles'>;

export function packDelta({ upsert, ...head }: ListDelta): PackedDelta {
  const columns: Columns = {
    ...head,
    ...{ ids: [], names: [], domains: [], reached: [], reaches: [], others: [] },
  };
  const places = new Map<string, number>();
  let place = 0;
  for (const customer of upsert) {
    if (!isPlain(customer)) columns.others.push([place, customer]);
    else {
      columns.ids.push(customer.tenantId);
      columns.names.push(customer.name);
      columns.domains.push(customer.domains.length === 0 ? 0 : customer.domains);
      const key = keyOf(customer);
      let reach = places.get(key);
      if (reach === undefined) {
        places.set(key, (reach = columns.reaches.length));
        const { access, accountIds, securityRoles } = customer;
        columns.reaches.push({ access, accountIds, ...(securityRoles !== undefined && { securityRoles }) });
      }
      columns.reached.push(reach);
    }
    place += 1;
  }
  return JSON.stringify(columns) as PackedDelta;
}

/** The order of the customers is kept; what is the same for many is one value. */
export function unpackDelta(packed: PackedDelta): ListDelta {
  const { domains, ids, names, others, reached, reaches, ...head } = JSON.parse(packed) as Columns;
  const upsert: Customer[] = [];
  let next = 0;
  const put = (customer: Customer): void => {
    for (let other = others[next]; other?.[0] === upsert.length; other = others[++next])
      upsert.push(other[1]);
    upsert.push(customer);
  };
  ids.forEach((tenantId, at) => {
    const known = domains[at] ?? 0;
    const { access, accountIds, securityRoles } = reaches[reached[at] ?? 0] ?? nowhere;
    const customer: { -readonly [K in keyof Customer]: Customer[K] } = {
      tenantId,
      name: names[at] ?? tenantId,
      domains: known === 0 ? none : known,
      access,
      accountIds,
      aliases: none,
      tags: none,
      favourite: false,
      hidden: false,
    };
    if (securityRoles !== undefined) customer.securityRoles = securityRoles;
    if (known !== 0) customer.defaultDomain = known[0] ?? '';
    put(customer);
  });
  for (const [, customer] of others.slice(next)) upsert.push(customer);
  return { ...head, upsert };
}

const none: readonly never[] = [];
const nowhere: Reach = { access: none, accountIds: none };

/** The members of a customer about whom the user wrote nothing. */
const plainMembers: ReadonlySet<string> = new Set<keyof Customer>([
  'tenantId',
  'name',
  'defaultDomain',
  'domains',
  'access',
  'accountIds',
  'securityRoles',
  'aliases',
  'tags',
  'favourite',
  'hidden',
]);

function isPlain(customer: Customer): boolean {
  const { aliases, defaultDomain, domains, favourite, hidden, tags } = customer;
  if (favourite || hidden || aliases.length > 0 || tags.length > 0) return false;
  if (domains[0] !== defaultDomain) return false;
  for (const member in customer) if (!plainMembers.has(member)) return false;
  return true;
}

function keyOf({ access, accountIds, securityRoles }: Reach): string {
  return [...access, '', ...accountIds, ...(securityRoles === undefined ? [] : ['', ...securityRoles])].join(
    '\n',
  );
}
