import type { Problem } from '#shared/problems/problem.ts';

/** Why there is no token, and what a sign-in that is to settle it needs. */
export interface Refusal {
  readonly problem: Problem;
  /** What Microsoft wants proven (an OpenID claims request), to be sent along with the sign-in as it is. */
  readonly claims?: string;
  /**
   * Microsoft does not take the refresh token here. Whether the account's sign-in has ended or only this tenant
   * refuses it, the answer does not tell. `bad-token`: it says so of the token; `too-old`: the sign-in is older than
   * this tenant takes it; `invalid-grant`: it says nothing more.
   */
  readonly doubt?: 'bad-token' | 'too-old' | 'invalid-grant';
}
