/** The names the world answers for, by what answers there. Names: the project's catalogue of portals and clouds. */
export const loginHost = 'login.microsoftonline.com';
export const resourceManagerHost = 'management.azure.com';
export const graphHost = 'graph.microsoft.com';

/** A host that nobody should ever follow the world to: faults point there, and the request log tells who did. */
export const foreignHost = 'elsewhere.example';

export const portalHosts: readonly string[] = [
  'security.microsoft.com',
  'mto.security.microsoft.com',
  'purview.microsoft.com',
  'entra.microsoft.com',
  'portal.azure.com',
  'intune.microsoft.com',
  'admin.cloud.microsoft',
  'admin.microsoft.com',
  'admin.exchange.microsoft.com',
  'admin.teams.microsoft.com',
  'admin.powerplatform.microsoft.com',
  'developer.microsoft.com',
  'make.powerapps.com',
  'app.powerbi.com',
  'lighthouse.microsoft.com',
  'myaccess.microsoft.com',
  'myaccount.microsoft.com',
  'mysignins.microsoft.com',
  'partner.microsoft.com',
  'securitycopilot.microsoft.com',
];

export const allHosts: readonly string[] = [
  loginHost,
  resourceManagerHost,
  graphHost,
  ...portalHosts,
  foreignHost,
];
