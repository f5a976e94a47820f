import type { Customer } from './customer.ts';
import type { Translate } from '../locales/messages.ts';
import { tenantIdTail } from '../tenant/tenant-id.ts';

/** What names one customer among others that look like it. */
export type CustomerIdentity = Pick<Customer, 'tenantId' | 'name' | 'defaultDomain' | 'domains'>;

/** The domain and the end of the tenant id, such as "contoso.com · id ends in 4f2a91"; without a domain the id alone. */
export function identityDetail(
  t: Translate,
  { tenantId, defaultDomain, domains }: Omit<CustomerIdentity, 'name'>,
): string {
  const domain = defaultDomain ?? domains[0];
  const tail = t('finder.row.idTail', { tail: tenantIdTail(tenantId) });
  return domain === undefined ? tail : `${domain} · ${tail}`;
}
