import { randomUUID } from 'node:crypto';
import { json } from './exchange.ts';
import type { Reply } from './exchange.ts';

interface EntraErrorKind {
  readonly error: string;
  readonly suberror?: string;
  readonly text: string;
  /** A claims challenge comes with it. */
  readonly claims?: true;
}

/**
 * What an MSSP meets, by AADSTS number. Meanings: Microsoft's list of error codes (entra-docs,
 * reference-error-codes.md). The pairs of error and suberror are assumed; no live answer has been recorded.
 */
const kinds: Readonly<Record<number, EntraErrorKind>> = {
  28000: {
    error: 'invalid_request',
    text: 'The scope is not valid because it contains more than one resource.',
  },
  50011: { error: 'invalid_request', text: 'The redirect URI does not match those of the application.' },
  50020: {
    error: 'invalid_grant',
    text: 'User account from identity provider does not exist in tenant and cannot access the application.',
  },
  50076: {
    error: 'invalid_grant',
    suberror: 'basic_action',
    text: 'You must use multi-factor authentication to access this tenant.',
    claims: true,
  },
  50196: { error: 'invalid_grant', text: 'The server terminated the operation: a request loop was met.' },
  53003: {
    error: 'invalid_grant',
    suberror: 'message_only',
    text: 'Access has been blocked by Conditional Access policies.',
    claims: true,
  },
  54005: { error: 'invalid_grant', text: 'OAuth2 authorization code was already redeemed.' },
  65001: {
    error: 'invalid_grant',
    suberror: 'consent_required',
    text: 'The user or administrator has not consented to use the application.',
  },
  65004: { error: 'access_denied', text: 'User declined to consent to access the app.' },
  70000: { error: 'invalid_grant', text: 'The provided grant is invalid or malformed.' },
  70007: { error: 'unsupported_response_mode', text: 'The response mode is not allowed.' },
  70016: { error: 'authorization_pending', text: 'The user has not finished signing in yet.' },
  70043: {
    error: 'invalid_grant',
    suberror: 'token_expired',
    text: 'The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.',
  },
  90002: { error: 'invalid_tenant', text: 'Tenant not found.' },
  90099: { error: 'invalid_grant', text: 'The application has not been authorized in the tenant.' },
  700003: { error: 'invalid_grant', text: 'The refresh token is of another application.' },
  700016: { error: 'unauthorized_client', text: 'The application was not found in the directory.' },
  700082: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: 'The refresh token has expired due to inactivity.',
  },
  7000218: { error: 'invalid_request', text: 'A required parameter is missing or wrong.' },
  501481: { error: 'invalid_grant', text: 'The code_verifier does not match the code_challenge.' },
};

/** What is said of an error: its OAuth name and the sentence with its number. */
export function entraError(code: number): { readonly error: string; readonly description: string } {
  const kind = kinds[code];
  if (kind === undefined) throw new RangeError(`The local world does not know AADSTS${code}.`);
  return { error: kind.error, description: `AADSTS${code}: ${kind.text}` };
}

/** The error as the token, device code and discovery endpoints answer it. */
export function entraErrorReply(code: number): Reply {
  const { error, description } = entraError(code);
  const kind = kinds[code];
  return json(400, {
    error,
    error_description: description,
    error_codes: [code],
    timestamp: new Date().toISOString(),
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
    ...(kind?.suberror === undefined ? {} : { suberror: kind.suberror }),
    ...(kind?.claims === true
      ? {
          claims: JSON.stringify({ access_token: { capolids: { essential: true, values: [randomUUID()] } } }),
        }
      : {}),
  });
}
