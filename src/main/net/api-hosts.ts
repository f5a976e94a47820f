import type { Cloud } from '../../shared/cloud.ts';

/** The only hosts Tidegate itself ever talks to. The portals are the browser's business. */
export function apiHosts(cloud: Cloud): ReadonlySet<string> {
  return new Set([cloud.login, cloud.resourceManager].map((origin) => new URL(origin).hostname));
}
