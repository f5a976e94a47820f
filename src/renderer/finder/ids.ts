import type { TenantId } from '../../shared/tenant-id.ts';

/** The ids by which the input, its list and its options name one another. */
export const listId = 'customers';
export const optionId = (tenantId: TenantId): string => `customer-${tenantId}`;

export const inputId = 'query';
