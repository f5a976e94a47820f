import type { Cloud } from '#shared/settings/cloud.ts';

/**
 * Microsoft's hosts that Tidegate itself talks to. The others are those of a team's lists, which the user names, and that of
 * the update feed, which the package names. The portals are the browser's business.
 */
export function apiHosts(...clouds: readonly Cloud[]): ReadonlySet<string> {
  const origins = clouds.flatMap(({ login, resourceManager, graph }) => [login, resourceManager, graph]);
  return new Set(origins.map((origin) => new URL(origin).hostname));
}
