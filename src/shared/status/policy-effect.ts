import type { IsolationLevel } from '../customer/isolation.ts';

/**
 * What an administrator's policy does to customers' profiles, and whether that keeps customers from being apart or signed
 * in, or is only worth knowing.
 * `moved`: the browser uses a folder of the administrator's, so customers share profiles with everything else.
 * `switched`: it opens some sites in another profile than the one that was asked for. `signed-in`: it demands an account
 * of its own in each profile. `forgotten`: a profile's sign-ins end with its last window. `windows-account`: it signs a
 * profile in with the account of Windows for good. `no-device`: a customer's profile does not show that the computer is
 * managed. `no-new-profiles`: nobody may add a profile by hand.
 */
export const policyEffects = {
  moved: 'harm',
  switched: 'harm',
  'signed-in': 'harm',
  forgotten: 'harm',
  'windows-account': 'note',
  'no-device': 'note',
  'no-new-profiles': 'note',
} as const;
export type PolicyEffect = keyof typeof policyEffects;

export interface BrowserPolicyStatus {
  /** As its maker names it, such as `UserDataDir`. */
  readonly policy: string;
  readonly effect: PolicyEffect;
}

/** Effects of many profiles in one folder: a browser of its own for each customer has none of them. */
const ofSharedFolders: ReadonlySet<PolicyEffect> = new Set(['switched', 'no-new-profiles']);

/** The policies that do something to customers who are kept apart at this level. */
export function policiesAt(
  level: IsolationLevel,
  policies: readonly BrowserPolicyStatus[],
): readonly BrowserPolicyStatus[] {
  return level === 'sealed' ? policies.filter(({ effect }) => !ofSharedFolders.has(effect)) : policies;
}
