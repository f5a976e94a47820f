import { z } from 'zod';
import type { ObservedCustomer } from '../../../shared/customer.ts';
import { parseDomain } from '../../../shared/domain.ts';
import { ok } from '../../../shared/result.ts';
import { parseTenantId, type TenantId } from '../../../shared/tenant-id.ts';
import type { ApiClient } from '../../net/api-client.ts';
import { cleanName } from '../customer-name.ts';
import { customersOf, rowPages } from './list-pages.ts';
import type { Pages, Source, SourceRequest } from './source.ts';

/** Everything but the id is optional in Microsoft's specification, and blank for some guests; a wrong type is as good as none. */
const tenantSchema = z.looseObject({
  tenantId: z.string().transform(parseTenantId),
  displayName: z.string().optional().catch(undefined),
  defaultDomain: z.string().optional().catch(undefined),
  domains: z.array(z.unknown()).catch([]),
});

/**
 * Azure Resource Manager's list of the tenants where the account is a member or a guest: `GET /tenants`, api-version
 * 2022-12-01. It does not tell the own tenant from the others; the account does.
 */
export class AzureTenants implements Source {
  readonly id = 'azure-tenants';
  readonly #api: Pick<ApiClient, 'getJson'>;

  constructor(api: Pick<ApiClient, 'getJson'>) {
    this.#api = api;
  }

  async *list({ account, token, cloud, signal, onWait }: SourceRequest): Pages {
    const first = `${cloud.resourceManager}/tenants?api-version=2022-12-01`;
    for await (const page of rowPages(this.#api, first, { token, nextLink: 'nextLink', signal, onWait }))
      yield page.ok ? ok(readTenants(page.value, account.homeTenantId)) : page;
  }
}

/** What one page lists. `own` is the account's home tenant. */
export function readTenants(rows: readonly unknown[], own: TenantId): readonly ObservedCustomer[] {
  return customersOf(rows, (row) => {
    const { data } = tenantSchema.safeParse(row);
    if (data?.tenantId === undefined) return undefined;
    const { tenantId } = data;
    const name = cleanName(data.displayName ?? '');
    const byDefault = parseDomain(data.defaultDomain ?? '');
    const others = data.domains.map((domain) =>
      typeof domain === 'string' ? parseDomain(domain) : undefined,
    );
    return {
      tenantId,
      ...(name !== undefined && { name }),
      ...(byDefault !== undefined && { defaultDomain: byDefault }),
      domains: [...new Set(others)].filter((domain) => domain !== undefined),
      access: tenantId === own ? 'own' : 'member',
    };
  });
}
