import type { Problem, ProblemKind } from '../problems/problem.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/** Microsoft's severities of an incident, the worst first. */
export const severities = ['high', 'medium', 'low', 'informational'] as const;
export type Severity = (typeof severities)[number];

/** The incident that was created last among the active ones. */
export interface NewestIncident {
  /** As the portal numbers it, such as `2972395`. */
  readonly number: string;
  /** When it was created, ISO 8601. */
  readonly at: string;
  readonly severity: Severity | null;
}

/** How many incidents are active in one tenant. Titles are not kept: nothing but numbers leaves the answer. */
export interface IncidentCount {
  readonly total: number;
  /** There are at least so many: Microsoft's answer did not tell all. */
  readonly atLeast: boolean;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Severities whose number is at least so many. */
  readonly open: readonly Severity[];
  /** Null also where not all of them were seen. */
  readonly newest: NewestIncident | null;
  /** The same among those of severity high. */
  readonly newestHigh: NewestIncident | null;
}

/**
 * Why there is no number. `no-consent`: the application was not let into that tenant. `no-role`: the account has no role
 * there that reads incidents. `sign-in`: that tenant wants to see the user. `failed`: the answer did not come, or says nothing.
 */
export const incidentTroubles = ['no-consent', 'no-role', 'sign-in', 'failed'] as const;
export type IncidentTrouble = (typeof incidentTroubles)[number];

/** What is known of one customer's incidents. One that has not been asked yet has no entry. */
export interface CustomerIncidents {
  readonly tenantId: TenantId;
  /** The last number, and when it was told, ISO 8601; null when there is none that still says anything. */
  readonly counted: { readonly at: string; readonly count: IncidentCount } | null;
  /** Why the newest question brought no number; null when it did. */
  readonly trouble: { readonly at: string; readonly kind: IncidentTrouble; readonly problem: Problem } | null;
}

/** Why nobody is asked at the moment. */
export type IncidentPause = 'locked' | 'offline' | 'throttled';

/** The counting as windows and tray show it. */
export interface IncidentsStatus {
  /** Grows with each change. */
  readonly revision: number;
  /** How many customers wait for their turn or their answer in this round. */
  readonly waiting: number;
  readonly pause: IncidentPause | null;
  readonly customers: readonly CustomerIncidents[];
}

export const noIncidents: IncidentsStatus = { revision: 0, waiting: 0, pause: null, customers: [] };

const troubles: Readonly<Partial<Record<ProblemKind, IncidentTrouble>>> = {
  'consent-missing': 'no-consent',
  'access-refused': 'no-role',
  'not-invited': 'no-role',
  'access-blocked': 'no-role',
  'step-up-needed': 'sign-in',
  'mfa-needed': 'sign-in',
  'proof-needed': 'sign-in',
  'sign-in-needed': 'sign-in',
  'home-refused': 'sign-in',
};

/** Whether that tenant wants to see the user before it tells of incidents. */
export function wantsSignIn(tenantId: TenantId, { customers }: Pick<IncidentsStatus, 'customers'>): boolean {
  return customers.some((each) => each.tenantId === tenantId && each.trouble?.kind === 'sign-in');
}

/** What a refusal means for the count. Whatever is not known to be about consent, role or sign-in has failed. */
export function troubleOf({ kind }: Problem): IncidentTrouble {
  return troubles[kind] ?? 'failed';
}

/** What is known after an answer. A number outlives a failure, with its age; it does not outlive a refusal. */
export function afterFailure(
  before: CustomerIncidents | undefined,
  tenantId: TenantId,
  at: string,
  problem: Problem,
): CustomerIncidents {
  const kind = troubleOf(problem);
  return {
    tenantId,
    counted: kind === 'failed' ? (before?.counted ?? null) : null,
    trouble: { at, kind, problem },
  };
}
