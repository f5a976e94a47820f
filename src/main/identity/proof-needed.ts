import { problem, type Problem } from '#shared/problems/problem.ts';
import type { TokenRequest, TokenSource } from './identity.ts';

/** The claims of an API's challenge, for the next request for a token. */
export function claimsIn(refusal: Problem): Pick<TokenRequest, 'claims'> {
  const { claims } = refusal.kind === 'proof-needed' ? refusal.values : {};
  return claims === undefined ? {} : { claims };
}

/**
 * An API's last word against a token, as it is shown: the next sign-in proves what it asks for. SECURITY: without the
 * claims, which are for the sign-in alone.
 */
export function refusedFor(
  refusal: Problem,
  request: TokenRequest,
  tokens: Pick<TokenSource, 'challenged'>,
): Problem {
  if (refusal.kind !== 'proof-needed') return refusal;
  const shown = problem('proof-needed', { host: refusal.values.host });
  tokens.challenged({ ...request, ...claimsIn(refusal) }, shown);
  return shown;
}
