import type { Hunt } from '../hunts/hunt.ts';
import type { OwnPage } from './own-page.ts';

/**
 * What the user, or an administrator, decides about the pages that are offered. The names say portal where they mean pages:
 * settings on disk and policies hold them so.
 */
export interface PortalSettings {
  /** Ids of pages that are not offered. */
  readonly hiddenPortals: readonly string[];
  /** Ids in the order in which they are offered; those that are not here follow in the catalogue's order. */
  readonly portalOrder: readonly string[];
  readonly ownPortals: readonly OwnPage[];
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
