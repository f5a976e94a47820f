import { z } from 'zod';
import type { Cloud } from '../../../shared/cloud.ts';
import type { ObservedCustomer } from '../../../shared/customer.ts';
import { ok } from '../../../shared/result.ts';
import { parseTenantId, type TenantId } from '../../../shared/tenant-id.ts';
import type { ApiClient } from '../../net/api-client.ts';
import { cleanName } from '../customer-name.ts';
import { endOf, readRelationships, type Relationship } from './gdap-relationships.ts';
import { customersOf, rowPages } from './list-pages.ts';
import type { Pages, Source, SourceRequest } from './source.ts';

const customerSchema = z.looseObject({
  tenantId: z.string().transform(parseTenantId),
  displayName: z.string().optional().catch(undefined),
});

/** The largest page that Graph gives of both lists. */
const pageSize = 300;

/**
 * The customers with a granular delegated admin relationship: Graph's `GET /tenantRelationships/delegatedAdminCustomers`,
 * and from `.../delegatedAdminRelationships` when the access ends. Both are empty, without an error, for who is no
 * Admin Agent. All or nothing: without the relationships nobody could tell an end that is near from one that is not.
 */
export class Gdap implements Source {
  readonly id = 'gdap';
  readonly #api: Pick<ApiClient, 'getJson'>;

  constructor(api: Pick<ApiClient, 'getJson'>) {
    this.#api = api;
  }

  async *list(request: SourceRequest): Pages {
    const customers = new Map<TenantId, ObservedCustomer>();
    for await (const page of this.#rows('delegatedAdminCustomers', request)) {
      if (!page.ok) {
        yield page;
        return;
      }
      const listed = readGdapCustomers(page.value);
      for (const customer of listed) customers.set(customer.tenantId, customer);
      yield ok(listed);
    }
    const relationships = new Map<TenantId, Relationship[]>();
    for await (const page of this.#rows('delegatedAdminRelationships', request)) {
      if (!page.ok) {
        yield page;
        return;
      }
      for (const relationship of readRelationships(page.value)) {
        const others = relationships.get(relationship.tenantId);
        if (others === undefined) relationships.set(relationship.tenantId, [relationship]);
        else others.push(relationship);
      }
    }
    yield ok([...customers.values()].flatMap((customer) => withEnd(customer, relationships)));
  }

  #rows(list: string, { token, cloud, signal, onWait }: SourceRequest) {
    const request = { token, nextLink: '@odata.nextLink', signal, onWait } as const;
    return rowPages(this.#api, addressOf(list, cloud), request);
  }
}

function addressOf(list: string, cloud: Cloud): string {
  return `${cloud.graph}/v1.0/tenantRelationships/${list}?$top=${pageSize}`;
}

/** What one page of customers lists. */
export function readGdapCustomers(rows: readonly unknown[]): readonly ObservedCustomer[] {
  return customersOf(rows, (row) => {
    const { data } = customerSchema.safeParse(row);
    if (data?.tenantId === undefined) return undefined;
    const name = cleanName(data.displayName ?? '');
    return { tenantId: data.tenantId, ...(name !== undefined && { name }), domains: [], access: 'gdap' };
  });
}

/** The customer again, if its access ends. */
function withEnd(
  customer: ObservedCustomer,
  relationships: ReadonlyMap<TenantId, readonly Relationship[]>,
): readonly ObservedCustomer[] {
  const ends = endOf(relationships.get(customer.tenantId) ?? []);
  return ends === undefined ? [] : [{ ...customer, ends }];
}
