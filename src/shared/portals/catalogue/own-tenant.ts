import type { PortalId } from '../hosts.ts';
import { type SourceKey, sources, type Page } from './page.ts';

/** A page that no address scopes: it shows what the analyst's own account reaches, and opens in the own tenant's profile. */
function page(portal: PortalId, path: string, source: SourceKey): Page {
  return { host: { portal }, path, tenant: 'own', standing: 'documented', source };
}

const graphSample = 'portalSource.graph';
const access = 'portalSource.verify';

export const ownTenantPages = {
  mto: page('multitenant', '/', sources.mto),
  mtoIncidents: page('multitenant', '/incidents', sources.mto),
  mtoAlerts: page('multitenant', '/alerts', sources.mto),
  mtoHunting: page('multitenant', '/v2/advanced-hunting', sources.mto),
  mtoDetections: page('multitenant', '/v2/custom_detection', sources.mto),
  mtoDistribution: page('multitenant', '/contentdistribution', sources.mto),
  mtoSettings: page('multitenant', '/settings', sources.mto),
  lighthouse: page('lighthouse', '/', graphSample),
  azureLighthouse: {
    ...page('azure', '/', 'portalSource.azureLighthouse'),
    fragment: 'view/Microsoft_Azure_CustomerHub/MyCustomersBladeV2/~/customers',
    standing: 'attested',
  },
  partnerCustomers: page('partner', '/commerce/granularadminaccess/list', access),
  organizations: page('myAccount', '/organizations', access),
} as const satisfies Readonly<Record<string, Page>>;
