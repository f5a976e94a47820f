import { accessEnd } from './access-end.ts';
import { provingKinds, type Customer } from '../customer/customer.ts';
import { launchChoiceOf, type IsolationLevel } from '../customer/isolation.ts';
import type { ProblemKind } from '../problems/problem.ts';
import { lacksSecurityRole } from '../customer/lacks-security-role.ts';
import { servingAccount } from './serving-account.ts';
import { policiesAt, type PolicyEffect } from '../status/policy-effect.ts';
import type { BrowserStatus, Status } from '../status/status.ts';

/** Why a customer's portal may not have opened. */
export const causes = [
  'no-browser',
  'browser-failed',
  'access-ended',
  'signed-out',
  'blocked',
  'interaction',
  'not-invited',
  'not-listed',
  'contract-only',
  'no-security-role',
  'moved-profile',
  'switched-profile',
  'device-policy',
  'nobody',
  'device',
  'other-account',
  'roles',
] as const;
export type Cause = (typeof causes)[number];

export type CauseContext = Pick<
  Status,
  'accounts' | 'access' | 'browserProblem' | 'browsers' | 'problems' | 'settings'
>;

/** How a launch ends badly: it stands until the next one works. */
const failedLaunches: ReadonlySet<ProblemKind> = new Set([
  'browser-exited',
  'browser-missing',
  'browser-not-started',
  'profile-unwritable',
]);

/**
 * The likely causes, the likeliest first: what is known to stand in the way, then what is known and may, then what
 * nobody can see from here. A check that found the tenant open rules the causes out that it has disproved.
 */
export function causesFor(customer: Customer, context: CauseContext, now: number): readonly Cause[] {
  const { accounts, browsers, settings } = context;
  const check = context.access.checked.find(({ tenantId }) => tenantId === customer.tenantId);
  const reached = check?.verdict === 'reached';
  const serving = servingAccount(customer, accounts);
  const { browser: chosen, level } = launchChoiceOf(customer, settings);
  const browser = browsers.find(({ id }) => id === chosen) ?? browsers[0];
  const separate = hasOurProfile.has(level);
  const effects = effectsAt(level, browser);
  const proven = customer.access.some((kind) => provingKinds.has(kind));
  const hold: Readonly<Record<Cause, boolean>> = {
    'no-browser': context.browserProblem !== null,
    'browser-failed': context.problems.some(({ kind }) => failedLaunches.has(kind)),
    'access-ended': !reached && accessEnd(customer.ends, now)?.kind === 'ended',
    'signed-out': serving?.state === 'needs-sign-in' || check?.verdict === 'signed-out',
    blocked: check?.verdict === 'blocked',
    interaction: check?.verdict === 'interaction',
    'not-invited': check?.verdict === 'not-invited',
    'not-listed': !reached && customer.lastListed !== undefined,
    'contract-only': !reached && !proven && customer.access.includes('csp'),
    // That the tenant lets the account in says nothing of its roles.
    'no-security-role': lacksSecurityRole(customer),
    'moved-profile': effects.has('moved'),
    'switched-profile': effects.has('switched'),
    'device-policy': effects.has('no-device'),
    nobody: serving === undefined,
    device: separate && !effects.has('no-device'),
    'other-account': true,
    roles: true,
  };
  return causes.filter((cause) => hold[cause]);
}

/** The levels at which a customer opens in a profile that Tidegate made. */
const hasOurProfile: ReadonlySet<IsolationLevel> = new Set(['profile', 'account', 'sealed']);

function effectsAt(level: IsolationLevel, browser: BrowserStatus | undefined): ReadonlySet<PolicyEffect> {
  const policies = hasOurProfile.has(level) ? (browser?.policies ?? []) : [];
  return new Set(policiesAt(level, policies).map(({ effect }) => effect));
}
