import type { SourceKey, Page } from './page.ts';
import type { PortalId } from '../hosts.ts';

/** The portal's home page, with the tenant in the query as `tid`. */
export function byTid(portal: PortalId, source: SourceKey): Page {
  return {
    host: { portal },
    path: '/',
    query: { tid: '{tenantId}' },
    tenant: 'customer',
    standing: 'attested',
    source,
  };
}

/** The portal's home page, with the tenant as the first segment of the path. The id outlives a change of domains. */
export function bySegment(portal: PortalId): Page {
  return {
    host: { portal },
    path: '/{tenantId}',
    tenant: 'customer',
    standing: 'attested',
    source: 'portalSource.segment',
  };
}
