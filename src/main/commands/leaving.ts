import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import type { Directory } from '../customers/store/directory.ts';
import type { Journal } from '../state/journal/journal.ts';
import type { SettingsService } from '../state/settings/settings-service.ts';
import type { UsageStore } from '../state/usage/usage-store.ts';
import type { Wipe } from '../state/wipe/wipe.ts';
import type { Question } from '../desktop/windows/question.ts';
import { done, doneOr } from '#shared/commands/outcomes.ts';

export interface LeavingOptions {
  readonly directory: Pick<Directory, 'find' | 'forget'>;
  readonly usage: Pick<UsageStore, 'forget'>;
  readonly settings: Pick<SettingsService, 'current' | 'change'>;
  readonly journal: Pick<Journal, 'forget'>;
  readonly wipe: Pick<Wipe, 'ask'>;
  /** The folders of ours that browsers hold now. */
  readonly heldByBrowsers: () => Promise<readonly string[]>;
  /** SECURITY: asked by main, so that no page can answer for the user. */
  readonly confirm: (question: Question) => Promise<boolean>;
  /** Ends, and starts afresh. */
  readonly restart: () => void;
  readonly end: () => void;
}

/** Removing for good: one customer, or everything. */
export class Leaving {
  readonly #options: LeavingOptions;

  constructor(options: LeavingOptions) {
    this.#options = options;
  }

  /**
   * Everything that is kept about a customer goes: its lines in lists and listings, what the user wrote, its use, its
   * lines in the journal. A source that still lists it brings it back at its next sync, as new. Its browser profile
   * stays: that is reset by itself.
   */
  async forgetCustomer({ tenantId }: Extract<Command, { kind: 'forgetCustomer' }>): Promise<CommandOutcome> {
    const { confirm, directory, journal, settings, usage } = this.#options;
    const customer = directory.find(tenantId);
    if (customer === undefined) return err(problem('customer-unknown', { tenantId }));
    if (!(await confirm({ kind: 'forgetCustomer', customer: customer.name })))
      return err(problem('cancelled', {}));
    const unnamed =
      settings.current.ownTenant === tenantId ? settings.change({ ownTenant: null }) : ok(undefined);
    const forgotten = await Promise.all([
      directory.forget(tenantId),
      usage.forget(tenantId),
      journal.forget(tenantId),
    ]);
    return doneOr([unnamed, ...forgotten].find((outcome) => !outcome.ok) ?? { ok: true, value: undefined });
  }

  /**
   * All of Tidegate's own data on this computer goes, tokens and browser profiles too; then Tidegate starts afresh, or
   * ends when the user was asked elsewhere (`confirmed`) and what is left is removed from there.
   */
  async wipe(confirmed = false): Promise<CommandOutcome> {
    const { confirm, end, heldByBrowsers, restart, wipe } = this.#options;
    // Not while a browser would write half of it back.
    const refused = async () =>
      (await heldByBrowsers()).length > 0 ? problem('browsers-running', {}) : undefined;
    const before = await refused();
    if (before) return err(before);
    if (!confirmed && !(await confirm({ kind: 'wipe' }))) return err(problem('cancelled', {}));
    const after = await refused();
    if (after) return err(after);
    const asked = wipe.ask();
    if (!asked.ok) return asked;
    if (confirmed) end();
    else restart();
    return done;
  }
}
