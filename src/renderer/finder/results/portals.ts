import type { Customer } from '#shared/customer/customer.ts';
import type { PortalPage } from '#shared/portals/page.ts';
import type { CustomerLookup } from '#shared/portals/links/find-customer.ts';
import { lookupIn } from '#shared/portals/links/customer-lookup.ts';
import { offeredPages } from '#shared/portals/pages.ts';
import { ownTenantAmong } from '#shared/portals/own-tenant.ts';
import type { PortalContext } from '#shared/portals/availability.ts';
import type { AppState } from '../../ui/app-store.ts';

/** What the finder knows of pages and links, for one list and one set of settings. */
export interface Portals extends PortalContext {
  readonly customers: AppState['customers'];
  /** The settings it was made of. */
  readonly decided: string;
  /** The pages that are offered, in the user's order. */
  readonly pages: readonly PortalPage[];
  /** The MSSP's own tenant, where pages open that no address scopes. */
  readonly own: Customer | undefined;
  readonly lookup: CustomerLookup;
}

/** What the finder's pages and links are made of. */
interface PortalsState extends Pick<AppState, 'customers'> {
  readonly status: Pick<AppState['status'], 'settings'> & Partial<Pick<AppState['status'], 'teamHunts'>>;
}

/** Gives the same value as before when nothing of it has changed. */
export function portalsOf({ customers, status }: PortalsState, before: Portals | undefined): Portals {
  const { settings, teamHunts = [] } = status;
  // Every status brings new settings, mostly the same ones.
  const { cloud, hiddenPortals, hunts, ownPortals, ownTenant, portalHosts, portalOrder } = settings;
  const decided = JSON.stringify([
    cloud,
    hiddenPortals,
    hunts,
    ownPortals,
    ownTenant,
    portalHosts,
    portalOrder,
    teamHunts,
  ]);
  if (before?.customers === customers && before.decided === decided) return before;
  return {
    customers,
    decided,
    cloud: settings.cloud,
    portalHosts: settings.portalHosts,
    pages: offeredPages({ ...settings, teamHunts }),
    own: ownTenantAmong(customers, settings.ownTenant),
    lookup: lookupIn(customers),
  };
}
