import type { Cloud } from '#shared/settings/cloud.ts';

/**
 * The only hosts Tidegate itself ever talks to, but for that of a shared list's address, which the user names. The portals
 * are the browser's business.
 */
export function apiHosts(...clouds: readonly Cloud[]): ReadonlySet<string> {
  const origins = clouds.flatMap(({ login, resourceManager, graph }) => [login, resourceManager, graph]);
  return new Set(origins.map((origin) => new URL(origin).hostname));
}
