import { createHash } from 'node:crypto';
import type { DeviceCodes } from './device-code.ts';
import type { WorldAccount, WorldDirectory } from './directory.ts';
import { entraErrorReply } from './entra-error.ts';
import { field, json } from './exchange.ts';
import type { ContentFault, Reply, Route } from './exchange.ts';
import { loginHost } from './hosts.ts';
import { incidentPermission } from './incidents.ts';
import { parseScope } from './scope.ts';
import { clientInfo, tenantOf } from './sign-in.ts';
import type { SignIn } from './sign-in.ts';
import type { TokenMint } from './tokens.ts';

const path = /^\/([^/]+)\/oauth2\/v2\.0\/token$/;

interface Granted {
  readonly account: WorldAccount;
  readonly tenantId: string;
  readonly clientId: string;
  readonly scope: string;
  readonly nonce: string;
}

/** A grant, or the AADSTS number of the refusal. */
type Decision = Granted | number;

interface Parts {
  readonly directory: WorldDirectory;
  readonly clientId: string;
  readonly signIn: SignIn;
  readonly deviceCodes: DeviceCodes;
  readonly mint: TokenMint;
}

/** `POST /{authority}/oauth2/v2.0/token` for the three grants of a public client. */
export function tokenRoute(parts: Parts): Route {
  return {
    name: 'login.token',
    matches: ({ method, host, url }) => method === 'POST' && host === loginHost && path.test(url.pathname),
    answer: ({ url, body }, fault) => {
      if (fault?.kind === 'entra-error') return entraErrorReply(fault.code);
      const authority = path.exec(url.pathname)?.[1] ?? '';
      const decision = decide(parts, authority, new URLSearchParams(body));
      return typeof decision === 'number' ? entraErrorReply(decision) : tokens(parts, decision, fault);
    },
  };
}

function decide(parts: Parts, authority: string, form: URLSearchParams): Decision {
  if (field(form, 'client_id') !== parts.clientId) return 700016;
  switch (field(form, 'grant_type')) {
    case 'authorization_code':
      return redeemCode(parts, form);
    case 'refresh_token':
      return refresh(parts, authority, form);
    case 'device_code':
    case 'urn:ietf:params:oauth:grant-type:device_code':
      return redeemDeviceCode(parts, authority, form);
    default:
      return 7000218;
  }
}

function redeemCode({ signIn }: Parts, form: URLSearchParams): Decision {
  const grant = signIn.redeem(field(form, 'code'));
  if (grant === undefined) return 54005;
  if (grant.redirectUri !== field(form, 'redirect_uri')) return 50011;
  const challenge = createHash('sha256').update(field(form, 'code_verifier')).digest('base64url');
  // Consent may be asked for several resources at once; a token is for the scope of its own request.
  const scope = field(form, 'scope');
  return challenge === grant.challenge ? { ...grant, scope: scope === '' ? grant.scope : scope } : 501481;
}

function refresh({ directory, mint }: Parts, authority: string, form: URLSearchParams): Decision {
  const grant = mint.refreshGrant(field(form, 'refresh_token'));
  const account = directory.account(grant?.username ?? '');
  if (grant === undefined || account === undefined) return 700082;
  if (grant.clientId !== field(form, 'client_id')) return 700003;
  return inTenant(directory, authority, account, form);
}

function redeemDeviceCode(
  { directory, deviceCodes }: Parts,
  authority: string,
  form: URLSearchParams,
): Decision {
  const grant = deviceCodes.grant(field(form, 'device_code'));
  if (grant === undefined || grant.clientId !== field(form, 'client_id')) return 70000;
  return grant.account === undefined
    ? 70016
    : inTenant(directory, authority, grant.account, form, grant.scope);
}

function inTenant(
  directory: WorldDirectory,
  authority: string,
  account: WorldAccount,
  form: URLSearchParams,
  scope = field(form, 'scope'),
): Decision {
  const tenantId = tenantOf(authority, account, directory);
  if (tenantId === undefined) return 90002;
  if (!directory.reaches(account.username, tenantId)) return 50020;
  if (scope.includes(incidentPermission) && !directory.hasConsented(tenantId)) return 65001;
  return { account, tenantId, clientId: field(form, 'client_id'), scope, nonce: '' };
}

function tokens({ mint }: Parts, granted: Granted, fault: ContentFault | undefined): Reply {
  const { account, clientId } = granted;
  const tenantId = fault?.kind === 'wrong-tenant' ? fault.tenantId : granted.tenantId;
  const scope = parseScope(granted.scope);
  if (scope === undefined) return entraErrorReply(28000);
  return json(200, {
    token_type: 'Bearer',
    scope: granted.scope,
    expires_in: mint.lifetimeSeconds,
    ext_expires_in: mint.lifetimeSeconds,
    access_token: mint.accessToken(account, tenantId, scope.audience, scope.granted),
    refresh_token: mint.refreshToken({ username: account.username, clientId }),
    id_token: mint.idToken(account, tenantId, clientId, granted.nonce),
    client_info: clientInfo(account),
  });
}
