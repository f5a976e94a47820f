import { describe, expect, it } from 'vitest';
import { brands, type Brand } from '../../../../../src/main/browsers/browser.ts';
import { policyEffects, type PolicyValues } from '../../../../../src/main/browsers/discovery/policy-rules.ts';
import { policiesAt } from '../../../../../src/shared/status/policy-effect.ts';
import type { Platform } from '../../../../../src/shared/platform.ts';

const effects = (
  brand: Brand,
  platform: Platform,
  mandatory: PolicyValues,
  recommended: PolicyValues = {},
): string[] =>
  policyEffects(brand, { mandatory, recommended }, platform).map(
    ({ effect, policy }) => `${policy} ${effect}`,
  );

const sso = 'AADWebSiteSSOUsingThisProfileEnabled';
const list = JSON.stringify([{ profile: 'Work', site: 'security.microsoft.com' }]);

/** On Windows, as its registry has them: numbers and texts. */
describe.each([
  ['edge', { BrowserSignin: 0 }, ['BrowserSignin no-device']],
  ['edge', { BrowserSignin: 1 }, []],
  ['edge', { BrowserSignin: 2 }, ['BrowserSignin signed-in']],
  ['edge', { BrowserSignin: '2' }, ['BrowserSignin signed-in']],
  ['edge', { BrowserSignin: '' }, []],
  ['edge', { BrowserAddProfileEnabled: 0 }, ['BrowserAddProfileEnabled no-new-profiles']],
  ['edge', { BrowserAddProfileEnabled: 1 }, []],
  ['chrome', { BrowserAddPersonEnabled: 0 }, []],
  ['edge', { NonRemovableProfileEnabled: 1 }, ['NonRemovableProfileEnabled windows-account']],
  ['edge', { NonRemovableProfileEnabled: 0 }, []],
  ['edge', { NonRemovableProfileEnabled: 1, BrowserSignin: 0 }, ['BrowserSignin no-device']],
  ['edge', { NonRemovableProfileEnabled: 1, ImplicitSignInEnabled: 0 }, ['ImplicitSignInEnabled no-device']],
  [
    'edge',
    { ConfigureOnPremisesAccountAutoSignIn: 1 },
    ['ConfigureOnPremisesAccountAutoSignIn windows-account'],
  ],
  ['edge', { ConfigureOnPremisesAccountAutoSignIn: 0 }, []],
  [
    'edge',
    { ConfigureOnPremisesAccountAutoSignIn: 1, ImplicitSignInEnabled: 0 },
    ['ImplicitSignInEnabled no-device'],
  ],
  ['edge', { ImplicitSignInEnabled: 1 }, []],
  ['edge', { ImplicitSignInEnabled: 0, [sso]: 1 }, []],
  ['edge', { [sso]: 0 }, [`${sso} no-device`]],
  ['edge', { UserDataDir: 'D:\\Profile' }, ['UserDataDir moved']],
  ['edge', { UserDataDir: '' }, []],
  ['edge', { AutomaticProfileSwitchingSiteList: list }, ['AutomaticProfileSwitchingSiteList switched']],
  ['edge', { AutomaticProfileSwitchingSiteList: '[]' }, []],
  ['edge', { AutomaticProfileSwitchingSiteList: '[{"profile":"No preference","site":"x"}]' }, []],
  ['edge', { AutomaticProfileSwitchingSiteList: 'no list' }, []],
  ['edge', { ClearBrowsingDataOnExit: 1 }, ['ClearBrowsingDataOnExit forgotten']],
  ['edge', { InPrivateModeAvailability: 2 }, ['InPrivateModeAvailability forgotten']],
  ['edge', { InPrivateModeAvailability: 1 }, []],
  ['edge', { DefaultCookiesSetting: 4 }, ['DefaultCookiesSetting forgotten']],
  ['edge', { ForceEphemeralProfiles: 1 }, ['ForceEphemeralProfiles forgotten']],
  ['brave', { BrowserGuestModeEnforced: 1 }, ['BrowserGuestModeEnforced forgotten']],
  ['chrome', { IncognitoModeAvailability: 2 }, ['IncognitoModeAvailability forgotten']],
  ['chrome', { ClearBrowsingDataOnExit: 1 }, []],
  [
    'chrome',
    { ClearBrowsingDataOnExitList: { '1': 'browsing_history', '2': 'cookies_and_other_site_data' } },
    ['ClearBrowsingDataOnExitList forgotten'],
  ],
  ['chrome', { ClearBrowsingDataOnExitList: { '1': 'browsing_history' } }, []],
  ['chrome', { CloudAPAuthEnabled: 0 }, ['CloudAPAuthEnabled no-device']],
  ['chrome', { CloudAPAuthEnabled: 1 }, []],
  ['chrome', { NonRemovableProfileEnabled: 1, [sso]: 0, BrowserSignin: 0 }, []],
  ['firefox', { SanitizeOnShutdown: 1 }, ['SanitizeOnShutdown forgotten']],
  ['firefox', { SanitizeOnShutdown: { Cookies: 1 } }, ['SanitizeOnShutdown forgotten']],
  ['firefox', { SanitizeOnShutdown: '{"Cookies": true}' }, ['SanitizeOnShutdown forgotten']],
  ['firefox', { SanitizeOnShutdown: { Cache: 1 } }, []],
  ['firefox', { SanitizeOnShutdown: 1, ClearOnShutdown: { Cache: 1 } }, []],
  ['firefox', { ClearOnShutdown: { CookiesAndStorage: 1 } }, ['ClearOnShutdown forgotten']],
  ['firefox', { PrivateBrowsingModeAvailability: 2 }, ['PrivateBrowsingModeAvailability forgotten']],
  ['firefox', { WindowsSSO: 0 }, ['WindowsSSO no-device']],
  ['firefox', { WindowsSSO: 1, BrowserSignin: 2, UserDataDir: 'D:\\x' }, []],
] as const satisfies readonly (readonly [Brand, PolicyValues, readonly string[]])[])(
  'the policies of %s on Windows: %j',
  (brand, values, expected) => {
    it(`do ${expected.join(', ') || 'nothing'}`, () => {
      expect(effects(brand, 'win32', values)).toEqual(expected);
    });
  },
);

