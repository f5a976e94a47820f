import { z } from 'zod';
import type { Cloud } from '#shared/settings/cloud.ts';
import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import type { ApiClient } from '../../system/net/api-client.ts';
import { cleanName } from './customer-name.ts';
import { endOf, readRelationshipPage, rolesOf, type Relationship } from './gdap-relationships.ts';
import { customerPages, customersOf, rowPages } from './list-pages.ts';
import type { Pages, Source, SourceRequest } from './source.ts';

const customerSchema = z.looseObject({
  tenantId: z.string().transform(parseTenantId),
  displayName: z.string().optional().catch(undefined),
});

/** The largest page that Graph gives of both lists. */
const pageSize = 300;

/**
 * The customers with a granular delegated admin relationship: Graph's `GET /tenantRelationships/delegatedAdminCustomers`,
 * and from `.../delegatedAdminRelationships` when the access ends and which security roles it brings. Both are empty,
 * without an error, for who is no Admin Agent. All or nothing: without the relationships nobody could tell an end that
 * is near from one that is not. A customer is listed while it has a relationship, so that one list is never empty alone.
 */
export class Gdap implements Source {
  readonly id = 'gdap';
  readonly #api: Pick<ApiClient, 'getJson'>;

  constructor(api: Pick<ApiClient, 'getJson'>) {
    this.#api = api;
  }

  async *list(request: SourceRequest): Pages {
    const { hostname: host } = new URL(request.cloud.graph);
    const customers = new Map<TenantId, ObservedCustomer>();
    for await (const page of customerPages(
      this.#rows('delegatedAdminCustomers', request),
      host,
      readGdapCustomers,
    )) {
      yield page;
      if (!page.ok) return;
      for (const customer of page.value) customers.set(customer.tenantId, customer);
    }
    const relationships = new Map<TenantId, Relationship[]>();
    let understood = 0;
    for await (const page of this.#rows('delegatedAdminRelationships', request)) {
      if (!page.ok) {
        yield page;
        return;
      }
      const read = readRelationshipPage(page.value);
      understood += read.understood;
      for (const relationship of read.active) {
        const others = relationships.get(relationship.tenantId);
        if (others === undefined) relationships.set(relationship.tenantId, [relationship]);
        else others.push(relationship);
      }
    }
    if (customers.size > 0 && understood === 0)
      yield err(problem('answer-invalid', { host, reason: 'answerFault.relationshipsMissing' }));
    else if (customers.size === 0 && relationships.size > 0)
      yield err(problem('answer-invalid', { host, reason: 'answerFault.customersMissing' }));
    else yield ok([...customers.values()].flatMap((customer) => withAccess(customer, relationships)));
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

/** The customer again, if its relationships tell an end or their roles. */
function withAccess(
  customer: ObservedCustomer,
  relationships: ReadonlyMap<TenantId, readonly Relationship[]>,
): readonly ObservedCustomer[] {
  const own = relationships.get(customer.tenantId) ?? [];
  const [ends, roles] = [endOf(own), rolesOf(own)];
  if (ends === undefined && roles === undefined) return [];
  return [
    {
      ...customer,
      ...(ends !== undefined && { ends }),
      ...(roles !== undefined && { securityRoles: roles }),
    },
  ];
}
