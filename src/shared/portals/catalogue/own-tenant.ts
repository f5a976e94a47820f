import type { PortalId } from '../hosts.ts';
import { sources, type Page } from './page.ts';

/** A page that no address scopes: it shows what the analyst's own account reaches, and opens in the own tenant's profile. */
function page(portal: PortalId, path: string, source: string): Page {
  return { host: { portal }, path, tenant: 'own', standing: 'documented', source };
}

const graphSample = 'Microsoft Graph: the sample of serviceManagementDetails';
const access = 'Microsoft: “mto-requirements”, on how to verify one’s access';

export const ownTenantPages = {
  mto: page('multitenant', '/', sources.mto),
  mtoIncidents: page('multitenant', '/incidents', sources.mto),
  mtoSettings: page('multitenant', '/settings', sources.mto),
  lighthouse: page('lighthouse', '/', graphSample),
  partnerCustomers: page('partner', '/commerce/granularadminaccess/list', access),
  organizations: page('myAccount', '/organizations', access),
} as const satisfies Readonly<Record<string, Page>>;
