import type { Customer } from '../../shared/customer.ts';
import type { Destination } from '../../shared/portals/destination.ts';
import type { CustomerLookup } from '../../shared/portals/links/find-customer.ts';
import { lookupIn } from '../../shared/portals/links/customer-lookup.ts';
import { offeredDestinations } from '../../shared/portals/listing.ts';
import type { PortalGround } from '../../shared/portals/availability.ts';
import type { Settings } from '../../shared/settings.ts';
import type { AppState } from '../ui/app-store.ts';

/** What the finder knows of pages and links, for one list and one set of settings. */
export interface Portals extends PortalGround {
  readonly customers: AppState['customers'];
  readonly settings: Settings;
  /** The pages that are offered, in the user's order. */
  readonly destinations: readonly Destination[];
  /** The MSSP's own tenant, where pages open that no address scopes. */
  readonly own: Customer | undefined;
  readonly lookup: CustomerLookup;
}

/** The same value as before when nothing of it has changed. */
export function portalsOf({ customers, status }: AppState, before: Portals | undefined): Portals {
  const { settings } = status;
  if (before?.customers === customers && before.settings === settings) return before;
  return {
    customers,
    settings,
    cloud: settings.cloud,
    portalHosts: settings.portalHosts,
    destinations: offeredDestinations(settings),
    own: [...customers.values()].find(({ access }) => access.includes('own')),
    lookup: lookupIn(customers),
  };
}
