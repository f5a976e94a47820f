import type { CloudId } from '../settings/cloud.ts';

/** How one portal is reached, and how its links name a tenant. */
export interface Portal {
  /** The host in each cloud that has one; `{prefix}` stands for the tenant's own label. */
  readonly hosts: Readonly<Partial<Record<PortalCloud, string>>>;
  /** Other hosts of the same portal that links carry, older ones among them. */
  readonly also?: readonly string[];
  /** Where in the path a tenant may stand: the first group is its id or domain. What every link may hold: tenant-names. */
  readonly path?: readonly RegExp[];
  /** How the portal is told which tenant to show; absent when it cannot be told, or in several ways. */
  readonly scope?: { readonly query: string } | 'first-segment';
  /** Only these paths are opened, where a host serves much that is no page of a portal. */
  readonly pages?: RegExp;
}

/** The clouds in which portals have hosts. */
export type PortalCloud = CloudId | 'usgov';

const firstSegment = [/^\/([^/]+)/, /^\/signin\/index\/([^/]+)/i];
const environment = /\/environments\/(?:environment\/)?default-([0-9a-f-]{36})(?:\/|$)/i;

/**
 * SECURITY: every host that is read or opened is one of these, or one that the user has confirmed.
 * Sources: Microsoft's pages on MSSP access (`tid`, `myaccess.microsoft.com/@domain`) and on multitenant management,
 * Microsoft Graph's sample of `serviceManagementDetails` (`delegatedOrg`), the portal lists of CIPP, msportals.io and
 * cmd.ms for the others; security.apps.mil: Microsoft's list of Defender's portals for the DoD; US Government hosts: Microsoft's list of portals by cloud and Maester's Get-MtAdminPortalUrl;
 * for Exchange, the admin center and Teams there, cmd.ms (merill/cmd, issue 202) and ServiceNow's page on GCC High and DoD.
 */
