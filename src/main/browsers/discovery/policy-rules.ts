import { isObject } from '#shared/text/json-object.ts';
import type { Platform } from '#shared/platform.ts';
import type { BrowserPolicyStatus, PolicyEffect } from '#shared/status/policy-effect.ts';
import type { Brand } from '../browser.ts';

/** Policies by name, as an administrator set them. Lists and objects may be JSON in a text, or objects by number. */
export type PolicyValues = Readonly<Record<string, unknown>>;

export interface SetPolicies {
  /** What no user can change. */
  readonly mandatory: PolicyValues;
  /** What a new profile begins with. */
  readonly recommended: PolicyValues;
}

interface Rule {
  readonly policy: string;
  readonly brands: readonly Brand[];
  /** Where the browser knows this policy; everywhere when absent. */
  readonly platforms?: readonly Platform[];
  /** A recommended value counts as well. */
  readonly recommendable?: true;
  readonly holds: (value: unknown) => boolean;
  /** Another policy that takes this one's effect away. */
  readonly unless?: (valueOf: (policy: string) => unknown) => boolean;
  readonly effect: PolicyEffect;
}

const google: readonly Brand[] = ['chrome', 'brave', 'vivaldi', 'chromium'];
const chromium: readonly Brand[] = ['edge', ...google];
const sso = 'AADWebSiteSSOUsingThisProfileEnabled';

/** Signing in by itself is off, and with it whatever signs in with the account of Windows. */
const signsInNobody: Rule['unless'] = (valueOf) =>
  isOff(valueOf('ImplicitSignInEnabled')) || isNumber(0)(valueOf('BrowserSignin'));

/**
 * What each policy does to customers' profiles. Sources: learn.microsoft.com/deployedge/microsoft-edge-policies (each by
 * its name), chromeenterprise.google/policies, mozilla.github.io/policy-templates. `BrowserAddPersonEnabled` is missing
 * with reason: Chromium 156 makes the profiles that its command line names all the same. Edge's own is unproven.
 */
const rules: readonly Rule[] = [
  // Linux has no such policy.
  {
    policy: 'UserDataDir',
    brands: chromium,
    platforms: ['win32', 'darwin'],
    holds: (value) => typeof value === 'string' && value !== '',
    effect: 'moved',
  },
  {
    policy: 'AutomaticProfileSwitchingSiteList',
    brands: ['edge'],
    platforms: ['win32', 'darwin'],
    recommendable: true,
    holds: (value) => listOf(value).some((entry) => isObject(entry) && entry['profile'] !== 'No preference'),
    effect: 'switched',
  },
  // 0 forbids signing in to the browser, 1 permits, 2 demands it.
  { policy: 'BrowserSignin', brands: chromium, holds: isNumber(2), effect: 'signed-in' },
  { policy: 'ForceEphemeralProfiles', brands: chromium, holds: isOn, effect: 'forgotten' },
  { policy: 'BrowserGuestModeEnforced', brands: chromium, holds: isOn, effect: 'forgotten' },
  // 4 keeps cookies for the session only.
  { policy: 'DefaultCookiesSetting', brands: chromium, holds: isNumber(4), effect: 'forgotten' },
  // 2 opens every window without traces.
  { policy: 'InPrivateModeAvailability', brands: ['edge'], holds: isNumber(2), effect: 'forgotten' },
  { policy: 'IncognitoModeAvailability', brands: google, holds: isNumber(2), effect: 'forgotten' },
  { policy: 'PrivateBrowsingModeAvailability', brands: ['firefox'], holds: isNumber(2), effect: 'forgotten' },
  {
    policy: 'ClearBrowsingDataOnExit',
    brands: ['edge'],
    recommendable: true,
    holds: isOn,
    effect: 'forgotten',
  },
  {
    policy: 'ClearBrowsingDataOnExitList',
    brands: google,
    holds: (value) => listOf(value).includes('cookies_and_other_site_data'),
    effect: 'forgotten',
  },
  { policy: 'ClearOnShutdown', brands: ['firefox'], holds: clears('CookiesAndStorage'), effect: 'forgotten' },
  {
    policy: 'SanitizeOnShutdown',
    brands: ['firefox'],
    holds: clears('Cookies'),
    unless: (valueOf) => valueOf('ClearOnShutdown') !== undefined,
    effect: 'forgotten',
  },
  {
    policy: 'NonRemovableProfileEnabled',
    brands: ['edge'],
    platforms: ['win32'],
    holds: isOn,
    unless: signsInNobody,
    effect: 'windows-account',
  },
  {
    policy: 'ConfigureOnPremisesAccountAutoSignIn',
    brands: ['edge'],
    platforms: ['win32'],
    holds: isNumber(1),
    unless: signsInNobody,
    effect: 'windows-account',
  },
  { policy: 'BrowserSignin', brands: ['edge'], holds: isNumber(0), effect: 'no-device' },
  {
    policy: 'ImplicitSignInEnabled',
    brands: ['edge'],
    platforms: ['win32'],
    holds: isOff,
    // A profile that nobody is signed in to may use the accounts of the computer then.
    unless: (valueOf) => isOn(valueOf(sso)),
    effect: 'no-device',
  },
  {
    policy: sso,
    brands: ['edge'],
    platforms: ['win32', 'darwin'],
    recommendable: true,
    holds: isOff,
    effect: 'no-device',
  },
  { policy: 'CloudAPAuthEnabled', brands: google, platforms: ['win32'], holds: isOff, effect: 'no-device' },
  { policy: 'WindowsSSO', brands: ['firefox'], platforms: ['win32'], holds: isOff, effect: 'no-device' },
  {
    policy: 'MicrosoftEntraSSO',
    brands: ['firefox'],
    platforms: ['darwin'],
    holds: isOff,
    effect: 'no-device',
  },
  { policy: 'BrowserAddProfileEnabled', brands: ['edge'], holds: isOff, effect: 'no-new-profiles' },
];

/** What the policies of a browser do to customers' profiles, the gravest first. */
export function policyEffects(
  brand: Brand,
  { mandatory, recommended }: SetPolicies,
  platform: Platform,
): BrowserPolicyStatus[] {
  const valueOf = (policy: string): unknown => mandatory[policy] ?? recommended[policy];
  return rules.flatMap(({ brands, effect, holds, platforms, policy, recommendable, unless }) => {
    if (!brands.includes(brand) || !(platforms ?? [platform]).includes(platform)) return [];
    const value = recommendable ? valueOf(policy) : mandatory[policy];
    return holds(value) && !unless?.(valueOf) ? [{ policy, effect }] : [];
  });
}

/** A switch or a number. Windows' registry has numbers for both, and browsers take a number in a text as well. */
function numberOf(value: unknown): number | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

function isNumber(wanted: number): Rule['holds'] {
  return (value) => numberOf(value) === wanted;
}

function isOn(value: unknown): boolean {
  return numberOf(value) === 1;
}

function isOff(value: unknown): boolean {
  return numberOf(value) === 0;
}

function listOf(value: unknown): readonly unknown[] {
  const plain = fromText(value);
  if (Array.isArray(plain)) return plain;
  return isObject(plain) ? Object.values(plain).map(fromText) : [];
}

/** Firefox: a switch for all, or one for each kind of data. */
function clears(kind: string): Rule['holds'] {
  return (value) => {
    const plain = fromText(value);
    return isOn(isObject(plain) ? plain[kind] : plain);
  };
}

/** A list or an object that is written in a text. */
function fromText(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
