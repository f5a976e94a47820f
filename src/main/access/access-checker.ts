import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { classifyAccess, type AccessCheck } from '#shared/status/access-check.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { isSample } from '#shared/customer/samples.ts';
import { servingAccount } from '#shared/access/serving-account.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { done } from '#shared/commands/outcomes.ts';
import type { Directory } from '../customers/store/directory.ts';
import type { TokenSource } from '../identity/identity.ts';
import type { StatusStore } from '../state/status/status-store.ts';

export interface AccessCheckerOptions {
  readonly tokens: Pick<TokenSource, 'token'>;
  readonly directory: Pick<Directory, 'find'>;
  readonly status: Pick<StatusStore, 'current' | 'update'>;
  /** What is asked for at each tenant. */
  readonly scopes: () => readonly string[];
  readonly now: () => Date;
}

/** Customers asked at the same time. */
const atOnce = 4;

/** Asks chosen customers' tenants, and no others, whether they let an account in. Never asks the user anything. */
export class AccessChecker {
  readonly #options: AccessCheckerOptions;
  #running: AbortController | undefined;

  constructor(options: AccessCheckerOptions) {
    this.#options = options;
  }

  /** Shows each answer in the status as it comes. What was being asked before is given up. */
  async check({ tenantIds }: Extract<Command, { kind: 'checkAccess' }>): Promise<CommandOutcome> {
    this.cancel();
    const running = new AbortController();
    this.#running = running;
    // SECURITY: a sample's ID is nobody's tenant: nobody is asked there.
    const real = [...new Set(tenantIds)].filter((id) => !isSample(id));
    const waiting = real.flatMap((id) => this.#options.directory.find(id) ?? []);
    this.#show(waiting.map(({ tenantId }) => tenantId));
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const check = await this.#ask(next, running.signal);
        if (running.signal.aborted) return;
        this.#note(check);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return done;
  }

  /** Stops asking; the answers that came stay. */
  cancel(): void {
    this.#running?.abort();
    this.#running = undefined;
    if (this.#options.status.current.access.checking.length > 0) this.#show([]);
  }

  async #ask(customer: Customer, signal: AbortSignal): Promise<AccessCheck> {
    const { now, scopes, status, tokens } = this.#options;
    const { tenantId } = customer;
    const account = servingAccount(customer, status.current.accounts);
    let outcome: Problem | null = problem('account-unknown', { customer: customer.name });
    if (account !== undefined) {
      // A token in memory would answer for an hour after the access is gone.
      const token = await tokens.token({ account, tenantId, scopes: scopes(), signal, fresh: true });
      outcome = token.ok ? null : token.error;
    }
    return {
      tenantId,
      verdict: classifyAccess(outcome, customer.access),
      at: now().toISOString(),
      account: account?.username ?? null,
      problem: outcome,
    };
  }

  #note(check: AccessCheck): void {
    const { status } = this.#options;
    const { checked, checking } = status.current.access;
    const others = checked.filter(({ tenantId }) => tenantId !== check.tenantId);
    status.update({
      access: {
        checking: checking.filter((id) => id !== check.tenantId),
        checked: [...others, check],
      },
    });
  }

  #show(checking: readonly TenantId[]): void {
    const { status } = this.#options;
    status.update({ access: { ...status.current.access, checking } });
  }
}
