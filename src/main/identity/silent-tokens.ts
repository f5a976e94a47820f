import type { AuthenticationResult } from '@azure/msal-node';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { AccessToken, Account, TokenRequest } from './identity.ts';
import type { MsalClient } from './msal-client.ts';
import type { Refusal } from './refusal.ts';
import type { Refusals } from './refusals.ts';

/**
 * A refresh token that worked less than so many milliseconds ago counts as good, because many customers are asked in
 * a row.
 */
const goodFor = 30_000;
/** The least that can be asked for: nobody has to consent to it. */
const leastScope = ['openid'];

/**
 * Tokens without asking the user, each for exactly one tenant.
 *
 * An account has one refresh token for all tenants it reaches. When one customer does not take it, only the account's
 * home tenant knows whether the account's sign-in has ended: so that is asked before the other customers lose theirs.
 */
export class SilentTokens {
  readonly #msal: MsalClient;
  readonly #refusals: Refusals;
  readonly #login: string;
  /** When each account's refresh token was last taken, by the clock of this computer. */
  readonly #good = new Map<string, number>();
  readonly #verdicts = new Map<string, Promise<boolean>>();

  /** `login`: the cloud's sign-in origin. */
  constructor(msal: MsalClient, refusals: Refusals, login: string) {
    this.#msal = msal;
    this.#refusals = refusals;
    this.#login = login;
  }

  async token(request: TokenRequest): Promise<Result<AccessToken, Problem>> {
    const { tenantId } = request;
    const asked = await this.#ask(request);
    const settled = asked.ok ? asked : err(await this.#settle(request, asked.error));
    if (!settled.ok) {
      const { claims } = request;
      // What an API wants proven is not proven yet, whether or not the refusal repeats it.
      this.#refusals.note(request, { ...(claims !== undefined && { claims }), ...settled.error });
      return err(settled.error.problem);
    }
    const { accessToken: value, tenantId: got } = settled.value;
    // SECURITY: a token for another tenant, whatever the cause, is never used.
    if (got.toLowerCase() !== tenantId)
      return err(problem('token-wrong-tenant', { wanted: tenantId, got: got.toLowerCase() }));
    if (value === '') return err(this.#msal.invalid());
    this.#refusals.settle(request);
    return ok({ value, tenantId });
  }

  async #ask(request: TokenRequest): Promise<Result<AuthenticationResult, Refusal>> {
    const { account, claims, fresh = false, onWait, passing = false, scopes, tenantId } = request;
    const ended = { problem: problem('sign-in-needed', { account: account.username }) };
    const secret = this.#msal.refreshTokens.of(account.id);
    const profiles = await this.#msal.profiles(account.id);
    const profile = profiles.find((each) => each.tenantId === tenantId) ?? profiles[0];
    if (!profile) return err(ended);
    const about = {
      username: account.username,
      interactive: false,
      tenant: tenantId,
      onWait,
      // At home MSAL keeps what the account itself is known by.
      ...(passing && tenantId !== account.homeTenantId && { forget: { accountId: account.id, tenantId } }),
    };
    const result = await this.#msal.call(about, (client, correlationId) =>
      client.acquireTokenSilent({
        // The tenant goes into the account as well: MSAL looks the token up by it and ignores the authority's.
        account: { ...profile, tenantId },
        authority: `${this.#login}/${tenantId}`,
        scopes: [...scopes],
        forceRefresh: fresh,
        ...(claims !== undefined && { claims }),
        correlationId,
      }),
    );
    if (result.ok && !result.value.fromCache) this.#good.set(account.id, performance.now());
    // The account has no refresh token: the reason was noted when it lost it.
    if (!result.ok && secret === undefined)
      return err(this.#refusals.of(account, account.homeTenantId) ?? result.error);
    const atHome = tenantId === account.homeTenantId;
    if (!result.ok && result.error.doubt === 'bad-token' && atHome && secret !== undefined)
      await this.#msal.dropRefreshToken(account.id, secret);
    return result;
  }

  /**
   * Tells whose refusal it is: the account's sign-in has ended when the home tenant refuses its refresh token too.
   */
  async #settle({ account, tenantId }: TokenRequest, refusal: Refusal): Promise<Refusal> {
    if (refusal.doubt === undefined) return refusal;
    const atHome = tenantId === account.homeTenantId;
    // The account is not invited there, or the application is not let in: no home tenant says that of a
    // refresh token.
    if (atHome && refusal.doubt === 'invalid-grant') return homeRefusal(refusal);
    const ended = atHome || !(await this.#isGood(account));
    if (!ended) return refusal;
    const { code } = refusal.problem.values as { readonly code: string };
    return { problem: problem('sign-in-needed', { account: account.username, code }) };
  }

  /** Whether the account's refresh token works at home. Nothing that goes wrong on the way counts against it. */
  #isGood(account: Account): Promise<boolean> {
    if (performance.now() - (this.#good.get(account.id) ?? -Infinity) < goodFor) return Promise.resolve(true);
    const running = this.#verdicts.get(account.id) ?? this.#askHome(account);
    this.#verdicts.set(account.id, running);
    return running;
  }

  async #askHome(account: Account): Promise<boolean> {
    try {
      const request = { account, tenantId: account.homeTenantId, scopes: leastScope, fresh: true };
      const asked = await this.#ask(request);
      if (asked.ok) {
        this.#refusals.settle(request);
        return true;
      }
      const refusal = await this.#settle(request, asked.error);
      this.#refusals.note(request, refusal);
      return refusal.problem.kind !== 'sign-in-needed';
    } finally {
      this.#verdicts.delete(account.id);
    }
  }
}

function homeRefusal({ problem: told }: Refusal): Refusal {
  return told.kind === 'not-invited' ? { problem: problem('home-refused', told.values) } : { problem: told };
}