export const portals = {
  defender: {
    hosts: { public: 'security.microsoft.com', usgov: 'security.microsoft.us' },
    also: [
      'sip.security.microsoft.com',
      'security.apps.mil',
      'securitycenter.windows.com',
      'securitycenter.microsoft.com',
      'protection.office.com',
    ],
    scope: { query: 'tid' },
  },
  multitenant: { hosts: { public: 'mto.security.microsoft.com' } },
  purview: {
    hosts: { public: 'purview.microsoft.com', usgov: 'purview.microsoft.us' },
    also: ['compliance.microsoft.com', 'compliance.microsoft.us', 'compliance.apps.mil'],
    scope: { query: 'tid' },
  },
  entra: {
    hosts: { public: 'entra.microsoft.com', usgov: 'entra.microsoft.us' },
    also: ['aad.portal.azure.com'],
    path: firstSegment,
    scope: 'first-segment',
  },
  azure: {
    hosts: { public: 'portal.azure.com', usgov: 'portal.azure.us' },
    also: ['ms.portal.azure.com', 'preview.portal.azure.com'],
    path: firstSegment,
    scope: 'first-segment',
  },
  intune: {
    hosts: { public: 'intune.microsoft.com', usgov: 'intune.microsoft.us' },
    also: ['endpoint.microsoft.com', 'endpoint.microsoft.us', 'devicemanagement.microsoft.com'],
    path: firstSegment,
    scope: 'first-segment',
  },
  admin: { hosts: { public: 'admin.cloud.microsoft' } },
  classicAdmin: {
    hosts: { public: 'admin.microsoft.com' },
    also: ['portal.office.com', 'portal.microsoft.com', 'portal.office365.us'],
  },
  exchange: {
    hosts: { public: 'admin.exchange.microsoft.com' },
    also: [
      'outlook.office365.com',
      'outlook.office.com',
      'admin.exchange.office365.us',
      'outlook.office365.us',
    ],
    path: [/^\/ecp\/@([^/]+)/i],
    pages: /^\/(?!owa|mail)/i,
  },
  teamsAdmin: { hosts: { public: 'admin.teams.microsoft.com' } },
  teams: {
    hosts: { public: 'teams.microsoft.com' },
    also: ['teams.cloud.microsoft', 'gov.teams.microsoft.us', 'dod.teams.microsoft.us'],
  },
  sharePointAdmin: {
    hosts: { public: '{prefix}-admin.sharepoint.com', usgov: '{prefix}-admin.sharepoint.us' },
  },
  sharePoint: { hosts: { public: '{prefix}.sharepoint.com', usgov: '{prefix}.sharepoint.us' } },
  oneDrive: { hosts: { public: '{prefix}-my.sharepoint.com', usgov: '{prefix}-my.sharepoint.us' } },
  powerPlatform: {
    hosts: { public: 'admin.powerplatform.microsoft.com' },
    path: [/^\/account\/login\/([^/]+)/i, environment],
  },
  powerApps: {
    hosts: { public: 'make.powerapps.com' },
    also: ['make.powerautomate.com', 'copilotstudio.microsoft.com'],
    path: [environment],
  },
  powerBi: { hosts: { public: 'app.powerbi.com' }, also: ['app.fabric.microsoft.com'] },
  partner: {
    hosts: { public: 'partner.microsoft.com' },
    also: ['partnercenter.microsoft.com'],
    path: [/\/customers\/([^/]+)/i],
  },
  lighthouse: { hosts: { public: 'lighthouse.microsoft.com' } },
  myAccess: { hosts: { public: 'myaccess.microsoft.com' }, path: firstSegment },
  myAccount: { hosts: { public: 'myaccount.microsoft.com' } },
  mySignIns: { hosts: { public: 'mysignins.microsoft.com' } },
  myApps: {
    hosts: { public: 'myapps.microsoft.com' },
    also: ['myapplications.microsoft.com'],
    path: firstSegment,
  },
  invitations: { hosts: { public: 'invitations.microsoft.com' } },
  securityCopilot: { hosts: { public: 'securitycopilot.microsoft.com' } },
  graphExplorer: { hosts: { public: 'developer.microsoft.com' }, pages: /\/graph\/graph-explorer/i },
  // SECURITY: of the sign-in host only the pages that ask for consent in a named tenant, which show whom they trust.
  // Its sign-in pages pass on to whatever address stands in the link.
  signIn: {
    hosts: { public: 'login.microsoftonline.com', usgov: 'login.microsoftonline.us' },
    path: [/^\/([^/]+)\/(?:v2\.0\/)?adminconsent$/i],
    pages: /^\/[^/]+\/(?:v2\.0\/)?adminconsent$/i,
  },
} as const satisfies Readonly<Record<string, Portal>>;

export type PortalId = keyof typeof portals;

/** The label of a tenant in a host: what `{prefix}` stands for. */
const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';

interface KnownHost {
  readonly portal: Portal;
  readonly id: PortalId;
}

const exact = new Map<string, KnownHost>();
const patterns: { readonly pattern: RegExp; readonly known: KnownHost }[] = [];
for (const [key, portal] of Object.entries(portals) as [PortalId, Portal][]) {
  const known = { portal, id: key };
  for (const host of [...Object.values(portal.hosts), ...(portal.also ?? [])]) {
    if (!host.includes('{prefix}')) exact.set(host, known);
    else
      patterns.push({
        pattern: new RegExp(`^(${host.replaceAll('.', '\\.').replace('{prefix}', label)})$`),
        known,
      });
  }
}

/** Every host that has a name of its own. */
export const exactHosts: readonly string[] = [...exact.keys()];

/** The portal that has this host (lower case), or nothing. Hosts with a tenant's label: the most telling one. */
export function portalOf(host: string): KnownHost | undefined {
  // No name in the DNS is longer.
  if (host.length > 253) return undefined;
  return exact.get(host) ?? patterns.find(({ pattern }) => pattern.test(host))?.known;
}

/** The tenant's label in a host such as `contoso-admin.sharepoint.com`. */
export function prefixIn(host: string): string | undefined {
  const match = /^([a-z0-9-]+?)(?:-admin|-my)?\.sharepoint\.(com|us)$/.exec(host);
  return match?.[1];
}

/** The hosts that are named after a tenant with this label. */
export function hostsWithPrefix(prefix: string): readonly string[] {
  const named = (Object.values(portals) as Portal[]).flatMap(({ hosts }) => Object.values(hosts));
  return named.filter((host) => host.includes('{prefix}')).map((host) => host.replace('{prefix}', prefix));
}
