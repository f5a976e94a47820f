import type { AuthError } from '@azure/msal-node';
import { problem, type Problem } from '../../shared/problem.ts';

export interface MsalContext {
  /** The sign-in host, to name in messages. */
  readonly host: string;
  /** Who a silent request was for; absent for an interactive sign-in. */
  readonly username?: string;
  /** Why the network or the server failed this very call, if one of them did. */
  readonly failure: Problem | undefined;
  /** When MSAL asks again after such a failure. */
  readonly quietUntil: Date;
}

/**
 * What an error of MSAL means. Decided by class, `errorCode` and `subError` only: Microsoft warns against branching
 * on AADSTS numbers, which are shown and nothing else. Rethrows what is not MSAL's.
 */
export function msalProblem(error: unknown, context: MsalContext): Problem {
  if (!isAuthError(error)) throw error;
  if (context.failure) return context.failure;
  const { host, username } = context;
  const { errorCode, subError } = error;
  switch (error.name) {
    case 'InteractionRequiredAuthError':
      // `message_only` is a refusal (Conditional Access): signing in again would end the same way.
      return username === undefined || subError === 'message_only'
        ? refused(error)
        : problem('sign-in-needed', { account: username });
    case 'ServerError':
      // The error of an earlier request, told again from memory, has the numbers alone as its code.
      return /^[\d ]*$/.test(errorCode)
        ? problem('throttled', { host, until: context.quietUntil.toISOString() })
        : refused(error);
    case 'NodeAuthError':
      return problem('sign-in-page-unopened', { reason: errorCode });
    default:
      return problem('answer-invalid', { host, reason: errorCode });
  }
}

/** Microsoft's sentence without its number and trace ids, and the number, or the OAuth code where there is none. */
function refused(error: AuthError): Problem {
  const [, number, sentence] =
    /AADSTS(\d+):\s*(.*?)\s*(?:Trace ID:|- Correlation ID:|[\r\n]|$)/.exec(error.errorMessage) ?? [];
  const reason = sentence ?? error.errorMessage;
  return problem('sign-in-refused', { reason: reason.slice(0, 300), code: number ?? error.errorCode });
}

// MSAL names its errors; `instanceof` would load MSAL here and does not see its subclasses.
function isAuthError(error: unknown): error is AuthError {
  return error instanceof Error && 'errorCode' in error && 'subError' in error;
}
