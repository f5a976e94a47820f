import { isGuid } from '../text/guid.ts';

/** A Microsoft Entra tenant id: a GUID in its canonical lower-case form, never a consumer tenant. */
export type TenantId = string & { readonly __brand: 'TenantId' };

const nil = '00000000-0000-0000-0000-000000000000';
/** The greatest GUID, which programs write in the place of none. Source: RFC 9562, Max UUID. */
const max = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * The tenants behind personal Microsoft accounts. Consumer domains (outlook.com and others) resolve to them, and
 * none of them is ever a customer. Ids: the public source of the TenantPulse browser extension.
 */
const consumerTenants: ReadonlySet<string> = new Set([
  '9188040d-6c67-4c5b-b112-36a304b66dad',
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  '2f4a9838-26b7-47ee-be60-cfe0807d0ea7',
]);

/** True for a GUID, in any case and with surrounding spaces or braces, that belongs to personal accounts. */
export function isConsumerTenant(text: string): boolean {
  return consumerTenants.has(canonical(text));
}

/** SECURITY: the one way to get a TenantId. Accepts any case, surrounding white space and `{...}`; refuses everything else. */
export function parseTenantId(text: string): TenantId | undefined {
  const id = canonical(text);
  return isGuid(id) && id !== nil && id !== max && !consumerTenants.has(id) ? (id as TenantId) : undefined;
}

/** The last block of the id's final group: what tells two customers with one name apart on the screen. */
export function tenantIdTail(id: TenantId): string {
  return id.slice(-6);
}

function canonical(text: string): string {
  const trimmed = text.trim().toLowerCase();
  return trimmed.startsWith('{') && trimmed.endsWith('}') ? trimmed.slice(1, -1) : trimmed;
}
