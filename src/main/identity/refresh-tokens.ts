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

  /** SECURITY: a secret, for comparison only. Nothing when the account has none. */
  of(accountId: string): string | undefined {
    return this.#entries(accountId)[0]?.secret;
  }

  /** Forgets the account's, unless another one has come meanwhile. */
  drop(accountId: string, secret: string): void {
    const store = this.#cache.getKVStore();
    for (const entry of this.#entries(accountId)) if (entry.secret === secret) delete store[entry.key];
  }

  #entries(accountId: string): readonly { readonly key: string; readonly secret: string }[] {
    return Object.entries(this.#cache.getKVStore()).flatMap(([key, entry]) =>
      typeof entry === 'object' &&
      'credentialType' in entry &&
      entry.credentialType === 'RefreshToken' &&
      entry.homeAccountId === accountId
        ? [{ key, secret: entry.secret }]
        : [],
    );
  }
}
