import { describe, expect, it } from 'vitest';
import { lookupIn } from '#shared/portals/links/customer-lookup.ts';
import { findTarget } from '#shared/portals/links/find-target.ts';
import { aCustomer, aTenantId } from '../../../support/samples.ts';

const contoso = aCustomer({ name: 'Contoso' });
const fabrikam = aCustomer({ name: 'Fabrikam' });
const own = aCustomer({ name: 'Tidewater', access: ['own'] });
const customers = new Map([contoso, fabrikam, own].map((each) => [each.tenantId, each]));
const context = { portalHosts: [], lookup: lookupIn(customers) };
const find = (text: string) => findTarget(text, context);

const link = `tidegate://open?tenant=${contoso.tenantId}&page=incidents`;
const portal = `https://security.microsoft.com/alerts?tid=${contoso.tenantId}`;
const withPortal = `tidegate://open?tenant=${contoso.tenantId}&url=${encodeURIComponent(portal)}`;

describe('a link of Tidegate’s own in a text', () => {
  it.each([
    ['alone', link],
    ['a stop behind', `${link}.`],
    ['in brackets', `<${link}>`],
    ['in prose', `Please open ${link}, then call.`],
    ['Markdown', `[Contoso](${link})`],
    ['HTML', `<a href="${link.replace('&', '&amp;')}">Contoso</a>`],
    ['twice', `${link}\n> ${link}`],
    ['with the tenant’s id', `Tenant ID: ${contoso.tenantId}\n${link}`],
  ])('opens its page: %s', (_what, text) => {
    expect(find(text)).toMatchObject({ value: { customer: contoso, page: 'incidents' } });
  });

  it('opens the portal link in it', () => {
    expect(find(`See ${withPortal} now`)).toMatchObject({ value: { customer: contoso, address: portal } });
  });

  it.each([
    ['another such link', `tidegate://open?tenant=${fabrikam.tenantId}`],
    ['a portal link', portal.replace(contoso.tenantId, fabrikam.tenantId)],
    ['a tenant’s id', `Tenant ID: ${fabrikam.tenantId}`],
  ])('opens nobody beside %s of another, and offers both', (_what, other) => {
    expect(find(`Please open ${link}\n${other}`)).toMatchObject({
      error: {
        problem: { kind: 'link-ambiguous' },
        candidates: [{ customer: contoso }, { customer: fabrikam }],
      },
    });
  });

  it('opens nobody beside the tenant of nobody listed, or beside a false link', () => {
    expect(find(`See ${link}\nTenant ID: ${aTenantId()}`)).toMatchObject({
      error: { problem: { kind: 'link-ambiguous' } },
    });
    expect(find(`See ${link}\nhttps://security.rnicrosoft.com/`)).toMatchObject({
      error: { problem: { kind: 'link-look-alike' } },
    });
  });
});

describe('the tenants that a text calls so', () => {
  it('are a customer’s where the other is the MSSP’s own', () => {
    expect(find(`Home tenant: ${own.tenantId}\nResource tenant: ${contoso.tenantId}`)).toMatchObject({
      value: { customer: contoso },
    });
    expect(find(`Tenant ID: ${own.tenantId}`)).toMatchObject({ value: { customer: own } });
  });

  it.each([
    ['Locataire d’accueil', 'Locataire de ressource'],
    ['Tenant d’accueil', 'Tenant de la ressource'],
    ['Heimmandant', 'Ressourcenmandant'],
    ['Home-Mandanten-ID', 'Ressourcen-Mandanten-ID'],
    ['HomeTenantId', 'ResourceTenantId'],
  ])('are a customer’s in other languages: %s, %s', (home, resource) => {
    expect(find(`${home} : ${own.tenantId}\n${resource} : ${contoso.tenantId}`)).toMatchObject({
      value: { customer: contoso },
    });
  });

  it('are not the MSSP’s own where a customer’s id stands beside it in words that are not understood', () => {
    expect(find(`Tenant: ${own.tenantId}\nWhatever: ${contoso.tenantId}`)).toMatchObject({
      error: { problem: { kind: 'link-ambiguous' } },
    });
  });

  it('are nobody’s where one of two is not listed', () => {
    expect(find(`Home tenant: ${aTenantId()}\nResource tenant: ${contoso.tenantId}`)).toMatchObject({
      error: { problem: { kind: 'link-ambiguous' } },
    });
  });
});
