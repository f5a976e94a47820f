import type { TenantId } from './tenant-id.ts';

/** How a text names a tenant: by its id, or by one of its domains, whose tenant has to be looked up. */
export type TenantReference =
  | { readonly kind: 'tenant'; readonly tenantId: TenantId }
  | { readonly kind: 'domain'; readonly domain: string };

/** One text per tenant named: equal for two references that name the same by the same means. */
export function referenceKey(reference: TenantReference): string {
  return reference.kind === 'tenant' ? reference.tenantId : reference.domain;
}
