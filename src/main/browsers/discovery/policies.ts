import type { Platform } from '#shared/platform.ts';
import type { BrowserPolicyStatus } from '#shared/status/status.ts';
import type { Brand } from '../browser.ts';

/** Policies by name, as an administrator set them: text, numbers and booleans count here, nothing else. */
export type PolicyValues = Readonly<Record<string, unknown>>;

/**
 * Where each brand reads its policies. Linux: folders of JSON files, the later name winning; Windows: a key below
 * SOFTWARE\Policies of both hives; macOS: a managed preferences domain. Sources: the makers' policy documentation
 * (chromeenterprise.google, learn.microsoft.com/deployedge, support.brave.com, mozilla.github.io/policy-templates).
 */
export const policyPlaces: Readonly<
  Record<
    Brand,
    { readonly linux: string | null; readonly win32: string | null; readonly darwin: string | null }
  >
> = {
  edge: {
    linux: '/etc/opt/edge/policies/managed',
    win32: 'SOFTWARE\\Policies\\Microsoft\\Edge',
    darwin: 'com.microsoft.Edge',
  },
  chrome: {
    linux: '/etc/opt/chrome/policies/managed',
    win32: 'SOFTWARE\\Policies\\Google\\Chrome',
    darwin: 'com.google.Chrome',
  },
  brave: {
    linux: '/etc/brave/policies/managed',
    win32: 'SOFTWARE\\Policies\\BraveSoftware\\Brave',
    darwin: 'com.brave.Browser',
  },
  vivaldi: {
    linux: '/etc/vivaldi/policies/managed',
    win32: 'SOFTWARE\\Policies\\Vivaldi',
    darwin: 'com.vivaldi.Vivaldi',
  },
  chromium: {
    linux: '/etc/chromium/policies/managed',
    win32: 'SOFTWARE\\Policies\\Chromium',
    darwin: 'org.chromium.Chromium',
  },
  // Firefox has none of them.
  firefox: { linux: null, win32: null, darwin: null },
};

/** What the policies of a browser do to customers' profiles. `UserDataDir` is for Windows and macOS alone. */
export function policyEffects(values: PolicyValues, platform: Platform): BrowserPolicyStatus[] {
  const effects: BrowserPolicyStatus[] = [];
  const { UserDataDir: folder, BrowserSignin: signIn, ForceEphemeralProfiles: ephemeral } = values;
  if (platform !== 'linux' && typeof folder === 'string' && folder !== '') {
    effects.push({ policy: 'UserDataDir', effect: 'moved' });
  }
  // 0 forbids signing in to the browser, 1 permits, 2 demands it.
  if (Number(signIn) === 2) effects.push({ policy: 'BrowserSignin', effect: 'signed-in' });
  if (ephemeral === true || Number(ephemeral) === 1) {
    effects.push({ policy: 'ForceEphemeralProfiles', effect: 'forgotten' });
  }
  return effects;
}
