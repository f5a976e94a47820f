import { describe, expect, it, test } from 'vitest';
import { parseDomain } from '#shared/tenant/domain.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { addressFor } from '#shared/portals/availability.ts';
import { buildUrl } from '#shared/portals/build-url.ts';
import { catalogue } from '#shared/portals/catalogue.ts';
import { catalogueIds } from '#shared/portals/catalogue-ids.ts';
import type { PortalPage } from '#shared/portals/page.ts';
import { portalOf, portals, type Portal } from '#shared/portals/hosts.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import addresses from '../../../data/page-addresses.json' with { type: 'json' };
import { aCustomer } from '../../support/samples.ts';

const tenantId = parseTenantId('3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c') ?? aCustomer().tenantId;
const complete = aCustomer({
  tenantId,
  name: 'Contoso',
  defaultDomain: 'contoso.com',
  domains: ['contoso.com', 'contoso.mail.onmicrosoft.com', 'contoso.onmicrosoft.com'],
  access: ['own', 'gdap'],
});
const noDomains: Customer = aCustomer({ tenantId, name: 'Contoso', access: ['own', 'gdap'] });
const noInitialDomain: Customer = { ...complete, domains: ['contoso.com'] };
const clouds = ['public', 'usgov'] as const;

/** What the customer with everything opens, page by page, in the public cloud. */
const opened = Object.fromEntries(
  Object.entries(addresses).map(([id, address]) => [id, address.replaceAll('{tenantId}', tenantId)]),
);

it('lists every page of the catalogue here', () => {
  expect([...catalogueIds].sort()).toEqual(Object.keys(opened).sort());
});

describe.each(catalogueIds)('%s', (id) => {
  const page: PortalPage = catalogue[id];
  const text = JSON.stringify([page.path, page.query, page.fragment]);
  const portal = portalAt(page);
  const needs = (placeholder: string) =>
    text.includes(`{${placeholder}}`) || (portal.hosts.public ?? '').includes(`{${placeholder}}`);

  const needsMore = (customer: Customer): boolean =>
    (customer === noDomains && (needs('defaultDomain') || needs('initialDomain') || needs('prefix'))) ||
    (customer === noInitialDomain && (needs('initialDomain') || needs('prefix')));

  it('opens for a customer of whom all is known', () => {
    expect(buildUrl(page, complete, 'public')).toEqual({ ok: true, value: opened[id] });
  });

  it.each(clouds)('is complete, on its own host, or refused with the reason: %s', (cloud) => {
    for (const customer of [complete, noDomains, noInitialDomain]) {
      const built = buildUrl(page, customer, cloud);
      const complete = !needsMore(customer);
      if (built.ok) checkAddress(built.value, complete ? portal : portalAt(page.otherwise ?? page), cloud);
      else expect(['page-incomplete', 'page-elsewhere']).toContain(built.error.kind);
      const opens = complete ? portal : page.otherwise && portalAt(page.otherwise);
      expect(built.ok).toBe(portal.hosts[cloud] !== undefined && opens?.hosts[cloud] !== undefined);
    }
  });

  it('says who vouches for it', () => {
    expect(page.source).toMatch(/^portalSource\./);
    expect(['documented', 'attested', 'inferred']).toContain(page.standing);
  });
});

function portalAt({ host }: Pick<PortalPage, 'host'>): Portal {
  return portals[(host as { portal: keyof typeof portals }).portal];
}

function checkAddress(address: string, portal: Portal, cloud: (typeof clouds)[number]): void {
  const url = new URL(address);
  expect(url.protocol).toBe('https:');
  expect(url.host).toBe((portal.hosts[cloud] ?? '').replace('{prefix}', 'contoso'));
  expect(portalOf(url.hostname)?.portal).toBe(portal);
  expect(address).not.toMatch(/undefined|null|[{}]|%7B|%7D/i);
  for (const [, value] of url.searchParams) expect(value).not.toBe('');
}

test('the initial domain is not the one for mail routing', () => {
  expect(buildUrl(catalogue.teams, complete, 'public')).toMatchObject({
    value: 'https://admin.teams.microsoft.com/?delegatedOrg=contoso.onmicrosoft.com',
  });
});

test('what is missing is named', () => {
  const { otherwise: _, ...exchange } = catalogue.exchange;
  expect(buildUrl(exchange, noDomains, 'public')).toMatchObject({
    ok: false,
    error: {
      kind: 'page-incomplete',
      values: {
        customer: 'Contoso',
        page: 'page.exchange',
        placeholder: 'placeholder.initialDomain',
      },
    },
  });
});

test.each([
  '@evil.example/',
  '\\evil.example/',
  '//evil.example/',
  '/../..//evil.example',
  '?tid=1',
  '#tid=1',
])('a path cannot lead to another host: %s', (path) => {
  const built = buildUrl({ ...catalogue.defender, path: `/${path}` }, complete, 'public');
  if (built.ok) expect(new URL(built.value).host).toBe('security.microsoft.com');
  if (built.ok) expect(new URL(built.value).searchParams.getAll('tid')).toEqual([tenantId]);
});

describe('a page of partners alone', () => {
  const context = { cloud: 'public', portalHosts: [] } as const;
  it.each([
    [['gdap'], true],
    [['csp'], true],
    [['member', 'gdap'], true],
    [['member'], false],
    [['own'], false],
    // A list proves nothing, so it rules nothing out.
    [['list'], true],
    [[], true],
  ] as const)('with access %j: %s', (access, opens) => {
    const built = addressFor(catalogue.partnerCenter, { ...complete, access }, context);
    expect(built.ok).toBe(opens);
    if (!built.ok) expect(built.error.kind).toBe('page-access');
  });
});

test('a page that no address scopes opens in the own tenant alone', () => {
  const context = { cloud: 'public', portalHosts: [] } as const;
  expect(addressFor(catalogue.mto, { ...complete, access: ['gdap'] }, context)).toMatchObject({
    error: { kind: 'page-own-tenant' },
  });
  expect(addressFor(catalogue.mto, { ...complete, access: ['own'] }, context).ok).toBe(true);
});

test('every host of the portals is a plain domain name', () => {
  for (const portal of Object.values(portals) as Portal[])
    for (const host of [...Object.values(portal.hosts), ...(portal.also ?? [])])
      expect(parseDomain(host.replace('{prefix}', 'contoso'))).toBe(host.replace('{prefix}', 'contoso'));
});
