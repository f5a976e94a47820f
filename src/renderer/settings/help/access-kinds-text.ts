import type { Customer } from '../../../shared/customer.ts';
import type { Translate } from '../../../shared/locales/messages.ts';

/** How a customer is said to be reached, in words. */
export function accessKindsText(t: Translate, { access }: Pick<Customer, 'access'>): string {
  return access.map((kind) => t(kind === 'own' ? 'finder.row.own' : `access.kind.${kind}`)).join(', ');
}
