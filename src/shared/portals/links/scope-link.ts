import type { TenantId } from '../../tenant-id.ts';
import { parseHttpsAddress, plainHref } from '../../https-address.ts';
import { portalOf, type Portal } from '../hosts.ts';
import type { PortalLink } from './read-link.ts';

/**
 * The address that opens a link in its customer's tenant: the link unchanged, but for the tenant in the place where this
 * portal looks for it when the link names it elsewhere.
 */
export function scopeLink({ url }: PortalLink, tenantId: TenantId): string {
  const portal: Portal | undefined = portalOf(url.hostname)?.portal;
  const scope = portal?.scope;
  const copy = parseHttpsAddress(url.href) ?? url;
  if (scope === undefined) return plainHref(copy);
  if (scope !== 'first-segment') {
    if (copy.searchParams.get(scope.query) === null) copy.searchParams.set(scope.query, tenantId);
  } else if (copy.pathname === '/' && !copy.hash.startsWith('#@') && !copy.hash.startsWith('#%40')) {
    copy.pathname = `/${tenantId}`;
  }
  return plainHref(copy);
}
