import { z } from 'zod';
import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import type { ApiClient } from '../../system/net/api-client.ts';
import { cleanName } from './customer-name.ts';
import { chosenPages, rowPages } from './list-pages.ts';
import type { Pages, Source, SourceRequest } from './source.ts';

const relationshipSchema = z.looseObject({
  status: z.string(),
  governingTenantId: z.string().transform(parseTenantId),
  governedTenantId: z.string().transform(parseTenantId),
  governedTenantName: z.string().optional().catch(undefined),
});

type GovernanceRelationship = z.infer<typeof relationshipSchema>;

/** Statuses in which the governing tenant still has access, in any case: Microsoft's example writes `Active`. */
const live: ReadonlySet<string> = new Set(['active', 'terminationrequestedbygoverningtenant']);

/**
 * The tenants that the account's own tenant governs (Microsoft Entra Tenant Governance): Graph's
 * `GET /directory/tenantGovernance/governanceRelationships`, v1.0. The list also has the relationships in which the own
 * tenant is the governed one: those are no customers.
 */
export class Governance implements Source {
  readonly id = 'governance';
  readonly #api: Pick<ApiClient, 'getJson'>;

  constructor(api: Pick<ApiClient, 'getJson'>) {
    this.#api = api;
  }

  async *list({ account, cloud, onWait, signal, token }: SourceRequest): Pages {
    const first = `${cloud.graph}/v1.0/directory/tenantGovernance/governanceRelationships`;
    const request = { token, nextLink: '@odata.nextLink', signal, onWait } as const;
    yield* chosenPages(
      rowPages(this.#api, first, request),
      new URL(first).hostname,
      readRelationship,
      (row) => governedBy(row, account.homeTenantId),
    );
  }
}

/** A row of the list; nothing for what is none. */
function readRelationship(row: unknown): GovernanceRelationship | undefined {
  return relationshipSchema.safeParse(row).data;
}

/** The customer of a relationship; nothing where `own` does not govern it, or no longer. */
function governedBy(
  { governedTenantId, governedTenantName, governingTenantId, status }: GovernanceRelationship,
  own: TenantId,
): ObservedCustomer | undefined {
  if (governedTenantId === undefined || governingTenantId !== own || governedTenantId === own)
    return undefined;
  if (!live.has(status.toLowerCase())) return undefined;
  const name = cleanName(governedTenantName ?? '');
  return {
    tenantId: governedTenantId,
    ...(name !== undefined && { name }),
    domains: [],
    access: 'governance',
  };
}
