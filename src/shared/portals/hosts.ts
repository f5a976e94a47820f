/** Where in the links of one portal the tenant is named. A portal may use several of these. */
export interface TenantPlaces {
  /** Query parameters, in lower case: portals write `CTID` and `ctid`. */
  readonly query?: readonly string[];
  /** The path up to the tenant, in lower case: `/` for the first segment, `/@` for a domain after an at sign. */
  readonly path?: readonly string[];
  /** True when the fragment may begin with `#@domain`. */
  readonly fragment?: true;
}

const azure: TenantPlaces = { path: ['/', '/@'], fragment: true };
const delegated: TenantPlaces = { query: ['delegatedorg', 'ctid'] };

/**
 * The hosts whose links are read, and how each names the tenant. An unlisted host is never read.
 * Sources: Microsoft's pages on MSSP access (`tid`, `myaccess.microsoft.com/@domain`), Microsoft Graph's sample of
 * `serviceManagementDetails` (`delegatedOrg`), and the portal lists of CIPP and msportals.io for the others.
 */
export const portalHosts: Readonly<Record<string, TenantPlaces>> = {
  'security.microsoft.com': { query: ['tid'] },
  'purview.microsoft.com': { query: ['tid'] },
  'compliance.microsoft.com': { query: ['tid'] },
  'entra.microsoft.com': azure,
  'portal.azure.com': azure,
  'intune.microsoft.com': azure,
  'endpoint.microsoft.com': azure,
  'admin.cloud.microsoft': delegated,
  'admin.microsoft.com': delegated,
  'admin.exchange.microsoft.com': delegated,
  'admin.teams.microsoft.com': delegated,
  'myaccess.microsoft.com': { path: ['/', '/@'] },
  'myaccount.microsoft.com': { query: ['tenantid'] },
  'mysignins.microsoft.com': { query: ['tenant'] },
  'partner.microsoft.com': { path: ['/dashboard/v2/customers/'] },
  'admin.powerplatform.microsoft.com': { path: ['/account/login/'] },
  'make.powerapps.com': { query: ['tenant'] },
  'app.powerbi.com': { query: ['ctid'] },
  'securitycopilot.microsoft.com': { query: ['tenantid'] },
};
