import { expect, it } from 'vitest';
import { copiedText } from '../../../src/shared/help/copied-text.ts';
import { translator } from '../../../src/shared/locales/messages.ts';
import { aCustomer, anAccount } from '../support/samples.ts';

const en = translator('en');
const customer = aCustomer({ name: 'Fabrikam', defaultDomain: 'fabrikam.example' });
const [ada, bob] = [anAccount('ada'), anAccount('bob')];

it('gives each home tenant once, and nothing before anybody has signed in', () => {
  const colleague = { ...bob, homeTenantId: ada.homeTenantId };
  expect(copiedText('own-tenant-ids', undefined, [ada, colleague], en)).toBe(ada.homeTenantId);
  expect(copiedText('own-tenant-ids', undefined, [ada, bob], en)).toBe(
    `${ada.homeTenantId}\n${bob.homeTenantId}`,
  );
  expect(copiedText('own-tenant-ids', undefined, [], en)).toBeUndefined();
});

it('gives the customer’s tenant id, and nothing without a customer', () => {
  expect(copiedText('customer-tenant-id', customer, [], en)).toBe(customer.tenantId);
  for (const what of ['customer-tenant-id', 'request'] as const)
    expect(copiedText(what, undefined, [ada], en)).toBeUndefined();
});

it.each(['en', 'fr'] as const)(
  'the text to send names both tenants and what is needed, in %s',
  (language) => {
    const text = copiedText('request', customer, [ada], translator(language)) ?? '';
    for (const part of ['Fabrikam', 'fabrikam.example', customer.tenantId, ada.homeTenantId])
      expect(text).toContain(part);
    expect(text.match(/^\d\. /gm)).toHaveLength(4);
    expect(text).not.toMatch(/help\.|\{\{|undefined/);
  },
);

it('leaves room for a tenant that is not known', () => {
  expect(copiedText('request', customer, [], en)).toContain('Our tenant: (to be filled in)');
});
