import { expect, it } from 'vitest';
import { accessKindsText } from '#shared/access/access-kinds-text.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { translator } from '#shared/locales/messages.ts';

it.each<[Pick<Customer, 'access' | 'securityRoles'>, string, string]>([
  [{ access: ['gdap'] }, 'GDAP', 'GDAP'],
  [{ access: ['gdap'], securityRoles: [] }, 'GDAP without a security role', 'GDAP sans rôle de sécurité'],
  [
    { access: ['member', 'gdap'], securityRoles: ['security-operator', 'security-reader'] },
    'Guest or member, GDAP: Security Operator, Security Reader',
    'Invité ou membre, GDAP\u00a0: Opérateur de sécurité, Lecteur de sécurité',
  ],
])('says how %j is reached', (customer, english, french) => {
  expect(accessKindsText(translator('en'), customer)).toBe(english);
  expect(accessKindsText(translator('fr'), customer)).toBe(french);
});
