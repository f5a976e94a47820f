import type { Cloud } from '#shared/settings/cloud.ts';
import { permissions, scopeOf } from '#shared/settings/permissions.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, type Result } from '#shared/problems/result.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { claimsIn, refusedFor } from '../../identity/proof-needed.ts';
import type { AccessToken, Account, SignIn, TokenRequest, TokenSource } from '../../identity/identity.ts';
import type { Listing } from '../sources/listing.ts';
import type { Attention, Pages, Source } from '../sources/source.ts';

export interface AccountListingsOptions {
  readonly accounts: Pick<SignIn, 'accounts'>;
  readonly tokens: TokenSource;
  readonly sources: readonly Source[];
  readonly settings: () => Pick<Settings, 'sources'>;
  readonly cloud: () => Cloud;
}

/** Every source that is switched on, for every account that is signed in. */
export class AccountListings {
  readonly #options: AccountListingsOptions;

  constructor(options: AccountListingsOptions) {
    this.#options = options;
  }

  async plan(): Promise<readonly Listing[]> {
    const accounts = await this.#options.accounts.accounts();
    const on = this.#options.settings().sources;
    const sources = this.#options.sources.filter(({ id }) => on.includes(id));
    return accounts.flatMap((account) =>
      sources.map((source) => ({
        source: source.id,
        account,
        host: new URL(this.#options.cloud()[permissions[source.id].api]).hostname,
        pages: (attention: Attention) => this.#pages(source, account, attention),
      })),
    );
  }

  /**
   * The source's pages, asked for with a token of the account's home tenant. A token that the API refuses is replaced
   * once: it was revoked, this computer's clock is wrong, or the API wants more proven than it holds.
   */
  async *#pages(source: Source, account: Account, attention: Attention): Pages {
    const cloud = this.#options.cloud();
    const { signal, onWait } = attention;
    const scopes = [scopeOf(source.id, cloud)];
    let request: TokenRequest = {
      account,
      tenantId: account.homeTenantId,
      scopes,
      signal,
      onWait,
      fresh: false,
    };
    for (const last of [false, true]) {
      const token = await this.#token(request);
      if (!token.ok) {
        yield token;
        return;
      }
      let refusal: Problem | undefined;
      for await (const page of source.list({ ...attention, account, token: token.value.value, cloud })) {
        refusal = page.ok || !mendedByToken.has(page.error.kind) ? undefined : page.error;
        if (refusal === undefined) yield page;
      }
      if (refusal === undefined) return;
      request = { ...request, fresh: true, ...claimsIn(refusal) };
      if (last) yield err(refusedFor(refusal, request, this.#options.tokens));
    }
  }

  async #token(request: TokenRequest): Promise<Result<AccessToken, Problem>> {
    const token = await this.#options.tokens.token(request);
    const { tenantId } = request;
    // SECURITY: a token for another tenant would list that tenant's view; TokenSource promises this, and here it counts.
    return token.ok && token.value.tenantId !== tenantId
      ? err(problem('token-wrong-tenant', { wanted: tenantId, got: token.value.tenantId }))
      : token;
  }
}

const mendedByToken: ReadonlySet<Problem['kind']> = new Set(['token-refused', 'proof-needed']);
