import { bySegment } from './address.ts';
import { sources, type Page } from './page.ts';

/** A page of the Exchange admin center: the organization is named in the query, the page behind the `#`. */
function exchangePage(fragment: string): Page {
  return {
    host: { portal: 'exchange' },
    path: '/',
    query: { delegatedOrg: '{organization}' },
    fragment,
    tenant: 'customer',
    standing: 'attested',
    source: 'portalSource.delegatedId',
  };
}

/** A page of the Microsoft 365 admin center: the customer is named in the query, the page behind the `#`. */
function adminPage(fragment: string): Page {
  const place = { host: { portal: 'admin' }, path: '/', fragment } as const;
  return {
    ...place,
    query: { delegatedOrg: '{organization}' },
    tenant: 'customer',
    standing: 'inferred',
    source: 'portalSource.learnDelegated',
  };
}

/** Where Microsoft's partner pages lead for a customer of whom the tenant id alone is known. */
function clientSession(destination: 'o365admincenter' | 'SharePoint'): Required<Page>['otherwise'] {
  return {
    host: { portal: 'classicAdmin' },
    path: '/Partner/BeginClientSession.aspx',
    query: { CTID: '{tenantId}', CSDEST: destination },
  };
}

export const administrationPages = {
  azure: bySegment('azure'),
  microsoft365: {
    host: { portal: 'admin' },
    path: '/',
    query: { delegatedOrg: '{initialDomain}' },
    otherwise: clientSession('o365admincenter'),
    tenant: 'customer',
    standing: 'attested',
    source: 'portalSource.cippTenantPulse',
  },
  serviceHealth: adminPage('/servicehealth'),
  messageCenter: adminPage('/MessageCenter'),
  // The short form landed in the partner's own tenant: CIPP's issue 4491, and what CIPP ships since.
  exchange: {
    host: { portal: 'admin' },
    path: '/exchange',
    query: { landingpage: 'homepage', form: 'mac_sidebar', delegatedOrg: '{initialDomain}' },
    otherwise: {
      host: { portal: 'exchange' },
      path: '/',
      query: { delegatedOrg: '{tenantId}' },
    },
    tenant: 'customer',
    standing: 'attested',
    source: sources.cipp,
  },
  messageTrace: exchangePage('/messagetrace'),
  mailFlowRules: exchangePage('/transportrules'),
  mailConnectors: exchangePage('/connectors'),
  mailboxes: exchangePage('/mailboxes'),
  teams: {
    host: { portal: 'teamsAdmin' },
    path: '/',
    query: { delegatedOrg: '{organization}' },
    tenant: 'customer',
    standing: 'documented',
    source: 'portalSource.graph',
  },
  sharePoint: {
    host: { portal: 'sharePointAdmin' },
    path: '/_layouts/15/online/AdminHome.aspx',
    otherwise: clientSession('SharePoint'),
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
  powerApps: {
    host: { portal: 'powerApps' },
    path: '/home',
    query: { tenant: '{tenantId}' },
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
  graphExplorer: {
    host: { portal: 'graphExplorer' },
    path: '/en-us/graph/graph-explorer',
    query: { tenant: '{tenantId}' },
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
    otherwise: { host: { portal: 'myAccess' }, path: '/{tenantId}' },
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
