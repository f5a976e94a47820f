import type { Problem } from '#shared/problems/problem.ts';
import { ok, type Result } from '#shared/problems/result.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import type { AccessToken, Account, Identity, StepUp, TokenRequest } from './identity.ts';

/** The settings that make it another identity. Whether sign-ins are kept is not among them: nobody is signed out by it. */
const registration = ['clientId', 'authority', 'cloud'] as const satisfies (keyof Settings)[];

/** The identity for the settings in force: another one takes its place when they change. */
export class CurrentIdentity implements Identity {
  readonly #create: (settings: Settings) => Identity;
  #settings: Settings;
  #identity: Identity;

  constructor(settings: Settings, create: (settings: Settings) => Identity) {
    this.#create = create;
    this.#settings = settings;
    this.#identity = create(settings);
  }

  /** Follows changed settings. Settles when it can be asked again who is signed in, and whether that is kept. */
  async follow(settings: Settings): Promise<Result<void, Problem>> {
    const before = this.#settings;
    this.#settings = settings;
    if (!registration.every((name) => settings[name] === before[name])) {
      this.#identity.close();
      this.#identity = this.#create(settings);
      return ok(undefined);
    }
    return settings.persistTokens === before.persistTokens
      ? ok(undefined)
      : this.keep(settings.persistTokens);
  }

  keep(keep: boolean): Promise<Result<void, Problem>> {
    return this.#identity.keep(keep);
  }

  close(): void {
    this.#identity.close();
  }

  accounts(): Promise<readonly AccountStatus[]> {
    return this.#identity.accounts();
  }

  signIn(again?: Account): Promise<Result<Account, Problem>> {
    return this.#identity.signIn(again);
  }

  stepUp(wanted: StepUp): Promise<Result<void, Problem>> {
    return this.#identity.stepUp(wanted);
  }

  cancel(): void {
    this.#identity.cancel();
  }

  signOut(accountId: string): Promise<Result<void, Problem>> {
    return this.#identity.signOut(accountId);
  }

  token(request: TokenRequest): Promise<Result<AccessToken, Problem>> {
    return this.#identity.token(request);
  }

  challenged(request: TokenRequest, refusal: Problem): void {
    this.#identity.challenged(request, refusal);
  }

  flush(): Promise<void> {
    return this.#identity.flush();
  }

  kept(): Promise<boolean> {
    return this.#identity.kept();
  }
}
