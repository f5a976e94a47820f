import type { AuthenticationResult, InteractiveRequest } from '@azure/msal-node';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import { abortable } from '../system/net/abortable.ts';
import { accountOf, accountsOf, statusOf } from './accounts.ts';
import type { AccessToken, Account, Identity, StepUp, TokenRequest } from './identity.ts';
import { openMsal, type MsalClient, type MsalClientOptions } from './msal-client.ts';
import type { MsalContext } from './msal-problem.ts';
import { Refusals } from './refusals.ts';
import type { OpenPage, SignInAttempt } from './sign-in-attempt.ts';
import { SignInDesk } from './sign-in-desk.ts';
import type { SignInPages } from './sign-in-page.ts';
import { SilentTokens } from './silent-tokens.ts';

export interface MsalIdentityOptions extends MsalClientOptions {
  /** What to ask consent for at each sign-in; those of one resource may not stand among those of another. */
  readonly scopes: () => readonly string[];
  readonly openPage: OpenPage;
  /** Asked at each sign-in, so that the language is the one in force. */
  readonly pages: () => SignInPages;
  /** Told when whether an account needs a sign-in may have changed. */
  readonly changed: () => void;
  /** Runs something once, after so many milliseconds; returns how to call it off. */
  readonly schedule?: (run: () => void, milliseconds: number) => () => void;
}
type Asked = Pick<InteractiveRequest, 'scopes' | 'extraScopesToConsent' | 'prompt' | 'claims'>;

/** Sign-in and tokens by MSAL. Making one is cheap: MSAL is loaded, and the tokens are read, when first needed. */
export class MsalIdentity implements Identity {
  readonly #options: MsalIdentityOptions;
  readonly #refusals = new Refusals();
  readonly #desk: SignInDesk;
  #started: Promise<{ readonly msal: MsalClient; readonly silent: SilentTokens }> | undefined;

  constructor(options: MsalIdentityOptions) {
    this.#options = options;
    this.#desk = new SignInDesk(options.openPage, options.schedule);
  }

