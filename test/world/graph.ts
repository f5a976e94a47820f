import type { WorldDirectory, WorldRelationship } from './directory.ts';
import { json } from './exchange.ts';
import type { ContentFault, Reply, Route, RouteName, WorldRequest } from './exchange.ts';
import { graphHost } from './hosts.ts';
import { incidentPermission, incidentsPage } from './incidents.ts';
import { listPage } from './list-page.ts';
import { guidFrom } from './tenants.ts';
import type { AccessClaims, TokenMint } from './tokens.ts';

interface Endpoint {
  readonly name: RouteName;
  readonly path: RegExp;
  /** The delegated permission that the token must carry. */
  readonly permission: string;
  answer(request: WorldRequest, claims: AccessClaims, fault: ContentFault | undefined): Reply;
}

/**
 * Microsoft Graph v1.0, as far as it tells customers. Shapes: the pages of `delegatedAdminCustomers`,
 * `delegatedAdminRelationships`, `serviceManagementDetails`, `contracts` and `findTenantInformationByTenantId` in microsoft-graph-docs.
 */
export function graphRoutes(
  directory: WorldDirectory,
  mint: TokenMint,
  { pageSize }: { readonly pageSize: number },
): readonly Route[] {
  const list = (request: WorldRequest, rows: readonly object[], fault: ContentFault | undefined) => {
    const top = Number(request.url.searchParams.get('$top') ?? '100');
    if (!(top >= 1 && top <= 300)) return error(400, 'BadRequest');
    return (
      listPage(request, rows, (row) => row, Math.min(top, pageSize), '@odata.nextLink', fault) ??
      error(400, 'BadRequest')
    );
  };
  const endpoints: Endpoint[] = [
    {
      name: 'graph.gdap-customers',
      path: /^\/v1\.0\/tenantRelationships\/delegatedAdminCustomers$/,
      permission: 'DelegatedAdminRelationship.Read.All',
      answer: (request, { upn }, fault) => {
        const tenants = new Set(directory.relationships(upn).map(({ tenant }) => tenant));
        return list(request, [...tenants].map(customerResource), fault);
      },
    },
    {
      name: 'graph.gdap-relationships',
      path: /^\/v1\.0\/tenantRelationships\/delegatedAdminRelationships$/,
      permission: 'DelegatedAdminRelationship.Read.All',
      answer: (request, { upn }, fault) =>
        list(request, directory.relationships(upn).map(relationshipResource), fault),
    },
    {
      name: 'graph.service-management',
      path: /^\/v1\.0\/tenantRelationships\/delegatedAdminCustomers\/[0-9a-f-]+\/serviceManagementDetails$/,
      permission: 'DelegatedAdminRelationship.Read.All',
      answer: ({ url }, { upn }) => {
        const id = url.pathname.split('/').at(-2);
        const found = directory.relationships(upn).find(({ tenant }) => tenant.tenantId === id);
        if (found === undefined) return error(404, 'Request_ResourceNotFound');
        return json(200, { value: serviceManagement(found.tenant.domains.at(-1) ?? '') });
      },
    },
    {
      name: 'graph.governance',
      path: /^\/v1\.0\/directory\/tenantGovernance\/governanceRelationships$/,
      permission: 'TenantGovernance-Relationship.Read.All',
      answer: (request, { upn }, fault) => {
        const home = directory.account(upn)?.homeTenantId ?? '';
        const { others, tenants } = directory.governed(upn);
        return list(request, [...tenants.map((each) => governanceResource(each, home)), ...others], fault);
      },
    },
    {
      name: 'graph.contracts',
      path: /^\/v1\.0\/contracts$/,
      permission: 'Directory.Read.All',
      answer: (request, { upn }, fault) =>
        list(
          request,
          directory.contracts(upn).map(({ tenantId, name, defaultDomain }) => ({
            id: guidFrom(`contract with ${tenantId}`),
            contractType: 'ResellerPartner',
            customerId: tenantId,
            defaultDomainName: defaultDomain,
            displayName: name,
          })),
          fault,
        ),
    },
    {
      name: 'graph.tenant-information',
      path: /^\/v1\.0\/tenantRelationships\/findTenantInformationByTenantId\(tenantId='([0-9a-f-]+)'\)$/,
      permission: 'CrossTenantInformation.ReadBasic.All',
      answer: ({ url }) => {
        const tenant = directory.tenant(/'([0-9a-f-]+)'/.exec(url.pathname)?.[1] ?? '');
        if (tenant === undefined) return error(404, 'Request_ResourceNotFound');
        const { tenantId, name, defaultDomain } = tenant;
        return json(200, {
          '@odata.context': `https://${graphHost}/v1.0/$metadata#microsoft.graph.tenantInformation`,
          tenantId,
          federationBrandName: null,
          displayName: name,
          defaultDomainName: defaultDomain,
        });
      },
    },
  ];
  endpoints.push({
    name: 'graph.incidents',
    path: /^\/v1\.0\/security\/incidents$/,
    permission: incidentPermission,
    answer: (request, { tid, upn }) =>
      directory.mayReadIncidents(upn, tid) ? incidentsPage(request, directory, tid) : error(403, 'Forbidden'),
  });
  return endpoints.map((endpoint) => ({
    name: endpoint.name,
    matches: ({ method, host, url }) =>
      method === 'GET' && host === graphHost && endpoint.path.test(decodeURIComponent(url.pathname)),
    answer: (request, fault) => {
      const token = mint.check(request.headers.authorization, [`https://${graphHost}`]);
      if (!token.ok) return error(401, 'InvalidAuthenticationToken');
      return token.claims.scp.split(' ').includes(endpoint.permission)
        ? endpoint.answer(request, token.claims, fault)
        : error(403, 'Authorization_RequestDenied');
    },
  }));
}

