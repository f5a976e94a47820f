import { describe, expect, it, test } from 'vitest';
import { parseDomain } from '../../../src/shared/domain.ts';
import type { Customer } from '../../../src/shared/customer.ts';
import { addressFor } from '../../../src/shared/portals/availability.ts';
import { buildUrl } from '../../../src/shared/portals/build-url.ts';
import { catalogue } from '../../../src/shared/portals/catalogue.ts';
import { catalogueIds } from '../../../src/shared/portals/catalogue-ids.ts';
import type { Destination } from '../../../src/shared/portals/destination.ts';
import { portalOf, portals, type Portal } from '../../../src/shared/portals/hosts.ts';
import { parseTenantId } from '../../../src/shared/tenant-id.ts';
import { aCustomer } from '../support/samples.ts';

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
const opened: Readonly<Record<string, string>> = {
  defender: `https://security.microsoft.com/?tid=${tenantId}`,
  incidents: `https://security.microsoft.com/incidents?tid=${tenantId}`,
  alerts: `https://security.microsoft.com/alerts?tid=${tenantId}`,
  hunting: `https://security.microsoft.com/v2/advanced-hunting?tid=${tenantId}`,
  devices: `https://security.microsoft.com/machines?tid=${tenantId}`,
  secureScore: `https://security.microsoft.com/securescore?viewid=overview&tid=${tenantId}`,
  threatAnalytics: `https://security.microsoft.com/threatanalytics3?tid=${tenantId}`,
  quarantine: `https://security.microsoft.com/quarantine?viewid=Email&tid=${tenantId}`,
  policies: `https://security.microsoft.com/threatpolicy?tid=${tenantId}`,
  safeLinks: `https://security.microsoft.com/safelinksv2?tid=${tenantId}`,
  restrictedEntities: `https://security.microsoft.com/restrictedentities?tid=${tenantId}`,
  sentinelHunting: `https://security.microsoft.com/sentinel/hunting?tid=${tenantId}`,
  sentinelAnalytics: `https://security.microsoft.com/sentinel/analytics?tid=${tenantId}`,
  sentinelWatchlists: `https://security.microsoft.com/sentinel/watchlist?tid=${tenantId}`,
  sentinelSettings: `https://security.microsoft.com/sentinel/settings?tid=${tenantId}`,
  actionCenter: `https://security.microsoft.com/action-center?tid=${tenantId}`,
  actionHistory: `https://security.microsoft.com/action-center/history?tid=${tenantId}`,
  explorer: `https://security.microsoft.com/threatexplorerv3?tid=${tenantId}`,
  realTimeDetections: `https://security.microsoft.com/realtimereportsv3?tid=${tenantId}`,
  submissions: `https://security.microsoft.com/reportsubmission?tid=${tenantId}`,
  allowBlockList: `https://security.microsoft.com/tenantAllowBlockList?tid=${tenantId}`,
  settings: `https://security.microsoft.com/securitysettings?tid=${tenantId}`,
  incidentMails: `https://security.microsoft.com/securitysettings/defender/email_notifications?tid=${tenantId}`,
  alertMails: `https://security.microsoft.com/securitysettings/endpoints/email_notifications?tid=${tenantId}`,
  permissions: `https://security.microsoft.com/mtp_roles?tid=${tenantId}`,
  endpointRoles: `https://security.microsoft.com/securitysettings/endpoints/user_roles?tid=${tenantId}`,
  purview: `https://purview.microsoft.com/?tid=${tenantId}`,
  entra: `https://entra.microsoft.com/${tenantId}`,
  azure: `https://portal.azure.com/${tenantId}`,
  intune: `https://intune.microsoft.com/${tenantId}`,
  microsoft365: 'https://admin.cloud.microsoft/?delegatedOrg=contoso.onmicrosoft.com',
  exchange:
    'https://admin.cloud.microsoft/exchange?landingpage=homepage&form=mac_sidebar&delegatedOrg=contoso.onmicrosoft.com',
  teams: 'https://admin.teams.microsoft.com/?delegatedOrg=contoso.onmicrosoft.com',
  sharePoint: 'https://contoso-admin.sharepoint.com/_layouts/15/online/AdminHome.aspx',
  powerPlatform: `https://admin.powerplatform.microsoft.com/account/login/${tenantId}`,
  powerBi: `https://app.powerbi.com/admin-portal?ctid=${tenantId}`,
  securityCopilot: `https://securitycopilot.microsoft.com/?tenantId=${tenantId}`,
  partnerCenter: `https://partner.microsoft.com/dashboard/v2/customers/${tenantId}/servicemanagementpage`,
  myAccess: 'https://myaccess.microsoft.com/@contoso.com#/',
  mySignIns: `https://mysignins.microsoft.com/security-info?tenant=${tenantId}`,
  mto: 'https://mto.security.microsoft.com/',
  mtoIncidents: 'https://mto.security.microsoft.com/incidents',
  mtoSettings: 'https://mto.security.microsoft.com/settings',
  lighthouse: 'https://lighthouse.microsoft.com/',
  partnerCustomers: 'https://partner.microsoft.com/commerce/granularadminaccess/list',
  organizations: 'https://myaccount.microsoft.com/organizations',
};