describe('a policy', () => {
  it('is a switch or a list where a file has it', () => {
    const values = {
      ForceEphemeralProfiles: true,
      BrowserAddProfileEnabled: false,
      AutomaticProfileSwitchingSiteList: JSON.parse(list) as unknown,
    };
    expect(effects('edge', 'darwin', values)).toEqual([
      'AutomaticProfileSwitchingSiteList switched',
      'ForceEphemeralProfiles forgotten',
      'BrowserAddProfileEnabled no-new-profiles',
    ]);
    expect(
      effects('chrome', 'linux', { ClearBrowsingDataOnExitList: ['cookies_and_other_site_data'] }),
    ).toEqual(['ClearBrowsingDataOnExitList forgotten']);
  });

  it('that a system does not know does nothing there', () => {
    const values = { UserDataDir: '/x', NonRemovableProfileEnabled: true, ImplicitSignInEnabled: false };
    expect(effects('edge', 'linux', values)).toEqual([]);
    expect(effects('edge', 'darwin', values)).toEqual(['UserDataDir moved']);
    expect(effects('chrome', 'linux', { CloudAPAuthEnabled: 0, WindowsSSO: 0 })).toEqual([]);
    expect(effects('firefox', 'darwin', { WindowsSSO: false, MicrosoftEntraSSO: false })).toEqual([
      'MicrosoftEntraSSO no-device',
    ]);
  });

  it('that is recommended counts where it can be, and a mandatory one before it', () => {
    expect(effects('edge', 'win32', {}, { ClearBrowsingDataOnExit: 1, [sso]: 0 })).toEqual([
      'ClearBrowsingDataOnExit forgotten',
      `${sso} no-device`,
    ]);
    expect(effects('edge', 'win32', { ClearBrowsingDataOnExit: 0 }, { ClearBrowsingDataOnExit: 1 })).toEqual(
      [],
    );
    expect(effects('edge', 'win32', {}, { BrowserSignin: 2, ForceEphemeralProfiles: 1 })).toEqual([]);
  });

  it('of another shape than it has says nothing, and none breaks the look', () => {
    for (const brand of brands)
      for (const value of [null, undefined, '', 'x', [], {}, [null], { a: null }, -1, 1.5, 'true', 1e9])
        expect(
          effects(brand, 'win32', {
            BrowserSignin: value,
            ForceEphemeralProfiles: value,
            ClearBrowsingDataOnExitList: value,
            AutomaticProfileSwitchingSiteList: value,
            SanitizeOnShutdown: value,
            WindowsSSO: value,
          }),
        ).toEqual([]);
  });
});

it('a browser of its own for each customer takes away what comes from sharing a folder', () => {
  const policies = [
    { policy: 'AutomaticProfileSwitchingSiteList', effect: 'switched' },
    { policy: 'ForceEphemeralProfiles', effect: 'forgotten' },
    { policy: 'BrowserAddProfileEnabled', effect: 'no-new-profiles' },
  ] as const;
  expect(policiesAt('profile', policies)).toEqual(policies);
  expect(policiesAt('sealed', policies)).toEqual([policies[1]]);
});
