import type { Customer } from '../customer/customer.ts';
import type { Translate } from '../locales/messages.ts';

/** How a customer is said to be reached, in words; of GDAP also which roles for Defender it brings, where that is known. */
export function accessKindsText(
  t: Translate,
  { access, securityRoles }: Pick<Customer, 'access' | 'securityRoles'>,
): string {
  return access
    .map((kind) => {
      if (kind === 'own') return t('finder.row.own');
      return kind === 'gdap' ? gdapText(t, securityRoles) : t(`access.kind.${kind}`);
    })
    .join(', ');
}

function gdapText(t: Translate, roles: Customer['securityRoles']): string {
  if (roles === undefined) return t('access.kind.gdap');
  if (roles.length === 0) return t('access.noSecurityRole');
  return t('access.gdapWith', { roles: roles.map((role) => t(`securityRole.${role}`)).join(', ') });
}
