import type { AccessKind } from '../customer/customer.ts';
import type { Problem, ProblemKind } from '../problems/problem.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/**
 * What asking a tenant for a token tells of the access to it. `unknown`: the answer is about the application or the
 * service, so it says nothing about the portal. `unreached`: there was no answer.
 */
export const accessVerdicts = [
  'reached',
  'not-invited',
  'blocked',
  'interaction',
  'signed-out',
  'no-account',
  'unknown',
  'unreached',
] as const;
export type AccessVerdict = (typeof accessVerdicts)[number];

/** One customer's answer, and whom it was given to. */
export interface AccessCheck {
  readonly tenantId: TenantId;
  readonly verdict: AccessVerdict;
  /** ISO 8601. */
  readonly at: string;
  /** User name of the account that was asked; null when none reaches the customer. */
  readonly account: string | null;
  /** What stood in the way; null when the tenant was reached. */
  readonly problem: Problem | null;
}

/** What has been asked and what is being asked. Only what the user chose is ever asked. */
export interface AccessChecks {
  readonly checking: readonly TenantId[];
  /** Newest last, each customer once. */
  readonly checked: readonly AccessCheck[];
}

/** How many customers can be checked at once. */
export const mostChecked = 20;

const verdicts: Readonly<Partial<Record<ProblemKind, AccessVerdict>>> = {
  'not-invited': 'not-invited',
  'access-blocked': 'blocked',
  'step-up-needed': 'interaction',
  'mfa-needed': 'interaction',
  'proof-needed': 'interaction',
  'sign-in-needed': 'signed-out',
  'home-refused': 'signed-out',
  'sign-in-unconfigured': 'signed-out',
  'account-unknown': 'no-account',
  offline: 'unreached',
  'proxy-refused': 'unreached',
  throttled: 'unreached',
  'server-fault': 'unreached',
  'page-instead': 'unreached',
  'connection-untrusted': 'unreached',
  'answer-invalid': 'unreached',
  cancelled: 'unreached',
};

/**
 * What an outcome means; no problem means a token for that very tenant. Everything that is not known to be about the
 * analyst's own access is `unknown`: a missing consent above all, which the portal does not need.
 * `access`: an analyst with delegated administration is no guest, so a plain no there may as well mean that the
 * application has not been let in.
 */
export function classifyAccess(outcome: Problem | null, access: readonly AccessKind[]): AccessVerdict {
  if (outcome === null) return 'reached';
  const verdict = verdicts[outcome.kind] ?? 'unknown';
  return verdict === 'not-invited' && (access.includes('gdap') || access.includes('governance'))
    ? 'unknown'
    : verdict;
}
