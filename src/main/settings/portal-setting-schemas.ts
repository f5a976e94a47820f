import { z } from 'zod';
import { parseDomain } from '../../shared/domain.ts';
import { huntLimits, sharedName, type Hunt } from '../../shared/hunts/hunt.ts';
import { faultOf } from '../../shared/hunts/fill-query.ts';
import { readQuery } from '../../shared/hunts/query-template.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { oneLine, severalLines } from '../directory/annotations/clean-text.ts';
import {
  longestPortalName,
  longestPortalUrl,
  readOwnPortal,
  type OwnPortal,
} from '../../shared/portals/own-portal.ts';
import type { PortalSettings } from '../../shared/portals/portal-settings.ts';

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

/** A hunt as it is kept: its name on one line, its query without signs that nobody sees. */
const hunt = z.object({
  name: z.string().transform(oneLine).pipe(z.string().min(1).max(huntLimits.name)),
  query: z.string().transform(severalLines).pipe(z.string().min(1).max(huntLimits.query)),
});

/** What is wrong with hunts that each are one; undefined when nothing is. */
function wrongWith(hunts: readonly Hunt[]): Problem | undefined {
  const shared = sharedName(hunts);
  if (shared !== undefined) return problem('hunt-name-taken', { name: shared });
  const length = hunts.reduce((sum, { query }) => sum + query.length, 0);
  if (hunts.length > huntLimits.hunts || length > huntLimits.all)
    return problem('hunts-too-many', { hunts: String(huntLimits.hunts), letters: String(huntLimits.all) });
  // SECURITY: a query that no value can be put into safely is never kept, wherever it comes from.
  return hunts.map(({ query }) => faultOf(readQuery(query))).find((fault) => fault !== undefined);
}

/** What is wrong with a value for the setting `hunts`; undefined where it is not even a list of hunts. */
export function whyNoHunts(value: unknown): Problem | undefined {
  const parsed = z.array(hunt).safeParse(value);
  return parsed.success ? wrongWith(parsed.data) : undefined;
}

/** What the settings of portals may hold. */
export const portalSettingSchemas: { readonly [K in keyof PortalSettings]: z.ZodType<PortalSettings[K]> } = {
  hiddenPortals: ids,
  portalOrder: ids,
  ownPortals: z
    .array(ownPortal)
    .max(mostPortals)
    .refine((portals) => new Set(portals.map(({ id }) => id)).size === portals.length),
  hunts: z.array(hunt).refine((hunts) => wrongWith(hunts) === undefined),
  portalHosts: z.array(z.string().refine((host) => parseDomain(host) === host)).max(mostPortals),
};
