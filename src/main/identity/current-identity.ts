import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings.ts';
import type { AccessToken, Account, Identity, TokenRequest } from './identity.ts';

/** The settings that an identity is made from. */
const registration = [
  'clientId',
  'authority',
  'cloud',
  'persistTokens',
] as const satisfies (keyof Settings)[];

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

  /** Tells whether another identity took over; a sign-in that waits at the old one ends then. */
  follow(settings: Settings): boolean {
    const same = registration.every((name) => settings[name] === this.#settings[name]);
    this.#settings = settings;
    if (same) return false;
    this.#identity.cancel();
    this.#identity = this.#create(settings);
    return true;
  }

  accounts(): Promise<readonly Account[]> {
    return this.#identity.accounts();
  }

  signIn(): Promise<Result<Account, Problem>> {
    return this.#identity.signIn();
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

  kept(): Promise<boolean> {
    return this.#identity.kept();
  }
}
