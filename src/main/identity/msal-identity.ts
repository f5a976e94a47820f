import { randomUUID } from 'node:crypto';
import type { AuthenticationResult, PublicClientApplication } from '@azure/msal-node';
import type { Cloud } from '../../shared/cloud.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { abortable } from '../net/abortable.ts';
import type { HttpClient } from '../net/http-client.ts';
import { accountOf, accountsOf, statusOf } from './accounts.ts';
import type { AccessToken, Account, Identity, TokenRequest } from './identity.ts';
import { MsalNetwork } from './msal-network.ts';
import { msalProblem } from './msal-problem.ts';
import { RefreshTokens } from './refresh-tokens.ts';
import { SignInAttempt, type OpenPage } from './sign-in-attempt.ts';
import type { SignInPages } from './sign-in-page.ts';
import type { TokenFile } from './token-file.ts';

export interface MsalIdentityOptions {
  readonly clientId: string;
  /** As `parseAuthority` gives it. */
  readonly authority: string;
  readonly cloud: Cloud;
  /** What to ask consent for at each sign-in; those of one resource may not stand among those of another. */
  readonly scopes: () => readonly string[];
  readonly http: HttpClient;
  readonly tokens: TokenFile;
  readonly openPage: OpenPage;
  /** Asked at each sign-in, so that the language is the one in force. */
  readonly pages: () => SignInPages;
  /** Told what went wrong with keeping the tokens: the sign-in itself works all the same. */
  readonly report: (trouble: Problem) => void;
  /** Runs something once, after so many milliseconds; returns how to call it off. */
  readonly schedule?: (run: () => void, milliseconds: number) => () => void;
}

const minutesToSignIn = 5;

/**
 * Sign-in and tokens by MSAL. Making one is cheap: MSAL is loaded, and the tokens are read, when first needed.
 *
 * MSAL gets no cache plug-in: with one it empties its memory and reads everything again before each silent request,
 * which loses a sign-in that ends at that moment. Its memory is filled once and saved after each change instead.
 */
export class MsalIdentity implements Identity {
  readonly #options: MsalIdentityOptions;
  readonly #host: string;
  #started: Promise<{ client: PublicClientApplication; network: MsalNetwork }> | undefined;
  #attempt:
    { readonly stoppable: SignInAttempt; readonly outcome: Promise<Result<Account, Problem>> } | undefined;

  constructor(options: MsalIdentityOptions) {
    this.#options = options;
    this.#host = new URL(options.cloud.login).hostname;
  }

  async keep(keep: boolean): Promise<Result<void, Problem>> {
    const { client } = await this.#start();
    return this.#options.tokens.setKeep(keep, client.getTokenCache().serialize());
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
    const { client } = await this.#start();
    const refreshTokens = new RefreshTokens(client.getTokenCache());
    return accountsOf(await client.getAllAccounts()).map((account) =>
      statusOf(
        account,
        refreshTokens.has(account.id) ? undefined : problem('sign-in-needed', { account: account.username }),
      ),
    );
  }

  token(request: TokenRequest): Promise<Result<AccessToken, Problem>> {
    const { signal } = request;
    const work = this.#token(request);
    return signal ? abortable(work, signal, () => err(problem('cancelled', {}))) : work;
  }

  signIn(again?: Account): Promise<Result<Account, Problem>> {
    if (!this.#attempt) {
      const stoppable = new SignInAttempt(this.#options.openPage);
      const outcome = this.#signIn(stoppable, again).finally(() => (this.#attempt = undefined));
      this.#attempt = { stoppable, outcome };
    }
    return this.#attempt.outcome;
  }

  cancel(): void {
    this.#attempt?.stoppable.stop(problem('sign-in-cancelled', {}));
  }

  async signOut(accountId: string): Promise<Result<void, Problem>> {
    const { client } = await this.#start();
    const profiles = await client.getAllAccounts();
    for (const account of profiles.filter((profile) => profile.homeAccountId === accountId)) {
      await client.signOut({ account });
    }
    return this.#options.tokens.save(client.getTokenCache().serialize());
  }

  async #token(request: TokenRequest): Promise<Result<AccessToken, Problem>> {
    const { account, tenantId, scopes, signal, fresh = false } = request;
    if (signal?.aborted) return err(problem('cancelled', {}));
    const { client } = await this.#start();
    const profiles = (await client.getAllAccounts()).filter(
      (profile) => profile.homeAccountId === account.id,
    );
    const profile = profiles.find((each) => each.tenantId === tenantId) ?? profiles[0];
    if (!profile) return err(problem('sign-in-needed', { account: account.username }));
    const result = await this.#call(account.username, (correlationId) =>
      client.acquireTokenSilent({
        // The tenant goes into the account as well: MSAL looks the token up by it and ignores the authority's.
        account: { ...profile, tenantId },
        authority: `${this.#options.cloud.login}/${tenantId}`,
        scopes: [...scopes],
        forceRefresh: fresh,
        correlationId,
      }),
    );
    if (!result.ok) return result;
    // SECURITY: a token for another tenant, whatever the cause, is never used.
    const got = result.value.tenantId.toLowerCase();
    if (got !== tenantId) return err(problem('token-wrong-tenant', { wanted: tenantId, got }));
    const value = result.value.accessToken;
    return value === '' ? err(this.#invalid('no access token')) : ok({ value, tenantId });
  }

