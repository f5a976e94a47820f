import type { Hunt } from '../hunts/hunt.ts';
import type { OwnPortal } from './own-portal.ts';

/** What the user, or an administrator, decides about the pages that are offered. */
export interface PortalSettings {
  /** Ids of pages that are not offered. */
  readonly hiddenPortals: readonly string[];
  /** Ids in the order in which they are offered; those that are not here follow in the catalogue's order. */
  readonly portalOrder: readonly string[];
  readonly ownPortals: readonly OwnPortal[];
  /** Hosts, lower case, that may be opened besides those of the portals: each was confirmed by name. */
  readonly portalHosts: readonly string[];
  /** The user's own named queries, within `huntLimits`. */
  readonly hunts: readonly Hunt[];
}

export const defaultPortalSettings: PortalSettings = {
  hiddenPortals: [],
  portalOrder: [],
  ownPortals: [],
  portalHosts: [],
  hunts: [],
};
