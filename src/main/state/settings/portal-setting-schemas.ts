import { z } from 'zod';
import { parseDomain } from '#shared/tenant/domain.ts';
import { huntsSchema } from '../hunts/hunt-schema.ts';
import {
  longestPortalName,
  longestPortalUrl,
  readOwnPortal,
  type OwnPortal,
} from '#shared/portals/own-portal.ts';
import type { PortalSettings } from '#shared/portals/portal-settings.ts';

/** More than anybody can oversee: a list that is longer is a mistake or an attack. */
const mostPortals = 500;

const ids = z.array(z.string().min(1).max(80)).max(mostPortals);

const ownPortal: z.ZodType<OwnPortal> = z
  .object({
    id: z.templateLiteral(['own-', z.string().regex(/^[a-z0-9-]{1,60}$/)]),
    name: z.string().trim().min(1).max(longestPortalName),
    url: z.string().max(longestPortalUrl),
  })
  // SECURITY: an address that cannot be opened is never kept, wherever it comes from.
  .refine((portal) => readOwnPortal(portal).ok);

/** What the settings of portals may hold. */
export const portalSettingSchemas: { readonly [K in keyof PortalSettings]: z.ZodType<PortalSettings[K]> } = {
  hiddenPortals: ids,
  portalOrder: ids,
  ownPortals: z
    .array(ownPortal)
    .max(mostPortals)
    .refine((portals) => new Set(portals.map(({ id }) => id)).size === portals.length),
  hunts: huntsSchema,
  portalHosts: z.array(z.string().refine((host) => parseDomain(host) === host)).max(mostPortals),
};
