import { describe, expect, it } from 'vitest';
import { helpText, helpTexts } from '#shared/access/help-text.ts';
import { stageOf, tagsAt } from '#shared/access/onboarding.ts';
import { translator } from '#shared/locales/messages.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { aCustomer, anAccount } from '../../support/samples.ts';

const en = translator('en');
const customer = aCustomer({ name: 'Fabrikam', defaultDomain: 'fabrikam.example' });
const [ada, bob] = [anAccount('ada'), anAccount('bob')];
const nobody: ReadonlyMap<TenantId, Customer> = new Map();
const signedIn = (...accounts: readonly (typeof ada)[]) => ({
  accounts,
  customers: nobody,
  settings: { ...defaultSettings, ownTenant: null, clientId: 'a0b1c2d3-0000-4000-8000-000000000001' },
});

it('gives each home tenant once, and nothing before anybody has signed in', () => {
  const colleague = { ...bob, homeTenantId: ada.homeTenantId };
  expect(helpText('own-tenant-ids', undefined, signedIn(ada, colleague), en)).toBe(ada.homeTenantId);
  expect(helpText('own-tenant-ids', undefined, signedIn(ada, bob), en)).toBe(
    `${ada.homeTenantId}\n${bob.homeTenantId}`,
  );
  expect(helpText('own-tenant-ids', undefined, signedIn(), en)).toBeUndefined();
});

it('gives the own tenant that the user named, first and once, also when nobody has signed in', () => {
  const named = (ownTenant: typeof ada.homeTenantId, ...accounts: readonly (typeof ada)[]) =>
    helpText(
      'own-tenant-ids',
      undefined,
      { accounts, customers: nobody, settings: { ...defaultSettings, ownTenant } },
      en,
    );
  expect(named(bob.homeTenantId)).toBe(bob.homeTenantId);
  expect(named(bob.homeTenantId, ada, bob)).toBe(`${bob.homeTenantId}\n${ada.homeTenantId}`);
});

it('gives no home that is a customer’s: the analyst has an account of its own there', () => {
  const theirs = aCustomer({ tenantId: bob.homeTenantId, access: ['member'] });
  const own = { ...signedIn(ada, bob), customers: new Map([[theirs.tenantId, theirs]]) };
  expect(helpText('own-tenant-ids', undefined, own, en)).toBe(ada.homeTenantId);
});

it('gives the customer’s tenant id, and nothing without a customer', () => {
  expect(helpText('customer-tenant-id', customer, signedIn(), en)).toBe(customer.tenantId);
  for (const what of ['customer-tenant-id', 'request'] as const)
    expect(helpText(what, undefined, signedIn(ada), en)).toBeUndefined();
});

it.each(['en', 'fr'] as const)(
  'the text to send names both tenants and what is needed, in %s',
  (language) => {
    const text = helpText('request', customer, signedIn(ada), translator(language)) ?? '';
    for (const part of ['Fabrikam', 'fabrikam.example', customer.tenantId, ada.homeTenantId])
      expect(text).toContain(part);
    expect(text.match(/^\d\. /gm)).toHaveLength(4);
    expect(text).not.toMatch(/help\.|\{\{|undefined/);
  },
);

it('leaves room for a tenant that is not known', () => {
  expect(helpText('request', customer, signedIn(), en)).toContain('Our tenant: (to be filled in)');
});

describe('a letter', () => {
  const letters = helpTexts.filter((what) => what.startsWith('letter-'));

  it.each(letters)('%s names both tenants, each step, what it shows and how it is taken back', (what) => {
    const text = helpText(what, customer, signedIn(ada), en) ?? '';
    for (const part of ['Fabrikam', 'fabrikam.example', customer.tenantId, ada.homeTenantId])
      expect(text).toContain(part);
    expect(text.match(/^\d\. /gm)?.length).toBeGreaterThanOrEqual(3);
    expect(text).not.toMatch(/letter\.|help\.|\{\{|undefined/);
    expect(text).toMatch(what.endsWith('fr') ? /Ce que cela nous laisse voir/ : /What this lets us see/);
    expect(text).toMatch(what.endsWith('fr') ? /Pour révoquer/ : /To revoke it/);
  });

  it('of consent has the link for exactly one permission, at the customer’s own tenant', () => {
    const link = helpText('consent-link', customer, signedIn(ada), en) ?? '';
    const url = new URL(link);
    expect(url.origin).toBe('https://login.microsoftonline.com');
    expect(url.pathname).toBe(`/${customer.tenantId}/v2.0/adminconsent`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'a0b1c2d3-0000-4000-8000-000000000001',
      scope: 'https://graph.microsoft.com/SecurityIncident.Read.All',
      redirect_uri: 'http://localhost',
      state: 'incidents',
    });
    expect(helpText('letter-consent-fr', customer, signedIn(ada), en)).toContain(link);
  });

  it('of consent is none while no registration is set', () => {
    const unregistered = { accounts: [ada], customers: nobody, settings: defaultSettings };
    expect(helpText('consent-link', customer, unregistered, en)).toBeUndefined();
    expect(helpText('letter-consent-en', customer, unregistered, en)).toBeUndefined();
    expect(helpText('letter-b2b-en', customer, unregistered, en)).toContain(ada.homeTenantId);
  });
});

it('where a customer stands is one tag for each guide, and leaves the others alone', () => {
  const tagged = (tags: readonly string[]) => ({ tags });
  const asked = tagsAt(tagged(['gold', 'b2b-asked']), 'gdap', 'asked');
  expect(asked).toEqual(['gold', 'b2b-asked', 'gdap-asked']);
  expect(stageOf(tagged(asked), 'gdap')).toBe('asked');
  expect(tagsAt(tagged(asked), 'gdap', 'done')).toEqual(['gold', 'b2b-asked', 'gdap-done']);
  expect(tagsAt(tagged(asked), 'gdap', null)).toEqual(['gold', 'b2b-asked']);
  expect(stageOf(tagged(['gold']), 'gdap')).toBeNull();
  expect(stageOf(tagged(['gdap-asked', 'gdap-done']), 'gdap')).toBe('done');
});
