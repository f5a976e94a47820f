import type { WorldDirectory } from './directory.ts';
import { entraErrorReply } from './entra-error.ts';
import { json } from './exchange.ts';
import type { Route } from './exchange.ts';
import { graphHost, loginHost } from './hosts.ts';

const path = /^\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/;

/** OpenID discovery: which tenant a domain belongs to, for anybody who asks. */
export function discoveryRoute(directory: WorldDirectory): Route {
  return {
    name: 'login.discovery',
    matches: (request) => request.host === loginHost && path.test(request.url.pathname),
    answer: (request, fault) => {
      if (fault?.kind === 'entra-error') return entraErrorReply(fault.code);
      const reference = decodeURIComponent(path.exec(request.url.pathname)?.[1] ?? '');
      const anyTenant = reference === 'organizations' || reference === 'common';
      const tenantId = anyTenant ? '{tenantid}' : directory.resolve(reference);
      if (tenantId === undefined) return entraErrorReply(90002);
      const base = `https://${loginHost}/${anyTenant ? reference : tenantId}`;
      return json(200, {
        issuer: `https://${loginHost}/${tenantId}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
        end_session_endpoint: `${base}/oauth2/v2.0/logout`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
        response_modes_supported: ['query', 'fragment', 'form_post'],
        response_types_supported: ['code', 'id_token'],
        tenant_region_scope: 'EU',
        cloud_instance_name: 'microsoftonline.com',
        msgraph_host: graphHost,
      });
    },
  };
}
