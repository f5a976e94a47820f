import { ownTenantIds, type OwnTenants } from './own-tenants.ts';
import { requestText } from './request-text.ts';
import type { Customer } from '../customer/customer.ts';
import type { Translate } from '../locales/messages.ts';

/** The texts that the help offers to copy: all are made here, none comes from a window. */
export const helpTexts = ['own-tenant-ids', 'customer-tenant-id', 'request'] as const;
export type HelpText = (typeof helpTexts)[number];

/** The text to copy; nothing when there is nothing to say yet. */
export function copiedText(
  what: HelpText,
  customer: Customer | undefined,
  own: OwnTenants,
  t: Translate,
): string | undefined {
  const ids = ownTenantIds(own);
  switch (what) {
    case 'own-tenant-ids':
      return ids.length === 0 ? undefined : ids.join('\n');
    case 'customer-tenant-id':
      return customer?.tenantId;
    case 'request':
      return customer && requestText(customer, ids, t);
  }
}
