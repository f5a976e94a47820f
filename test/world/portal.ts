import type { WorldDirectory } from './directory.ts';
import { json } from './exchange.ts';
import type { Route } from './exchange.ts';
import { portalHosts } from './hosts.ts';
import { favicon } from './page.ts';
import { portalPage } from './portal-page.ts';
import type { SiteStorage, VisitBook } from './visits.ts';

const reportPath = '/world/report';
const markPath = '/world/mark';
const workerPath = '/world/worker.js';
const parameters = ['tid', 'tenantId', 'tenant', 'ctid', 'CTID', 'delegatedOrg'];
const segment = /(?:^|\/)@?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[^/@]+\.[^/@]+)(?=\/|$)/i;

/** The portals: every address shows a page for the tenant it names, and keeps a record of the visit. */
export function portalRoutes(directory: WorldDirectory, visits: VisitBook): readonly Route[] {
  return [
    {
      name: 'portal.report',
      matches: ({ method, host, url }) => method === 'POST' && isPortal(host) && url.pathname === reportPath,
      answer: ({ body }) => {
        const report = JSON.parse(body) as SiteStorage & { visit: number };
        const { visit: id, ...storage } = report;
        visits.update(id, (visit) => ({ ...visit, storage }));
        return json(200, {});
      },
    },
    {
      name: 'favicon',
      matches: ({ url }) => /^\/favicon\.(svg|ico)$/.test(url.pathname),
      answer: () => favicon,
    },
    {
      name: 'portal.mark',
      matches: ({ host, url }) => isPortal(host) && url.pathname === markPath,
      // Always the same address, so that a browser which keeps the answer shows whose it was.
      answer: ({ headers }) => ({
        status: 200,
        headers: { 'content-type': 'text/plain', 'cache-control': 'private, max-age=86400' },
        body: String(headers['x-world-tenant'] ?? ''),
      }),
    },
    {
      name: 'portal.worker',
      matches: ({ host, url }) => isPortal(host) && url.pathname === workerPath,
      answer: () => ({
        status: 200,
        headers: { 'content-type': 'text/javascript', 'cache-control': 'no-store' },
        body: 'self.addEventListener("install", () => self.skipWaiting());',
      }),
    },
    {
      name: 'portal.page',
      matches: ({ method, host }) => method === 'GET' && isPortal(host),
      answer: ({ id, at, host, url, headers }) => {
        const reference = referenceIn(url);
        const tenantId = reference === null ? undefined : directory.resolve(reference);
        const tenant = tenantId === undefined ? undefined : directory.tenant(tenantId);
        visits.add({
          id,
          at,
          host,
          path: url.pathname,
          query: url.search,
          tid: tenant?.tenantId ?? null,
          customer: tenant?.name ?? null,
          userAgent: headers['user-agent'] ?? '',
          cookieHeader: headers.cookie ?? '',
          storage: null,
        });
        return portalPage({ visit: id, portal: titleOf(host), path: url.pathname, reference, tenant });
      },
    },
  ];
}

const isPortal = (host: string): boolean => portalHosts.includes(host);

/** What an address says about its tenant: a parameter, or a tenant id or domain as a step of the path. */
function referenceIn(url: URL): string | null {
  const named = parameters
    .map((each) => url.searchParams.get(each))
    .find((each) => each !== null && each !== '');
  return named ?? segment.exec(decodeURIComponent(url.pathname))?.[1] ?? null;
}

function titleOf(host: string): string {
  return host === 'security.microsoft.com' ? 'Microsoft Defender' : host;
}
