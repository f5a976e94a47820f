import type { AuthError, InteractionRequiredAuthError } from '@azure/msal-node';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { Refusal } from './refusal.ts';

export interface MsalContext {
  /** The sign-in host, to name in messages. */
  readonly host: string;
  /** The account that a request was for; absent while it is not known yet. */
  readonly username?: string;
  /** Whether the user was there to answer. */
  readonly interactive: boolean;
  /** Why the network or the server failed this very call, if one of them did. */
  readonly failure: Problem | undefined;
  /** When MSAL asks again after such a failure. */
  readonly quietUntil: Date;
}

/** What MSAL is told instead of `bad_token`, see MsalNetwork. */
export const refreshTokenRefused = 'refresh_token_refused';

/**
 * What an error of MSAL means. Decided by class, `errorCode` and `subError` only: Microsoft warns against branching
 * on AADSTS numbers, which are shown and nothing else. Rethrows what is not MSAL's.
 */
export function readRefusal(error: unknown, context: MsalContext): Refusal {
  if (!isAuthError(error)) throw error;
  if (context.failure) return { problem: context.failure };
  switch (error.name) {
    case 'InteractionRequiredAuthError':
      return withClaims(interaction(error, context), error);
    case 'ServerError':
      return refused(error, context);
    case 'NodeAuthError':
      return { problem: problem('sign-in-page-unopened', { reason: error.errorCode }) };
    default:
      return { problem: problem('answer-invalid', { host: context.host, reason: 'answerFault.unexpected' }) };
  }
}

/** Microsoft wants the user: what for is in `suberror` (msal-common, InteractionRequiredAuthError.ts lists them). */
function interaction(error: AuthError, { username = '', interactive }: MsalContext): Problem {
  const told = toldBy(error);
  if (error.subError === 'consent_required' || error.errorCode === 'consent_required')
    return problem('consent-missing', told);
  // Conditional Access has decided: signing in again would end the same way.
  if (error.subError === 'message_only') return problem('access-blocked', told);
  // With claims it says what is to be proven: the sign-in itself has not ended.
  const proof = error.subError === 'basic_action' || error.subError === 'additional_action';
  if (proof || (!interactive && claimsOf(error) !== undefined))
    return problem('mfa-needed', { account: username, ...told });
  return interactive
    ? problem('sign-in-refused', told)
    : problem('sign-in-needed', { account: username, code: told.code });
}

function refused(error: AuthError, context: MsalContext): Refusal {
  const { host, quietUntil, username = '', interactive } = context;
  const told = toldBy(error);
  // The error of an earlier request, told again from memory, has the numbers alone as its code.
  if (/^[\d ]*$/.test(error.errorCode))
    return { problem: problem('throttled', { host, until: quietUntil.toISOString() }) };
  switch (error.errorCode) {
    case 'invalid_grant':
      if (interactive) break;
      // AADSTS70043: that tenant wants a sign-in every few hours, and the last one is older. It serves elsewhere still.
      if (error.subError === 'token_expired')
        return { problem: problem('step-up-needed', { account: username, ...told }), doubt: 'too-old' };
      return error.subError === refreshTokenRefused
        ? { problem: problem('step-up-needed', { account: username, ...told }), doubt: 'bad-token' }
        : { problem: problem('not-invited', { account: username, ...told }), doubt: 'invalid-grant' };
    // The user declined, or may not consent; or the application is not in that tenant.
    case 'access_denied':
    case 'unauthorized_client':
      return { problem: problem('consent-missing', told) };
    case 'server_error':
    case 'temporarily_unavailable':
      return { problem: problem('server-fault', { host, status: error.errorCode }) };
    default:
  }
  return { problem: problem('sign-in-refused', told) };
}

/** Microsoft's sentence without its number and trace ids; the number as `AADSTS50020`, or the OAuth error where there is none. */
function toldBy({ errorCode, errorMessage }: AuthError): { readonly reason: string; readonly code: string } {
  const [, code = errorCode, sentence = errorMessage] =
    /(AADSTS\d+):\s*(.*?)\s*(?:Trace ID:|- Correlation ID:|[\r\n]|$)/.exec(errorMessage) ?? [];
  return { reason: (sentence === '' ? code : sentence).slice(0, 300), code };
}

function withClaims(problem: Problem, error: AuthError): Refusal {
  const claims = claimsOf(error);
  return claims === undefined ? { problem } : { problem, claims };
}

function claimsOf(error: AuthError): string | undefined {
  const { claims } = error as Partial<InteractionRequiredAuthError>;
  return claims === '' ? undefined : claims;
}

// MSAL names its errors; `instanceof` would load MSAL here and does not see its subclasses.
function isAuthError(error: unknown): error is AuthError {
  return error instanceof Error && 'errorCode' in error && 'subError' in error;
}
