import { z } from 'zod';
import type { ObservedCustomer } from '../../../shared/customer.ts';
import { parseDomain } from '../../../shared/domain.ts';
import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { parseTenantId, type TenantId } from '../../../shared/tenant-id.ts';
import type { ApiClient } from '../../net/api-client.ts';
import { pages } from '../../net/pages.ts';
import { cleanName } from '../customer-name.ts';
import type { Source, SourceListing, SourceRequest } from './source.ts';

const pageSchema = z.looseObject({ value: z.array(z.unknown()) });

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

  scopes({ resourceManagerScope }: SourceRequest['cloud']): readonly string[] {
    return [resourceManagerScope];
  }

  async list({ account, token, cloud, signal }: SourceRequest): Promise<Result<SourceListing, Problem>> {
    const first = `${cloud.resourceManager}/tenants?api-version=2022-12-01`;
    const customers = new Map<TenantId, ObservedCustomer>();
    let skipped = 0;
    for await (const page of pages(this.#api, first, {
      token,
      nextLink: 'nextLink',
      ...(signal && { signal }),
    })) {
      if (!page.ok) return page;
      const listing = readTenantsPage(page.value, account.homeTenantId);
      if (listing === undefined) return err(notAList(first));
      skipped += listing.skipped;
      for (const customer of listing.customers)
        if (!customers.has(customer.tenantId)) customers.set(customer.tenantId, customer);
    }
    return ok({ customers: [...customers.values()], skipped });
  }
}

/** What one page lists; nothing when it is no page. `own` is the account's home tenant. */
export function readTenantsPage(page: unknown, own: TenantId): SourceListing | undefined {
  const parsed = pageSchema.safeParse(page);
  if (!parsed.success) return undefined;
  const rows = parsed.data.value.map((row) => readTenant(row, own));
  const customers = rows.filter((customer) => customer !== undefined);
  return { customers, skipped: rows.length - customers.length };
}

function readTenant(row: unknown, own: TenantId): ObservedCustomer | undefined {
  const parsed = tenantSchema.safeParse(row);
  if (!parsed.success || parsed.data.tenantId === undefined) return undefined;
  const { tenantId, displayName, defaultDomain, domains } = parsed.data;
  const name = cleanName(displayName ?? '');
  const byDefault = parseDomain(defaultDomain ?? '');
  const others = domains.map((domain) => (typeof domain === 'string' ? parseDomain(domain) : undefined));
  return {
    tenantId,
    ...(name !== undefined && { name }),
    ...(byDefault !== undefined && { defaultDomain: byDefault }),
    domains: [...new Set(others)].filter((domain) => domain !== undefined),
    access: tenantId === own ? 'own' : 'member',
  };
}

function notAList(url: string): Problem {
  return problem('answer-invalid', { host: new URL(url).hostname, reason: 'no list of tenants in it' });
}
