import { randomUUID } from 'node:crypto';
import type {
  AccountInfo,
  AuthenticationResult,
  PublicClientApplication,
  TokenCache,
} from '@azure/msal-node';
import type { Cloud } from '#shared/settings/cloud.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { HttpClient } from '../system/net/http-client.ts';
import { MsalNetwork } from './msal-network.ts';
import { readRefusal, type MsalContext } from './msal-problem.ts';
import { RefreshTokens } from './refresh-tokens.ts';
import type { Refusal } from './refusal.ts';
import type { TokenFile } from './token-file.ts';

export interface MsalClientOptions {
  readonly clientId: string;
  /** As `parseAuthority` gives it. */
  readonly authority: string;
  readonly cloud: Cloud;
  readonly http: HttpClient;
  readonly tokens: TokenFile;
  /** Told what went wrong with keeping the tokens: the sign-in itself works all the same. */
  readonly report: (trouble: Problem) => void;
  /** Told that they were kept. */
  readonly saved: () => void;
}

/** Loads MSAL, and fills its memory from the file. */
export async function openMsal(options: MsalClientOptions): Promise<MsalClient> {
  const { authority, clientId, cloud, http, report, tokens } = options;
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
  return new MsalClient(client, network, options);
}

/**
 * MSAL: its errors as refusals, and what it changed in its memory saved.
 *
 * It gets no cache plug-in: with one it empties its memory and reads everything again before each silent request,
 * which loses a sign-in that ends at that moment. Its memory is filled once and saved after each change instead.
 */
export class MsalClient {
  readonly refreshTokens: RefreshTokens;
  readonly #client: PublicClientApplication;
  readonly #network: MsalNetwork;
  readonly #options: MsalClientOptions;
  readonly #host: string;

  constructor(client: PublicClientApplication, network: MsalNetwork, options: MsalClientOptions) {
    this.#client = client;
    this.#network = network;
    this.#options = options;
    this.#host = new URL(options.cloud.login).hostname;
    this.refreshTokens = new RefreshTokens(client.getTokenCache());
  }

  /** All there are, or those of one account: MSAL has one for each tenant that the account has a token for. */
  async profiles(accountId?: string): Promise<readonly AccountInfo[]> {
    const profiles = await this.#client.getAllAccounts();
    return profiles.filter(({ homeAccountId }) => accountId === undefined || homeAccountId === accountId);
  }

  /** `tenant` is the part of the authority that the call asks; of the one to `forget` nothing is kept. */
  async call(
    {
      forget,
      tenant,
      onWait,
      ...about
    }: Pick<MsalContext, 'username' | 'interactive'> & {
      readonly tenant: string;
      readonly onWait?: ((until: Date) => void) | undefined;
      readonly forget?: { readonly accountId: string; readonly tenantId: TenantId };
    },
    ask: (client: PublicClientApplication, correlationId: string) => Promise<AuthenticationResult>,
  ): Promise<Result<AuthenticationResult, Refusal>> {
    const correlationId = randomUUID();
    if (onWait) this.#network.tellWaits(correlationId, onWait);
    try {
      return ok(await ask(this.#client, correlationId));
    } catch (error) {
      const failure = this.#network.takeFailure(correlationId);
      const quietUntil = this.#network.quietUntil(tenant);
      return err(readRefusal(error, { ...about, host: this.#host, failure, quietUntil }));
    } finally {
      this.#network.forget(correlationId);
      const cache = this.#client.getTokenCache();
      if (forget) forgetTenant(cache, forget.accountId, forget.tenantId);
      // What is left then is a newer refresh token beside one that still serves: the next call saves it.
      else if (cache.hasChanged()) await this.#save();
    }
  }

  /** Forgets an account and all its tokens. Error: `storage-unwritable`. */
  async forget(accountId: string): Promise<Result<void, Problem>> {
    for (const account of await this.profiles(accountId)) await this.#client.signOut({ account });
    return this.#options.tokens.save(this.#client.getTokenCache().serialize());
  }

  keep(keep: boolean): Promise<Result<void, Problem>> {
    return this.#options.tokens.setKeep(keep, this.#client.getTokenCache().serialize());
  }

  /** Forgets a refresh token that Microsoft does not take any more, also over a restart. */
  async dropRefreshToken(accountId: string, secret: string): Promise<void> {
    this.refreshTokens.drop(accountId, secret);
    await this.#save();
  }

  /** What cannot be saved is reported: it holds until the end. */
  async #save(): Promise<void> {
    const saved = await this.#options.tokens.save(this.#client.getTokenCache().serialize());
    if (saved.ok) this.#options.saved();
    else this.#options.report(saved.error);
  }

  /** The problem of an answer that MSAL accepted and that is of no use. */
  invalid(): Problem {
    return problem('answer-invalid', { host: this.#host, reason: 'answerFault.unexpected' });
  }
}

/**
 * Takes from MSAL's memory what it keeps of one tenant of an account: its tokens and its profile, not the account and not the
 * refresh token, which serves every tenant. MSAL goes through all it keeps at each question, for each thing that it keeps:
 * with 500 tenants every token took a quarter of a second of the main thread.
 */
function forgetTenant(cache: Pick<TokenCache, 'getKVStore'>, accountId: string, tenantId: TenantId): void {
  const store = cache.getKVStore();
  for (const [key, entry] of Object.entries(store)) {
    if (typeof entry !== 'object' || !('homeAccountId' in entry) || entry.homeAccountId !== accountId)
      continue;
    // An old cache has accounts without profiles.
    if ('tenantProfiles' in entry && Array.isArray(entry.tenantProfiles))
      entry.tenantProfiles = entry.tenantProfiles.filter((profile) => profile.tenantId !== tenantId);
    else if ('realm' in entry && entry.realm === tenantId) delete store[key];
  }
}
