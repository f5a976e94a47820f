import type { ProblemKind } from '#shared/problems/problem.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Account, TokenRequest } from './identity.ts';
import type { Refusal } from './refusal.ts';

type Subject = Pick<TokenRequest, 'account' | 'tenantId' | 'scopes'>;

type Noted = Refusal & { readonly tenantId: TenantId };

/** Problems that a sign-in by the user solves. */
const mendedBySignIn: ReadonlySet<ProblemKind> = new Set([
  'sign-in-needed',
  'mfa-needed',
  'step-up-needed',
  'proof-needed',
  'home-refused',
]);

/**
 * What was last refused, apart for each account, tenant and permission: what one customer refuses says nothing of the
 * others. Only what a sign-in mends is remembered; a network that is down is over by itself.
 */
export class Refusals {
  readonly #byAccount = new Map<string, Map<string, Noted>>();

  note({ account, tenantId, scopes }: Subject, refusal: Refusal): void {
    if (!mendedBySignIn.has(refusal.problem.kind)) return;
    const own = this.#byAccount.get(account.id) ?? new Map<string, Noted>();
    this.#byAccount.set(account.id, own.set(keyOf(tenantId, scopes), { ...refusal, tenantId }));
  }

  settle({ account, tenantId, scopes }: Subject): void {
    this.#byAccount.get(account.id)?.delete(keyOf(tenantId, scopes));
  }

  /** The user has signed in: for one tenant, or for all of them. */
  settleAll(accountId: string, tenantId?: TenantId): void {
    const own = this.#byAccount.get(accountId);
    for (const [key, refusal] of own ?? [])
      if (tenantId === undefined || refusal.tenantId === tenantId) own?.delete(key);
  }

  /** What a tenant refuses an account; of several refusals one with claims, because those the sign-in must prove. */
  of({ id }: Pick<Account, 'id'>, tenantId: TenantId): Refusal | undefined {
    const there = [...(this.#byAccount.get(id)?.values() ?? [])].filter((each) => each.tenantId === tenantId);
    return there.find(({ claims }) => claims !== undefined) ?? there[0];
  }
}

function keyOf(tenantId: TenantId, scopes: readonly string[]): string {
  return [tenantId, ...scopes].join(' ');
}