it('lists every page of the catalogue here', () => {
  expect([...catalogueIds].sort()).toEqual(Object.keys(opened).sort());
});

describe.each(catalogueIds)('%s', (id) => {
  const destination: Destination = catalogue[id];
  const text = JSON.stringify([destination.path, destination.query, destination.fragment]);
  const portal: Portal = portals[(destination.host as { portal: keyof typeof portals }).portal];
  const needs = (placeholder: string) =>
    text.includes(`{${placeholder}}`) || (portal.hosts.public ?? '').includes(`{${placeholder}}`);

  it('opens for a customer of whom all is known', () => {
    expect(buildUrl(destination, complete, 'public')).toEqual({ ok: true, value: opened[id] });
  });

  it.each(clouds)('is complete, on its own host, or refused with the reason: %s', (cloud) => {
    for (const customer of [complete, noDomains, noInitialDomain]) {
      const built = buildUrl(destination, customer, cloud);
      if (built.ok) checkAddress(built.value, portal, cloud);
      else expect(['destination-incomplete', 'destination-elsewhere']).toContain(built.error.kind);
      const lacking =
        (customer === noDomains && (needs('defaultDomain') || needs('initialDomain') || needs('prefix'))) ||
        (customer === noInitialDomain && (needs('initialDomain') || needs('prefix')));
      expect(built.ok).toBe(portal.hosts[cloud] !== undefined && !lacking);
    }
  });

  it('says who vouches for it', () => {
    expect(destination.source).toMatch(/^portalSource\./);
    expect(['documented', 'attested', 'inferred']).toContain(destination.standing);
  });
});

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
  expect(buildUrl(catalogue.exchange, noDomains, 'public')).toMatchObject({
    ok: false,
    error: {
      kind: 'destination-incomplete',
      values: {
        customer: 'Contoso',
        destination: 'destination.exchange',
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

describe('a page that needs delegated administration', () => {
  const ground = { cloud: 'public', portalHosts: [] } as const;
  it.each([
    [['gdap'], true],
    [['member', 'gdap'], true],
    [['member'], false],
    [['own'], false],
    // A list and a contract prove nothing, so they rule nothing out.
    [['list'], true],
    [['csp', 'list'], true],
    [[], true],
  ] as const)('with access %j: %s', (access, opens) => {
    const built = addressFor(catalogue.teams, { ...complete, access }, ground);
    expect(built.ok).toBe(opens);
    if (!built.ok) expect(built.error.kind).toBe('destination-access');
  });
});

test('a page that no address scopes opens in the own tenant alone', () => {
  const ground = { cloud: 'public', portalHosts: [] } as const;
  expect(addressFor(catalogue.mto, { ...complete, access: ['gdap'] }, ground)).toMatchObject({
    error: { kind: 'destination-own-tenant' },
  });
  expect(addressFor(catalogue.mto, { ...complete, access: ['own'] }, ground).ok).toBe(true);
});

test('every host of the portals is a plain domain name', () => {
  for (const portal of Object.values(portals) as Portal[])
    for (const host of [...Object.values(portal.hosts), ...(portal.also ?? [])])
      expect(parseDomain(host.replace('{prefix}', 'contoso'))).toBe(host.replace('{prefix}', 'contoso'));
});