  async #signIn(attempt: SignInAttempt, again?: Account): Promise<Result<Account, Problem>> {
    const { authority, cloud, scopes, pages, schedule = timer } = this.#options;
    const timedOut = problem('sign-in-timed-out', { minutes: String(minutesToSignIn) });
    const callOff = schedule(() => attempt.stop(timedOut), minutesToSignIn * 60_000);
    try {
      const { client } = await this.#start();
      const { success, failure } = pages();
      const result = await this.#call(undefined, (correlationId) =>
        client.acquireTokenInteractive({
          authority: `${cloud.login}/${authority}`,
          ...consentTo(scopes()),
          ...(again ? { loginHint: again.username } : { prompt: 'select_account' }),
          openBrowser: attempt.openBrowser,
          successTemplate: success,
          errorTemplate: failure,
          correlationId,
        }),
      );
      if (!result.ok) return attempt.problem ? err(attempt.problem) : result;
      const account = result.value.account && accountOf(result.value.account);
      return account ? ok(account) : err(this.#invalid('no account'));
    } catch (error) {
      if (attempt.problem) return err(attempt.problem);
      // MSAL's loopback server, which Microsoft's page answers to, could not be started.
      if (error instanceof Error && 'syscall' in error) {
        return err(problem('sign-in-page-unopened', { reason: error.message }));
      }
      throw error;
    } finally {
      callOff();
    }
  }

  /** One call of MSAL: its errors as problems, and what it changed in its memory saved. */
  async #call(
    username: string | undefined,
    call: (correlationId: string) => Promise<AuthenticationResult>,
  ): Promise<Result<AuthenticationResult, Problem>> {
    const { client, network } = await this.#start();
    const correlationId = randomUUID();
    try {
      return ok(await call(correlationId));
    } catch (error) {
      const failure = network.takeFailure(correlationId);
      const { quietUntil } = network;
      const who = username === undefined ? {} : { username };
      return err(msalProblem(error, { host: this.#host, failure, quietUntil, ...who }));
    } finally {
      network.takeFailure(correlationId);
      await this.#save(client);
    }
  }

  async #save(client: PublicClientApplication): Promise<void> {
    const cache = client.getTokenCache();
    if (!cache.hasChanged()) return;
    const saved = await this.#options.tokens.save(cache.serialize());
    if (!saved.ok) this.#options.report(saved.error);
  }

  #invalid(reason: string): Problem {
    return problem('answer-invalid', { host: this.#host, reason });
  }

  #start() {
    this.#started ??= this.#load();
    return this.#started;
  }

  async #load() {
    const { authority, clientId, cloud, http, report, tokens } = this.#options;
    const [msal, saved] = await Promise.all([import('@azure/msal-node'), tokens.load()]);
    const network = new MsalNetwork(msal, http);
    const client = new msal.PublicClientApplication({
      auth: { clientId, authority: `${cloud.login}/${authority}` },
      system: {
        networkClient: network,
        // SECURITY: nothing personal in a log, and no log at all but our own.
        loggerOptions: { piiLoggingEnabled: false, loggerCallback: () => undefined },
      },
    });
    try {
      if (!saved.ok) report(saved.error);
      else if (saved.value !== undefined) client.getTokenCache().deserialize(saved.value);
    } catch {
      report(problem('tokens-unreadable', {}));
    }
    return { client, network };
  }
}

/** A token is for one resource: the first. The user consents to the others at the same time. */
function consentTo(scopes: readonly string[]): { scopes: string[]; extraScopesToConsent: string[] } {
  const resource = (scope: string | undefined) => scope?.slice(0, scope.lastIndexOf('/'));
  const first = resource(scopes[0]);
  return {
    scopes: scopes.filter((scope) => resource(scope) === first),
    extraScopesToConsent: scopes.filter((scope) => resource(scope) !== first),
  };
}

function timer(run: () => void, milliseconds: number): () => void {
  const timeout = setTimeout(run, milliseconds);
  return () => clearTimeout(timeout);
}