  async keep(keep: boolean): Promise<Result<void, Problem>> {
    return (await this.#start()).msal.keep(keep);
  }

  close(): void {
    this.cancel();
    this.#options.tokens.close();
  }

  flush(): Promise<void> {
    return this.#options.tokens.flush();
  }

  kept(): Promise<boolean> {
    return this.#options.tokens.kept();
  }

  async accounts(): Promise<readonly AccountStatus[]> {
    const { msal } = await this.#start();
    return accountsOf(await msal.profiles()).map((account) => {
      const refusal = this.#refusals.of(account, account.homeTenantId);
      const lost = msal.refreshTokens.of(account.id) === undefined;
      return statusOf(account, refusal?.problem ?? (lost ? ended(account) : undefined));
    });
  }

  async token(request: TokenRequest): Promise<Result<AccessToken, Problem>> {
    const { signal } = request;
    if (signal?.aborted) return err(problem('cancelled', {}));
    const work = this.#token(request);
    return signal ? abortable(work, signal, () => err(problem('cancelled', {}))) : work;
  }

  challenged(request: TokenRequest, refusal: Problem): void {
    const { claims } = request;
    this.#refusals.note(request, { problem: refusal, ...(claims !== undefined && { claims }) });
    this.#options.changed();
  }

  signIn(again?: Account): Promise<Result<Account, Problem>> {
    return this.#desk.take(again?.id ?? '', (attempt) => this.#signIn(attempt, again));
  }

  stepUp(wanted: StepUp): Promise<Result<void, Problem>> {
    const { account, tenantId } = wanted;
    return this.#desk.take(`${account.id} ${tenantId}`, (attempt) => this.#stepUp(attempt, wanted));
  }

  cancel(): void {
    this.#desk.stop(problem('sign-in-cancelled', {}));
  }

  async signOut(accountId: string): Promise<Result<void, Problem>> {
    const { msal } = await this.#start();
    this.#refusals.settleAll(accountId);
    return msal.forget(accountId);
  }

  async #token(request: TokenRequest): Promise<Result<AccessToken, Problem>> {
    const { silent } = await this.#start();
    const before = this.#refusals.of(request.account, request.account.homeTenantId);
    const outcome = await silent.token(request);
    if (this.#refusals.of(request.account, request.account.homeTenantId) !== before) this.#options.changed();
    return outcome;
  }

  async #signIn(attempt: SignInAttempt, again?: Account): Promise<Result<Account, Problem>> {
    const { authority, scopes } = this.#options;
    const { msal } = await this.#start();
    const before = accountsOf(await msal.profiles());
    const refusal = again && this.#refusals.of(again, again.homeTenantId);
    const answered = await this.#ask(attempt, authority, again, {
      ...consentTo(scopes()),
      ...(again ? {} : { prompt: 'select_account' }),
      ...(refusal?.claims !== undefined && { claims: refusal.claims }),
    });
    if (!answered.ok) return answered;
    const profile = answered.value.account;
    const account = profile && accountOf(profile);
    if (again && account?.id !== again.id) return err(await this.#turnAway(msal, again, account, before));
    if (account) this.#refusals.settleAll(account.id);
    else if (profile) await msal.forget(profile.homeAccountId);
    return account ? ok(account) : err(msal.invalid());
  }

  async #stepUp(attempt: SignInAttempt, wanted: StepUp): Promise<Result<void, Problem>> {
    const { account, tenantId, scopes } = wanted;
    const { msal } = await this.#start();
    const before = accountsOf(await msal.profiles());
    const refusal = this.#refusals.of(account, tenantId);
    const answered = await this.#ask(attempt, tenantId, account, {
      scopes: [...scopes],
      ...(refusal?.claims !== undefined && { claims: refusal.claims }),
    });
    if (!answered.ok) return answered;
    const got = answered.value.account && accountOf(answered.value.account);
    if (got?.id !== account.id) return err(await this.#turnAway(msal, account, got, before));
    // SECURITY: what was proven to another tenant than the one asked for counts for nothing.
    const tenant = answered.value.tenantId.toLowerCase();
    if (tenant !== tenantId) return err(problem('token-wrong-tenant', { wanted: tenantId, got: tenant }));
    this.#refusals.settleAll(account.id, tenantId);
    return ok(undefined);
  }

  /**
   * Another account signed in than the one that was asked for: signs it out again, unless it was signed in before.
   */
  async #turnAway(
    msal: MsalClient,
    wanted: Account,
    got: Account | null | undefined,
    before: readonly Account[],
  ): Promise<Problem> {
    if (got && !before.some(({ id }) => id === got.id)) await msal.forget(got.id);
    return problem('signed-in-as-another', { wanted: wanted.username, got: got?.username ?? '' });
  }

  /** Shows Microsoft's page for an authority and waits for the user. */
  async #ask(
    attempt: SignInAttempt,
    tenant: string,
    account: Account | undefined,
    asked: Asked,
  ): Promise<Result<AuthenticationResult, Problem>> {
    const { msal } = await this.#start();
    const { success, failure } = this.#options.pages();
    const about: Pick<MsalContext, 'username' | 'interactive'> = {
      interactive: true,
      ...(account && { username: account.username }),
    };
    const answered = await msal.call({ ...about, tenant }, (client, correlationId) =>
      client.acquireTokenInteractive({
        authority: `${this.#options.cloud.login}/${tenant}`,
        ...(account && { loginHint: account.username }),
        ...asked,
        openBrowser: attempt.openBrowser,
        successTemplate: success,
        errorTemplate: failure,
        correlationId,
      }),
    );
    return answered.ok ? answered : err(answered.error.problem);
  }

  #start() {
    this.#started ??= openMsal(this.#options).then((msal) => ({
      msal,
      silent: new SilentTokens(msal, this.#refusals, this.#options.cloud.login),
    }));
    return this.#started;
  }
}

/** A token is for one resource: the first. The user consents to the others at the same time. */
function consentTo(scopes: readonly string[]): Pick<Asked, 'scopes' | 'extraScopesToConsent'> {
  const resource = (scope: string | undefined) => scope?.slice(0, scope.lastIndexOf('/'));
  const first = resource(scopes[0]);
  return {
    scopes: scopes.filter((scope) => resource(scope) === first),
    extraScopesToConsent: scopes.filter((scope) => resource(scope) !== first),
  };
}

function ended({ username }: Account): Problem {
  return problem('sign-in-needed', { account: username });
}
