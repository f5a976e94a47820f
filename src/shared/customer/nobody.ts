import type { Customer } from './customer.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/** The customer of a row that is about none. It opens nothing: no list holds it. */
export const nobody: Customer = {
  tenantId: '' as TenantId,
  name: '',
  aliases: [],
  tags: [],
  domains: [],
  accountIds: [],
  access: [],
  favourite: false,
  hidden: false,
};

export function isNobody({ tenantId }: Pick<Customer, 'tenantId'>): boolean {
  return tenantId === nobody.tenantId;
}
