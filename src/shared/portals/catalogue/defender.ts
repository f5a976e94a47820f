import type { SourceKey, Standing } from '../destination.ts';
import { sources, type Page } from './page.ts';

/** A page of the Defender portal: `tid` belongs to the portal as a whole. */
function page(
  path: string,
  standing: Standing,
  source: SourceKey,
  query: Readonly<Record<string, string>> = {},
): Page {
  return {
    host: { portal: 'defender' },
    path,
    query: { ...query, tid: '{tenantId}' },
    tenant: 'customer',
    standing,
    source,
  };
}

const sentinel = 'portalSource.sentinel';

export const defenderPages = {
  defender: page('/', 'documented', sources.mssp),
  incidents: page('/incidents', 'documented', sources.experts),
  alerts: page('/alerts', 'documented', sources.experts),
  hunting: page('/v2/advanced-hunting', 'attested', 'portalSource.scripts'),
  devices: page('/machines', 'attested', 'portalSource.device'),
  secureScore: page('/securescore', 'documented', 'portalSource.governance', {
    viewid: 'overview',
  }),
  threatAnalytics: page('/threatanalytics3', 'attested', sources.tenantPulse),
  quarantine: page('/quarantine', 'attested', 'portalSource.tenantPulsePage', {
    viewid: 'Email',
  }),
  policies: page('/threatpolicy', 'attested', sources.tenantPulse),
  safeLinks: page('/safelinksv2', 'attested', sources.tenantPulse),
  restrictedEntities: page('/restrictedentities', 'attested', sources.tenantPulse),
  sentinelHunting: page('/sentinel/hunting', 'attested', sentinel),
  sentinelAnalytics: page('/sentinel/analytics', 'attested', sentinel),
  sentinelWatchlists: page('/sentinel/watchlist', 'attested', sentinel),
  sentinelSettings: page('/sentinel/settings', 'attested', sentinel),
  actionCenter: page('/action-center', 'inferred', sources.cmd),
  actionHistory: page('/action-center/history', 'inferred', sources.cmd),
  explorer: page('/threatexplorerv3', 'inferred', sources.cmd),
  realTimeDetections: page('/realtimereportsv3', 'inferred', sources.cmd),
  submissions: page('/reportsubmission', 'inferred', sources.cmd),
  allowBlockList: page('/tenantAllowBlockList', 'inferred', sources.cmd),
  settings: page('/securitysettings', 'inferred', sources.cmd),
  incidentMails: page('/securitysettings/defender/email_notifications', 'inferred', sources.cmd),
  alertMails: page('/securitysettings/endpoints/email_notifications', 'inferred', sources.cmd),
  permissions: page('/mtp_roles', 'inferred', sources.cmd),
  endpointRoles: page('/securitysettings/endpoints/user_roles', 'inferred', sources.cmd),
} as const satisfies Readonly<Record<string, Page>>;
