import { expect, it } from 'vitest';
import { copiedText } from '#shared/access/copied-text.ts';
import { translator } from '#shared/locales/messages.ts';
import { aCustomer, anAccount } from '../../support/samples.ts';

const en = translator('en');
const customer = aCustomer({ name: 'Fabrikam', defaultDomain: 'fabrikam.example' });
const [ada, bob] = [anAccount('ada'), anAccount('bob')];
const signedIn = (...accounts: readonly (typeof ada)[]) => ({ accounts, settings: { ownTenant: null } });

it('gives each home tenant once, and nothing before anybody has signed in', () => {
  const colleague = { ...bob, homeTenantId: ada.homeTenantId };
  expect(copiedText('own-tenant-ids', undefined, signedIn(ada, colleague), en)).toBe(ada.homeTenantId);
  expect(copiedText('own-tenant-ids', undefined, signedIn(ada, bob), en)).toBe(
    `${ada.homeTenantId}\n${bob.homeTenantId}`,
  );
  expect(copiedText('own-tenant-ids', undefined, signedIn(), en)).toBeUndefined();
});

it('gives the own tenant that the user named, first and once, also when nobody has signed in', () => {
  const named = (ownTenant: typeof ada.homeTenantId, ...accounts: readonly (typeof ada)[]) =>
    copiedText('own-tenant-ids', undefined, { accounts, settings: { ownTenant } }, en);
  expect(named(bob.homeTenantId)).toBe(bob.homeTenantId);
  expect(named(bob.homeTenantId, ada, bob)).toBe(`${bob.homeTenantId}\n${ada.homeTenantId}`);
});

it('gives the customer’s tenant id, and nothing without a customer', () => {
  expect(copiedText('customer-tenant-id', customer, signedIn(), en)).toBe(customer.tenantId);
  for (const what of ['customer-tenant-id', 'request'] as const)
    expect(copiedText(what, undefined, signedIn(ada), en)).toBeUndefined();
});

it.each(['en', 'fr'] as const)(
  'the text to send names both tenants and what is needed, in %s',
  (language) => {
    const text = copiedText('request', customer, signedIn(ada), translator(language)) ?? '';
    for (const part of ['Fabrikam', 'fabrikam.example', customer.tenantId, ada.homeTenantId])
      expect(text).toContain(part);
    expect(text.match(/^\d\. /gm)).toHaveLength(4);
    expect(text).not.toMatch(/help\.|\{\{|undefined/);
  },
);

it('leaves room for a tenant that is not known', () => {
  expect(copiedText('request', customer, signedIn(), en)).toContain('Our tenant: (to be filled in)');
});