function customerResource({ tenantId, name }: WorldRelationship['tenant']): object {
  return {
    '@odata.type': '#microsoft.graph.delegatedAdminCustomer',
    id: tenantId,
    tenantId,
    displayName: name,
  };
}

/** As Microsoft's sample of the list has it. */
function governanceResource({ name, tenantId }: WorldRelationship['tenant'], home: string): object {
  return {
    '@odata.type': '#microsoft.graph.governanceRelationship',
    createdType: 'approvedByAdmin',
    creationDateTime: '2026-05-11T17:07:41.2019694Z',
    id: guidFrom(`governance of ${tenantId}`),
    status: 'Active',
    governingTenantId: home,
    governedTenantId: tenantId,
    governingTenantName: 'The provider',
    governedTenantName: name,
  };
}

/** As Microsoft's sample has it, old addresses and all. */
function serviceManagement(initialDomain: string): readonly object[] {
  const services = {
    'Azure Active Directory': `https://aad.portal.azure.com/${initialDomain}`,
    'Microsoft 365 Lighthouse': 'https://lighthouse.microsoft.com',
    Teams: `https://admin.teams.microsoft.com/?delegatedOrg=${initialDomain}`,
  };
  return Object.entries(services).map(([serviceName, serviceManagementUrl]) => ({
    '@odata.type': '#microsoft.graph.delegatedAdminServiceManagementDetail',
    id: guidFrom(`management of ${serviceName} by ${initialDomain}`),
    serviceManagementUrl,
    serviceName,
  }));
}

/** Entra's own template id. */
const securityReader = '5d6b6bb7-de71-4623-b4af-96380a352509';

function relationshipResource(relationship: WorldRelationship): object {
  const {
    tenant,
    ends,
    renews,
    status = 'active',
    reseller = false,
    roles = [securityReader],
  } = relationship;
  return {
    '@odata.type': `#microsoft.graph.${reseller ? 'resellerD' : 'd'}elegatedAdminRelationship`,
    id: guidFrom(`relationship with ${tenant.tenantId} until ${ends}`),
    displayName: `${tenant.name} admin relationship`,
    duration: 'P730D',
    customer: { tenantId: tenant.tenantId, displayName: tenant.name },
    ...(roles !== null && {
      accessDetails: { unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) },
    }),
    ...(reseller && {
      isPartnerConsentPending: relationship.consentPending ?? false,
      indirectProviderTenantId: guidFrom('indirect provider'),
    }),
    status,
    autoExtendDuration: renews ? 'P180D' : 'PT0S',
    activatedDateTime: '2026-01-01T00:00:00Z',
    endDateTime: ends,
  };
}

function error(status: number, code: string): Reply {
  return json(status, { error: { code, message: `The local world says ${code}.` } });
}
