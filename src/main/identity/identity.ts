import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

/** A person who is signed in, however many tenants they reach. */
export type Account = Pick<AccountStatus, 'id' | 'username' | 'homeTenantId'>;

export interface TokenRequest {
  readonly account: Account;
  /** The tenant the token must be for: the home tenant or a customer's. */
  readonly tenantId: TenantId;
  readonly scopes: readonly string[];
  readonly signal?: AbortSignal;
  /** Ask for a new one: the API has refused the one in memory. */
  readonly fresh?: boolean;
  /** The caller uses the token once, or keeps it: nothing of that tenant stays in memory here. */
  readonly passing?: boolean;
  /** What an API wants proven of its caller (an OpenID claims request): the token is asked for with that. */
  readonly claims?: string;
  /** Told when Microsoft asks to wait before it gives tokens: until when. */
  readonly onWait?: (until: Date) => void;
}

export interface AccessToken {
  /** SECURITY: for a header only; never logged, never sent to a window. */
  readonly value: string;
  readonly tenantId: TenantId;
}

/** A customer's tenant that wants to see the user itself: for more proof, or for proof of its own. */
export type StepUp = Pick<TokenRequest, 'account' | 'tenantId' | 'scopes'>;

export interface TokenSource {
  /**
   * A token for exactly the tenant asked for, without asking the user anything. Errors of the account:
   * `sign-in-needed`, `home-refused`. Errors of that tenant, which say nothing of others: `step-up-needed`, `mfa-needed`,
   * `access-blocked`, `consent-missing`, `not-invited`, `sign-in-refused`, `token-wrong-tenant`. Also `cancelled`,
   * and those of the network.
   */
  token(request: TokenRequest): Promise<Result<AccessToken, Problem>>;
  /** Call it when an API refuses even a token with its `claims`: the user has to prove them at the next sign-in. */
  challenged(request: TokenRequest, refusal: Problem): void;
}

export interface SignIn {
  accounts(): Promise<readonly AccountStatus[]>;
  /**
   * Shows Microsoft's page in the system's browser and waits for the user. There is one sign-in at a time: while one
   * waits, asking again gives the same outcome. With an account its name is filled in, and nobody else may come
   * in by it: `signed-in-as-another`. Other errors: `sign-in-cancelled`, `sign-in-timed-out`,
   * `sign-in-page-unopened`, `consent-missing`, `access-blocked`, `sign-in-refused`, `sign-in-unconfigured` and the
   * like, and those of the network.
   */
  signIn(again?: Account): Promise<Result<Account, Problem>>;
  /**
   * As `signIn`, at one customer's tenant and for what that tenant last asked for. Errors: as there, and
   * `signed-in-as-another`, `token-wrong-tenant`.
   */
  stepUp(wanted: StepUp): Promise<Result<void, Problem>>;
  /** Ends a sign-in that waits for the user; one whose answer has arrived already stands. */
  cancel(): void;
  /** Forgets the account and its tokens, on disk too. Error: `storage-unwritable`. */
  signOut(accountId: string): Promise<Result<void, Problem>>;
}

export interface Identity extends TokenSource, SignIn {
  /** Whether sign-ins survive a restart. */
  kept(): Promise<boolean>;
  /** Follows the setting `persistTokens`; who is signed in stays so. Errors: those of keeping tokens. */
  keep(keep: boolean): Promise<Result<void, Problem>>;
  /** Ends what waits for the user, and writes nothing any more: another identity takes over. */
  close(): void;
  /** Settles when nothing is left to write. */
  flush(): Promise<void>;
}
