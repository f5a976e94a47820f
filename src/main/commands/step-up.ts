import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import { problem, type ProblemKind } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import { isSample } from '#shared/customer/samples.ts';
import { servingAccount } from '#shared/access/serving-account.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Directory } from '../customers/store/directory.ts';
import type { Identity } from '../identity/identity.ts';
import type { StatusStore } from '../state/status/status-store.ts';
import { done, doneOr } from '#shared/commands/outcomes.ts';

export interface StepUpOptions {
  readonly identity: Pick<Identity, 'token' | 'stepUp'>;
  readonly directory: Pick<Directory, 'find'>;
  readonly status: Pick<StatusStore, 'current' | 'update'>;
  /** The scopes that are asked for at the customer's tenant: those that something was refused for there. */
  readonly scopes: (tenantId: TenantId) => readonly string[];
}

/** Problems that the user can solve by signing in at the customer's own tenant. */
const settledThere: ReadonlySet<ProblemKind> = new Set(['step-up-needed', 'mfa-needed', 'consent-missing']);

/** Signs in at one customer's tenant, as the account that serves it, if that tenant wants it at all. */
export function stepUp({ directory, identity, scopes, status }: StepUpOptions) {
  return async ({ tenantId, accountId }: Extract<Command, { kind: 'stepUp' }>): Promise<CommandOutcome> => {
    const customer = directory.find(tenantId);
    if (customer === undefined) return err(problem('customer-unknown', { tenantId }));
    // SECURITY: a sample's ID is nobody's tenant: nobody signs in to it.
    if (isSample(tenantId)) return err(problem('sample-customer', { customer: customer.name }));
    const { accounts } = status.current;
    const account =
      accountId === undefined
        ? servingAccount(customer, accounts)
        : accounts.find(({ id }) => id === accountId);
    if (account === undefined) return err(problem('account-unknown', { customer: customer.name }));
    // Afresh: what is kept may be from before that tenant wanted to see the user.
    const request = { account, tenantId, scopes: scopes(tenantId), fresh: true };
    const silently = await identity.token(request);
    if (silently.ok) return done;
    if (!settledThere.has(silently.error.kind)) return silently;
    status.update({ signIn: 'waiting' });
    try {
      return doneOr(await identity.stepUp(request));
    } finally {
      status.update({ signIn: 'idle' });
    }
  };
}
