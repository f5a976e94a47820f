import { bySegment } from './address.ts';
import type { Page } from './page.ts';

/** A blade of the Entra admin center: the tenant stands in the path, the blade behind the `#`. */
function blade(view: string): Page {
  return { ...bySegment('entra'), fragment: `view/${view}`, source: 'portalSource.blade' };
}

export const entraPages = {
  entra: bySegment('entra'),
  entraSignIns: blade(
    'Microsoft_AAD_IAM/SignInEventsV3Blade/timeRangeType/last24hours/showApplicationSignIns~/true',
  ),
  entraAudit: blade('Microsoft_AAD_IAM/AuditLogList.ReactView'),
  entraUsers: blade('Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers/menuId/AllUsers'),
  entraGroups: blade('Microsoft_AAD_IAM/GroupsManagementMenuBlade/~/AllGroups'),
  entraDevices: blade('Microsoft_AAD_Devices/DevicesMenuBlade/~/Devices'),
  riskyUsers: blade('Microsoft_AAD_IAM/IdentityProtectionMenuBlade/~/RiskyUsers'),
  riskySignIns: blade('Microsoft_AAD_IAM/IdentityProtectionMenuBlade/~/RiskySignIns'),
  riskDetections: blade('Microsoft_AAD_IAM/IdentityProtectionMenuBlade/~/RiskDetections'),
  identityProtection: blade('Microsoft_AAD_IAM/IdentityProtectionMenuBlade/~/Overview'),
  conditionalAccess: blade('Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Policies'),
  namedLocations: blade('Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/NamedLocations'),
  authenticationMethods: blade('Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/AdminAuthMethods'),
  entraRoles: blade('Microsoft_AAD_IAM/RolesManagementMenuBlade/~/AllRoles'),
  pim: blade('Microsoft_Azure_PIMCommon/CommonMenuBlade/~/quickStart'),
  pimRoles: blade('Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/aadmigratedroles'),
  pimGroups: blade('Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/aadgroup'),
  pimAzure: blade('Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/azurerbac'),
  enterpriseApps: blade('Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview'),
  appRegistrations: blade('Microsoft_AAD_RegisteredApps/ApplicationsListBlade'),
  accessReviews: blade('Microsoft_AAD_ERM/DashboardBlade/~/Controls'),
  crossTenantAccess: blade(
    'Microsoft_AAD_IAM/CompanyRelationshipsMenuBlade/~/CrossTenantAccessSettings/menuId/CrossTenantAccessSettings',
  ),
  externalIdentities: blade(
    'Microsoft_AAD_IAM/CompanyRelationshipsMenuBlade/~/Settings/menuId/ExternalIdentitiesGettingStarted',
  ),
  accessPackages: blade('Microsoft_AAD_ERM/DashboardBlade/~/elmEntitlement'),
  tenantProperties: blade('Microsoft_AAD_IAM/TenantOverview.ReactView'),
} as const satisfies Readonly<Record<string, Page>>;
