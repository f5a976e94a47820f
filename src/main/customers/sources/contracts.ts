import { z } from 'zod';
import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { parseDomain } from '#shared/tenant/domain.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import type { ApiClient } from '../../system/net/api-client.ts';
import { cleanName } from './customer-name.ts';
import { customerPages, customersOf, rowPages } from './list-pages.ts';
import type { Pages, Source, SourceRequest } from './source.ts';

const contractSchema = z.looseObject({
  customerId: z.string().transform(parseTenantId),
  displayName: z.string().optional().catch(undefined),
  defaultDomainName: z.string().optional().catch(undefined),
});

/**
 * The contracts of a Cloud Solution Provider: Graph's `GET /contracts`, which is empty outside partner tenants. Name and
 * domain are copies from the day the partnership began and are not updated there.
 */
export class Contracts implements Source {
  readonly id = 'contracts';
  readonly #api: Pick<ApiClient, 'getJson'>;

  constructor(api: Pick<ApiClient, 'getJson'>) {
    this.#api = api;
  }

  async *list({ token, cloud, signal, onWait }: SourceRequest): Pages {
    const first = `${cloud.graph}/v1.0/contracts`;
    const request = { token, nextLink: '@odata.nextLink', signal, onWait } as const;
    const { hostname } = new URL(first);
    yield* customerPages(rowPages(this.#api, first, request), hostname, readContracts);
  }
}

/** What one page lists. */
export function readContracts(rows: readonly unknown[]): readonly ObservedCustomer[] {
  return customersOf(rows, (row) => {
    const { data } = contractSchema.safeParse(row);
    if (data?.customerId === undefined) return undefined;
    const name = cleanName(data.displayName ?? '');
    const defaultDomain = parseDomain(data.defaultDomainName ?? '');
    return {
      tenantId: data.customerId,
      ...(name !== undefined && { name }),
      ...(defaultDomain !== undefined && { defaultDomain }),
      domains: defaultDomain === undefined ? [] : [defaultDomain],
      access: 'csp',
    };
  });
}
