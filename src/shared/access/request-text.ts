import type { Customer } from '../customer/customer.ts';
import type { Translate } from '../locales/messages.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/** What to send to a customer whose portal does not open: which tenants it is about, and what is needed there. */
export function requestText(
  { defaultDomain, name, tenantId }: Pick<Customer, 'name' | 'tenantId' | 'defaultDomain'>,
  own: readonly TenantId[],
  t: Translate,
): string {
  const tenant = defaultDomain === undefined ? tenantId : `${tenantId} (${defaultDomain})`;
  return [
    t('help.request.greeting'),
    '',
    t('help.request.about', { customer: name }),
    `- ${t('help.request.customerTenant', { tenant })}`,
    `- ${own.length === 0 ? t('help.request.ownMissing') : t('help.request.ownTenant', { tenant: own.join(', ') })}`,
    '',
    t('help.request.needed'),
    `1. ${t('help.request.connected')}`,
    `2. ${t('help.request.packages')}`,
    `3. ${t('help.request.roles')}`,
    `4. ${t('help.request.policies')}`,
    '',
    t('help.request.thanks'),
  ].join('\n');
}
