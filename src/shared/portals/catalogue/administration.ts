import type { AccessKind } from '../../customer.ts';
import type { PortalId } from '../hosts.ts';
import { sources, type Page } from './page.ts';

/** `delegatedOrg` is the mechanism of delegated administration: a guest is not known to get anywhere with it. */
const delegated: readonly AccessKind[] = ['gdap'];

function byTid(portal: PortalId, source: string): Page {
  return {
    host: { portal },
    path: '/',
    query: { tid: '{tenantId}' },
    tenant: 'customer',
    standing: 'attested',
    source,
  };
}

/** The tenant is the first segment of the path. The id outlives a change of domains. */
function bySegment(portal: PortalId): Page {
  return {
    host: { portal },
    path: '/{tenantId}',
    tenant: 'customer',
    standing: 'attested',
    source: 'CIPP, msportals.io and TenantPulse agree on the place',
  };
}

export const administrationPages = {
  purview: byTid('purview', 'CIPP and msportals.io agree on the tid'),
  entra: bySegment('entra'),
  azure: bySegment('azure'),
  intune: bySegment('intune'),
  microsoft365: {
    host: { portal: 'admin' },
    path: '/',
    query: { delegatedOrg: '{initialDomain}' },
    tenant: 'customer',
    access: delegated,
    standing: 'attested',
    source: 'CIPP and TenantPulse',
  },
  // The short form landed in the partner's own tenant: CIPP's issue 4491, and what CIPP ships since.
  exchange: {
    host: { portal: 'admin' },
    path: '/exchange',
    query: { landingpage: 'homepage', form: 'mac_sidebar', delegatedOrg: '{initialDomain}' },
    tenant: 'customer',
    access: delegated,
    standing: 'attested',
    source: sources.cipp,
  },
  teams: {
    host: { portal: 'teamsAdmin' },
    path: '/',
    query: { delegatedOrg: '{initialDomain}' },
    tenant: 'customer',
    access: delegated,
    standing: 'documented',
    source: 'Microsoft Graph: the sample of serviceManagementDetails',
  },
  sharePoint: {
    host: { portal: 'sharePointAdmin' },
    path: '/_layouts/15/online/AdminHome.aspx',
    tenant: 'customer',
    standing: 'attested',
    source: 'TenantPulse; the label may differ after the tenant was renamed',
  },
  powerPlatform: {
    host: { portal: 'powerPlatform' },
    path: '/account/login/{tenantId}',
    tenant: 'customer',
    standing: 'attested',
    source: sources.cipp,
  },
  powerBi: {
    host: { portal: 'powerBi' },
    path: '/admin-portal',
    query: { ctid: '{tenantId}' },
    tenant: 'customer',
    standing: 'attested',
    source: sources.cipp,
  },
  securityCopilot: {
    host: { portal: 'securityCopilot' },
    path: '/',
    query: { tenantId: '{tenantId}' },
    tenant: 'customer',
    standing: 'attested',
    source: 'msportals.io',
  },
  partnerCenter: {
    host: { portal: 'partner' },
    path: '/dashboard/v2/customers/{tenantId}/servicemanagementpage',
    tenant: 'customer',
    access: ['gdap', 'csp'],
    standing: 'attested',
    source: 'CIPP-API and TenantPulse',
  },
  myAccess: {
    host: { portal: 'myAccess' },
    path: '/@{defaultDomain}',
    fragment: '/',
    tenant: 'customer',
    standing: 'documented',
    source: 'Microsoft: “Grant managed security service provider access”',
  },
  mySignIns: {
    host: { portal: 'mySignIns' },
    path: '/security-info',
    query: { tenant: '{tenantId}' },
    tenant: 'customer',
    standing: 'attested',
    source: 'msportals.io',
  },
} as const satisfies Readonly<Record<string, Page>>;
