import { ok, type Result } from '#shared/problems/result.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { AccessToken, TokenRequest, TokenSource } from '../identity/identity.ts';
import { claimsOfToken } from './token-claims.ts';

/** In milliseconds. A token that ends sooner could end on its way, and is replaced. */
const margin = 5 * 60_000;

interface Kept {
  readonly token: AccessToken;
  /** Milliseconds since the epoch. */
  readonly ends: number;
}

/** Tokens for many tenants; a new one is asked for when the last one ends. SECURITY: in memory only, until `forget`. */
export class PassingTokens implements TokenSource {
  readonly #tokens: TokenSource;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(tokens: TokenSource, now: () => number) {
    this.#tokens = tokens;
    this.#now = now;
  }

  async token(request: TokenRequest): Promise<Result<AccessToken, Problem>> {
    const key = [request.account.id, request.tenantId, ...request.scopes].join(' ');
    const kept = this.#kept.get(key);
    if (kept !== undefined && request.fresh !== true && kept.ends - margin > this.#now())
      return ok(kept.token);
    this.#kept.delete(key);
    const token = await this.#tokens.token({ ...request, passing: true });
    const exp = token.ok ? claimsOfToken(token.value.value)['exp'] : undefined;
    // An aborted request means that tokens were to be forgotten: keep none.
    if (token.ok && typeof exp === 'number' && request.signal?.aborted !== true)
      this.#kept.set(key, { token: token.value, ends: exp * 1_000 });
    return token;
  }

  challenged(request: TokenRequest, refusal: Problem): void {
    this.#tokens.challenged(request, refusal);
  }

  /** Forgets every token. */
  forget(): void {
    this.#kept.clear();
  }
}
