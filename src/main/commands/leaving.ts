import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import type { Annotation, Observation } from '#shared/customer/customer.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Usage } from '#shared/status/usage.ts';
import type { Directory } from '../customers/store/directory.ts';
import type { Journal } from '../state/journal/journal.ts';
import type { SettingsService } from '../state/settings/settings-service.ts';
import type { UsageStore } from '../state/usage/usage-store.ts';
import type { Wipe } from '../state/wipe/wipe.ts';
import type { Question } from '../desktop/windows/question.ts';
import { done, doneOr } from '#shared/commands/outcomes.ts';

export interface LeavingOptions {
  readonly directory: Pick<
    Directory,
    'annotationOf' | 'annotate' | 'find' | 'forget' | 'observations' | 'replace'
  >;
  readonly usage: Pick<UsageStore, 'current' | 'forget' | 'restore'>;
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

/** What is kept in memory of a customer that was removed, so that it can be brought back. */
interface Removed {
  readonly tenantId: TenantId;
  readonly observations: readonly Observation[];
  readonly annotation: Annotation | undefined;
  readonly usage: Usage;
  readonly isOwnTenant: boolean;
}

/** Removing for good: one customer, or everything. */
export class Leaving {
  readonly #options: LeavingOptions;
  /** The customer that was removed last, until Tidegate ends. */
  #removed: Removed | undefined;

  constructor(options: LeavingOptions) {
    this.#options = options;
  }

  /**
   * Everything that is kept about a customer goes: its lines in lists and listings, what the user wrote, its use, its
   * lines in the journal. A source that still lists it brings it back at its next sync, as new. Its browser profile
   * stays: that is reset by itself. Until Tidegate ends, or another is removed, `restoreCustomer` brings it back.
   */
  async forgetCustomer({ tenantId }: Extract<Command, { kind: 'forgetCustomer' }>): Promise<CommandOutcome> {
    const { confirm, directory, journal, settings, usage } = this.#options;
    const customer = directory.find(tenantId);
    if (customer === undefined) return err(problem('customer-unknown', { tenantId }));
    if (!(await confirm({ kind: 'forgetCustomer', customer }))) return err(problem('cancelled', {}));
    const observations = directory
      .observations()
      .map((each) => ({ ...each, customers: each.customers.filter((one) => one.tenantId === tenantId) }))
      .filter(({ customers }) => customers.length > 0);
    const annotation = directory.annotationOf(tenantId);
    const isOwnTenant = settings.current.ownTenant === tenantId;
    this.#removed = { tenantId, observations, annotation, usage: usage.current, isOwnTenant };
    const unnamed = isOwnTenant ? settings.change({ ownTenant: null }) : ok(undefined);
    const forgotten = await Promise.all([
      directory.forget(tenantId),
      usage.forget(tenantId),
      journal.forget(tenantId),
    ]);
    return doneOr([unnamed, ...forgotten].find((outcome) => !outcome.ok) ?? { ok: true, value: undefined });
  }

  /**
   * Brings back the customer that was removed last: where it was listed, what the user wrote, its use. Its lines in the
   * journal are gone. Error `customer-unknown` for any other customer.
   */
  async restoreCustomer({
    tenantId,
  }: Extract<Command, { kind: 'restoreCustomer' }>): Promise<CommandOutcome> {
    const { directory, settings, usage } = this.#options;
    const removed = this.#removed;
    if (removed?.tenantId !== tenantId) return err(problem('customer-unknown', { tenantId }));
    this.#removed = undefined;
    const named = removed.isOwnTenant ? settings.change({ ownTenant: tenantId }) : ok(undefined);
    const now = directory.observations();
    const outcomes = await Promise.all([
      ...removed.observations.flatMap((before) => {
        const is = now.find((each) => each.source === before.source && each.accountId === before.accountId);
        // An account that has signed out since lists nobody any more.
        if (is === undefined && before.accountId !== undefined) return [];
        const others = (is?.customers ?? []).filter((each) => each.tenantId !== tenantId);
        return [directory.replace({ ...(is ?? before), customers: [...others, ...before.customers] })];
      }),
      ...(removed.annotation === undefined ? [] : [directory.annotate(tenantId, removed.annotation)]),
      usage.restore(tenantId, removed.usage),
    ]);
    return doneOr([named, ...outcomes].find((outcome) => !outcome.ok) ?? { ok: true, value: undefined });
  }

  /**
   * All of Tidegate's own data on this computer goes, tokens and browser profiles too; then Tidegate starts afresh, or
   * ends when the user was asked elsewhere (`confirmed`) and what is left is removed from there.
   */
  async wipe(confirmed = false): Promise<CommandOutcome> {
    const { confirm, end, heldByBrowsers, restart, wipe } = this.#options;
    // Refused while browsers run: they would write a part of it back.
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
