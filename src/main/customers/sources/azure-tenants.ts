import { z } from 'zod';
import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { parseDomain } from '#shared/tenant/domain.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import type { ApiClient } from '../../system/net/api-client.ts';
import { cleanName } from './customer-name.ts';
import { customerPages, customersOf, rowPages } from './list-pages.ts';
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
 * 2022-12-01. It does not tell the own tenant from the others; the account does. The own
 * one is always there: a list without it is a part of one.
 */
export class AzureTenants implements Source {
  readonly id = 'azure-tenants';
  readonly #api: Pick<ApiClient, 'getJson'>;

  constructor(api: Pick<ApiClient, 'getJson'>) {
    this.#api = api;
  }

  async *list({ account, token, cloud, signal, onWait }: SourceRequest): Pages {
    const first = `${cloud.resourceManager}/tenants?api-version=2022-12-01`;
    const { hostname: host } = new URL(first);
    const own = account.homeTenantId;
    const rows = rowPages(this.#api, first, { token, nextLink: 'nextLink', signal, onWait });
    let complete = false;
    for await (const page of customerPages(rows, host, (each) => readTenants(each, own))) {
      yield page;
      if (!page.ok) return;
      complete ||= page.value.some(({ tenantId }) => tenantId === own);
    }
    if (!complete) yield err(problem('answer-invalid', { host, reason: 'answerFault.ownMissing' }));
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
