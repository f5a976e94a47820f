import type { CommandOutcome } from '#shared/commands/command.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { ok, type Result } from '#shared/problems/result.ts';
import type { Directory } from '../customers/store/directory.ts';
import type { Sync } from '../customers/sync/sync.ts';
import type { Identity } from '../identity/identity.ts';
import type { StatusStore } from '../state/status/status-store.ts';
import { done, doneOr } from '#shared/commands/outcomes.ts';

export interface AccountsOptions {
  readonly identity: Identity;
  readonly directory: Pick<Directory, 'setOwnTenants' | 'removeAccount'>;
  readonly status: Pick<StatusStore, 'update' | 'current'>;
  readonly sync: Pick<Sync, 'restart' | 'cancel'>;
}

/** Signs accounts in and out, and keeps in the status who is signed in. */
export class Accounts {
  readonly #options: AccountsOptions;

  constructor(options: AccountsOptions) {
    this.#options = options;
  }

  /** Puts who is signed in into the status and marks their home tenants. Tells how many there are. */
  async refresh(): Promise<number> {
    const { identity, directory, status } = this.#options;
    const [accounts, tokensKept] = await Promise.all([identity.accounts(), identity.kept()]);
    directory.setOwnTenants(accounts.map(({ homeTenantId }) => homeTenantId));
    const { accounts: before, access } = status.current;
    const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id).join();
    // Answers to access checks belong to the accounts that were asked: they go when the accounts change.
    const checks = ids(before) === ids(accounts) ? {} : { access: { ...access, checked: [] } };
    status.update({ accounts, tokensKept, ...checks });
    return accounts.length;
  }

  /** The first sync follows by itself; its outcome shows in the status. */
  async signIn(accountId?: string): Promise<CommandOutcome> {
    const { identity, status, sync } = this.#options;
    const again = status.current.accounts.find(({ id }) => id === accountId);
    status.update({ signIn: 'waiting' });
    try {
      const signedIn = await identity.signIn(again);
      if (!signedIn.ok) return signedIn;
      await this.refresh();
      void sync.restart();
      return done;
    } finally {
      status.update({ signIn: 'idle' });
    }
  }

  cancel(): CommandOutcome {
    this.#options.identity.cancel();
    return done;
  }

  /** Forgets the account, its tokens and what was synced with it; what the user wrote stays. */
  signOut(accountId: string): Promise<CommandOutcome> {
    return this.#signOut([accountId]);
  }

  /**
   * Signs every account out, and cancels a sign-in that is open in the browser: it would sign somebody in after the
   * end of the shift.
   */
  endShift(): Promise<CommandOutcome> {
    this.#options.identity.cancel();
    return this.#signOut(this.#options.status.current.accounts.map(({ id }) => id));
  }

  async #signOut(accountIds: readonly string[]): Promise<CommandOutcome> {
    const { identity, directory, sync } = this.#options;
    // A sync under way must not bring back what the account listed.
    sync.cancel();
    let first: Result<void, Problem> = ok(undefined);
    for (const accountId of accountIds) {
      const outcomes = [await identity.signOut(accountId), await directory.removeAccount(accountId)];
      // One account that cannot be forgotten on disk is no reason to keep the others.
      first = [first, ...outcomes].find((outcome) => !outcome.ok) ?? first;
    }
    await this.refresh();
    void sync.restart();
    return doneOr(first);
  }
}
