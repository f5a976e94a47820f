import { z } from 'zod';
import { parseDomain } from '#shared/tenant/domain.ts';
import { huntsSchema } from '../hunts/hunt-schema.ts';
import { longestPageName, longestPageUrl, readOwnPage, type OwnPage } from '#shared/portals/own-page.ts';
import type { PortalSettings } from '#shared/portals/portal-settings.ts';

/** More than anybody can oversee: a list that is longer is a mistake or an attack. */
const mostPages = 500;

const ids = z.array(z.string().min(1).max(80)).max(mostPages);

const ownPage: z.ZodType<OwnPage> = z
  .object({
    id: z.templateLiteral(['own-', z.string().regex(/^[a-z0-9-]{1,60}$/)]),
    name: z.string().trim().min(1).max(longestPageName),
    url: z.string().max(longestPageUrl),
  })
  // SECURITY: an address that cannot be opened is never kept, wherever it comes from.
  .refine((page) => readOwnPage(page).ok);

/** What the settings of portals may hold. */
export const portalSettingSchemas: { readonly [K in keyof PortalSettings]: z.ZodType<PortalSettings[K]> } = {
  hiddenPortals: ids,
  portalOrder: ids,
  ownPortals: z
    .array(ownPage)
    .max(mostPages)
    .refine((pages) => new Set(pages.map(({ id }) => id)).size === pages.length),
  hunts: huntsSchema,
  portalHosts: z.array(z.string().refine((host) => parseDomain(host) === host)).max(mostPages),
};
