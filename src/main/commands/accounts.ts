import type { CommandOutcome } from '../../shared/command.ts';
import type { Directory } from '../directory/directory.ts';
import type { Sync } from '../directory/sync.ts';
import type { Identity } from '../identity/identity.ts';
import type { StatusStore } from '../status/status-store.ts';
import { done, doneOr } from './outcomes.ts';

export interface AccountsParts {
  readonly identity: Identity;
  readonly directory: Pick<Directory, 'setOwnTenants' | 'removeAccount'>;
  readonly status: Pick<StatusStore, 'update'>;
  readonly sync: Pick<Sync, 'restart' | 'cancel'>;
}

/** Signing in and out, and showing who is. */
export class Accounts {
  readonly #parts: AccountsParts;

  constructor(parts: AccountsParts) {
    this.#parts = parts;
  }

  /** Puts who is signed in into the status and marks their home tenants. Tells how many there are. */
  async refresh(): Promise<number> {
    const { identity, directory, status } = this.#parts;
    const [accounts, tokensKept] = await Promise.all([identity.accounts(), identity.kept()]);
    directory.setOwnTenants(accounts.map(({ homeTenantId }) => homeTenantId));
    status.update({ accounts: accounts.map(({ id, username }) => ({ id, username })), tokensKept });
    return accounts.length;
  }

  /** The first sync follows by itself; its outcome shows in the status. */
  async signIn(): Promise<CommandOutcome> {
    const { identity, status, sync } = this.#parts;
    status.update({ signIn: 'waiting' });
    try {
      const signedIn = await identity.signIn();
      if (!signedIn.ok) return signedIn;
      await this.refresh();
      void sync.restart();
      return done;
    } finally {
      status.update({ signIn: 'idle' });
    }
  }

  cancel(): CommandOutcome {
    this.#parts.identity.cancel();
    return done;
  }

  /** Forgets the account, its tokens and what was synced with it; what the user wrote stays. */
  async signOut(accountId: string): Promise<CommandOutcome> {
    // What a sync under way would still bring must not come after the account has gone.
    this.#parts.sync.cancel();
    const signedOut = await this.#parts.identity.signOut(accountId);
    const removed = await this.#parts.directory.removeAccount(accountId);
    if ((await this.refresh()) > 0) void this.#parts.sync.restart();
    return doneOr(signedOut.ok ? removed : signedOut);
  }
}
