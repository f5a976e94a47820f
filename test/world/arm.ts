import type { WorldDirectory } from './directory.ts';
import { json } from './exchange.ts';
import type { ContentFault, Reply, Route, WorldRequest } from './exchange.ts';
import { resourceManagerHost } from './hosts.ts';
import { listPage } from './list-page.ts';
import { guidFrom, type WorldTenant } from './tenants.ts';
import type { TokenMint } from './tokens.ts';

export interface ArmOptions {
  readonly pageSize: number;
  /** So many of the customers, from the first, come without name and domains, as ARM shows some guests. */
  readonly blankGuests: number;
}

/** Both forms of the resource's name are accepted, as by ARM. */
const audiences = [`https://${resourceManagerHost}`, 'https://management.core.windows.net/'];
const apiVersion = '2022-12-01';

const refusals = {
  missing: ['AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing."],
  malformed: ['InvalidAuthenticationToken', 'The access token is invalid.'],
  expired: ['ExpiredAuthenticationToken', 'The access token expiry has passed.'],
  audience: ['InvalidAuthenticationTokenAudience', 'The access token is for another resource.'],
} as const;

/**
 * `GET /tenants`: what the signed-in account reaches, own tenant included, in pages with absolute `nextLink`s.
 * Shape: Azure's REST specification of Microsoft.Resources, stable 2022-12-01.
 */
export function armTenantsRoute(directory: WorldDirectory, mint: TokenMint, options: ArmOptions): Route {
  return {
    name: 'arm.tenants',
    matches: ({ host, url }) => host === resourceManagerHost && url.pathname === '/tenants',
    answer: (request, fault) => {
      if (request.method !== 'GET') return error(405, 'MethodNotAllowed', 'Only GET.');
      const token = mint.check(request.headers.authorization, audiences);
      if (!token.ok) {
        const [code, message] = refusals[token.reason];
        return error(401, code, message, { 'www-authenticate': `Bearer error="invalid_token"` });
      }
      if (request.url.searchParams.get('api-version') !== apiVersion) {
        return error(400, 'InvalidApiVersionParameter', `The api-version must be ${apiVersion}.`);
      }
      return tenantsPage(request, directory, directory.reached(token.claims.upn), options, fault);
    },
  };
}

/** `GET /subscriptions`: those of the own tenant, and those that others delegated to it. Shape: as above. */
export function armSubscriptionsRoute(
  directory: WorldDirectory,
  mint: TokenMint,
  { pageSize }: ArmOptions,
): Route {
  return {
    name: 'arm.subscriptions',
    matches: ({ host, url }) => host === resourceManagerHost && url.pathname === '/subscriptions',
    answer: (request, fault) => {
      const token = mint.check(request.headers.authorization, audiences);
      if (!token.ok) {
        const [code, message] = refusals[token.reason];
        return error(401, code, message);
      }
      const { tid, upn } = token.claims;
      const rows = [
        subscriptionResource(tid, []),
        ...directory.delegated(upn).map(({ tenantId }) => subscriptionResource(tenantId, [tid])),
      ];
      return (
        listPage(request, rows, (row) => row, pageSize, 'nextLink', fault) ??
        error(400, 'InvalidSkipToken', 'Unknown page.')
      );
    },
  };
}

function subscriptionResource(tenantId: string, managers: readonly string[]): object {
  const subscriptionId = guidFrom(`subscription of ${tenantId}`);
  return {
    id: `/subscriptions/${subscriptionId}`,
    subscriptionId,
    tenantId,
    displayName: 'Production',
    state: 'Enabled',
    authorizationSource: 'RoleBased',
    managedByTenants: managers.map((each) => ({ tenantId: each })),
  };
}

function tenantsPage(
  request: WorldRequest,
  directory: WorldDirectory,
  all: readonly WorldTenant[],
  options: ArmOptions,
  fault: ContentFault | undefined,
): Reply {
  const blank = new Set(directory.customers.slice(0, options.blankGuests).map((each) => each.tenantId));
  const resource = (each: WorldTenant): object => tenantResource(each, blank.has(each.tenantId));
  const headers = { 'x-ms-ratelimit-remaining-tenant-reads': '249' };
  return (
    listPage(request, all, resource, options.pageSize, 'nextLink', fault, headers) ??
    error(400, 'InvalidSkipToken', 'Unknown page.')
  );
}

function tenantResource(tenant: WorldTenant, blank: boolean): object {
  const { tenantId } = tenant;
  const always = { id: `/tenants/${tenantId}`, tenantId, tenantCategory: 'Home' };
  if (blank) return { ...always, displayName: '', domains: [] };
  return {
    ...always,
    countryCode: 'US',
    displayName: tenant.name,
    domains: tenant.domains,
    defaultDomain: tenant.defaultDomain,
    tenantType: 'AAD',
  };
}

function error(status: number, code: string, message: string, headers: Reply['headers'] = {}): Reply {
  return json(status, { error: { code, message } }, headers);
}
