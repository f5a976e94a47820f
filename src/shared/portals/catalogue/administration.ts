import type { AccessKind } from '../../customer.ts';
import type { PortalId } from '../hosts.ts';
import type { SourceKey } from '../destination.ts';
import { sources, type Page } from './page.ts';

/** `delegatedOrg` is the mechanism of delegated administration: a guest is not known to get anywhere with it. */
const delegated: readonly AccessKind[] = ['gdap'];

function byTid(portal: PortalId, source: SourceKey): Page {
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
    source: 'portalSource.segment',
  };
}

export const administrationPages = {
  purview: byTid('purview', 'portalSource.tid'),
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
    source: 'portalSource.cippTenantPulse',
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
    source: 'portalSource.graph',
  },
  sharePoint: {
    host: { portal: 'sharePointAdmin' },
    path: '/_layouts/15/online/AdminHome.aspx',
    tenant: 'customer',
    standing: 'attested',
    source: 'portalSource.tenantPulseLabel',
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
    source: 'portalSource.msportals',
  },
  partnerCenter: {
    host: { portal: 'partner' },
    path: '/dashboard/v2/customers/{tenantId}/servicemanagementpage',
    tenant: 'customer',
    access: ['gdap', 'csp'],
    standing: 'attested',
    source: 'portalSource.cippApi',
  },
  myAccess: {
    host: { portal: 'myAccess' },
    path: '/@{defaultDomain}',
    fragment: '/',
    tenant: 'customer',
    standing: 'documented',
    source: 'portalSource.grant',
  },
  mySignIns: {
    host: { portal: 'mySignIns' },
    path: '/security-info',
    query: { tenant: '{tenantId}' },
    tenant: 'customer',
    standing: 'attested',
    source: 'portalSource.msportals',
  },
} as const satisfies Readonly<Record<string, Page>>;
