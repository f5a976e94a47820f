import type { Cloud } from '../../shared/cloud.ts';
import { scopeOf } from '../../shared/permissions.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings.ts';
import type { AccessToken, Account, SignIn, TokenSource } from '../identity/identity.ts';
import type { Listing } from './listing.ts';
import type { Attention, Pages, Source } from './sources/source.ts';

export interface AccountListingsParts {
  readonly accounts: Pick<SignIn, 'accounts'>;
  readonly tokens: TokenSource;
  readonly sources: readonly Source[];
  readonly settings: () => Pick<Settings, 'sources'>;
  readonly cloud: () => Cloud;
}

/** Every source that is switched on, for every account that is signed in. */
export class AccountListings {
  readonly #parts: AccountListingsParts;

  constructor(parts: AccountListingsParts) {
    this.#parts = parts;
  }

  async plan(): Promise<readonly Listing[]> {
    const accounts = await this.#parts.accounts.accounts();
    const on = this.#parts.settings().sources;
    const sources = this.#parts.sources.filter(({ id }) => on.includes(id));
    return accounts.flatMap((account) =>
      sources.map((source) => ({
        source: source.id,
        account,
        pages: (attention: Attention) => this.#pages(source, account, attention),
      })),
    );
  }

  /**
   * The source's pages, asked for with a token of the account's home tenant. A token that the API refuses, because it
   * was revoked or this computer's clock is wrong, is replaced once.
   */
  async *#pages(source: Source, account: Account, attention: Attention): Pages {
    const cloud = this.#parts.cloud();
    for (const fresh of [false, true]) {
      const token = await this.#token(source, account, cloud, attention.signal, fresh);
      if (!token.ok) {
        yield token;
        return;
      }
      let refused = false;
      for await (const page of source.list({ ...attention, account, token: token.value.value, cloud })) {
        refused = !fresh && !page.ok && page.error.kind === 'token-refused';
        if (!refused) yield page;
      }
      if (!refused) return;
    }
  }

  async #token(
    source: Source,
    account: Account,
    cloud: Cloud,
    signal: AbortSignal,
    fresh: boolean,
  ): Promise<Result<AccessToken, Problem>> {
    const tenantId = account.homeTenantId;
    const scopes = [scopeOf(source.id, cloud)];
    const token = await this.#parts.tokens.token({ account, tenantId, scopes, signal, fresh });
    // SECURITY: a token for another tenant would list that tenant's view; TokenSource promises this, and here it counts.
    return token.ok && token.value.tenantId !== tenantId
      ? err(problem('token-wrong-tenant', { wanted: tenantId, got: token.value.tenantId }))
      : token;
  }
}
