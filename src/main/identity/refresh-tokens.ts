import type { TokenCache } from '@azure/msal-node';

/**
 * The refresh tokens in MSAL's memory. An account has one, and it serves every tenant the account reaches: without it
 * nothing can be had for any of them but what is in memory already.
 */
export class RefreshTokens {
  readonly #cache: Pick<TokenCache, 'getKVStore'>;

  constructor(cache: Pick<TokenCache, 'getKVStore'>) {
    this.#cache = cache;
  }

  has(accountId: string): boolean {
    return this.#keysOf(accountId).length > 0;
  }

  #keysOf(accountId: string): readonly string[] {
    return Object.entries(this.#cache.getKVStore()).flatMap(([key, entry]) =>
      typeof entry === 'object' &&
      'credentialType' in entry &&
      entry.credentialType === 'RefreshToken' &&
      entry.homeAccountId === accountId
        ? [key]
        : [],
    );
  }
}
