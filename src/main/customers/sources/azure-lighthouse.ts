import { z } from 'zod';
import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import type { ApiClient } from '../../system/net/api-client.ts';
import { chosenPages, rowPages } from './list-pages.ts';
import type { Pages, Source, SourceRequest } from './source.ts';

const subscriptionSchema = z.looseObject({
  subscriptionId: z.string(),
  tenantId: z.string().transform(parseTenantId),
  managedByTenants: z
    .array(z.looseObject({ tenantId: z.string().transform(parseTenantId) }))
    .optional()
    .catch(undefined),
});

type Subscription = z.infer<typeof subscriptionSchema>;

/**
 * The tenants that delegated an Azure subscription to the account's own tenant: Azure Resource Manager's
 * `GET /subscriptions`, api-version 2022-12-01. It gives no name of the tenant, and proves access to Azure alone: Sentinel's
 * data, not the Defender portal. Subscriptions of the own tenant are in the list and no customers.
 */
export class AzureLighthouse implements Source {
  readonly id = 'lighthouse';
  readonly #api: Pick<ApiClient, 'getJson'>;

  constructor(api: Pick<ApiClient, 'getJson'>) {
    this.#api = api;
  }

  async *list({ account, cloud, onWait, signal, token }: SourceRequest): Pages {
    const first = `${cloud.resourceManager}/subscriptions?api-version=2022-12-01`;
    const request = { token, nextLink: 'nextLink', signal, onWait } as const;
    yield* chosenPages(
      rowPages(this.#api, first, request),
      new URL(first).hostname,
      readSubscription,
      (row) => delegatedTo(row, account.homeTenantId),
    );
  }
}

/** A row of the list; nothing for what is none. */
function readSubscription(row: unknown): Subscription | undefined {
  return subscriptionSchema.safeParse(row).data;
}

/** The customer of a subscription; nothing where it is not one that another tenant delegated to `own`. */
function delegatedTo(
  { managedByTenants = [], tenantId }: Subscription,
  own: TenantId,
): ObservedCustomer | undefined {
  const delegated = managedByTenants.some((each) => each.tenantId === own);
  return tenantId === undefined || tenantId === own || !delegated
    ? undefined
    : { tenantId, domains: [], access: 'lighthouse' };
}
