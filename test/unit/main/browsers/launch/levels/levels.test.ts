import { describe, expect, it } from 'vitest';
import { planLaunch } from '../../../../../../src/main/browsers/launch/plan-launch.ts';
import type {
  LaunchPlaces,
  LaunchRequest,
} from '../../../../../../src/main/browsers/launch/launch-request.ts';
import { accountFor } from '../../../../../../src/main/browsers/profiles/account-for.ts';
import { accountFolderId, profileFolderId } from '../../../../../../src/main/browsers/profiles/folder-id.ts';
import { launchChoiceOf } from '#shared/customer/isolation.ts';
import { defaultSettings, type Settings } from '#shared/settings/settings.ts';
import { aBrowser, aRequest, contoso, profileOf } from '../../plans.ts';

const places: LaunchPlaces = {
  platform: 'linux',
  home: '/home/ana',
  dataRoot: '/data',
  salt: 'salt',
  hosts: () => ['security.microsoft.com'],
};
const chromium = aBrowser({ id: 'chromium', brand: 'chromium', executable: '/usr/bin/chromium' });
const url = `https://security.microsoft.com/?tid=${contoso}`;
const id = profileFolderId('salt', contoso);

function plan(request: Partial<LaunchRequest>, browser = chromium) {
  const planned = planLaunch(browser, aRequest(request), places);
  if (!planned.ok) throw new Error(planned.error.kind);
  return planned.value;
}

describe('an isolation level', () => {
  it('profile: a profile of the customer’s in the browser’s one data folder', () => {
    expect(profileOf(plan({})).place.profileFolder).toBe(`/data/browsers/chromium/${id}`);
  });

  it('sealed: a data folder of the customer’s own, apart from the shared one', () => {
    const sealed = plan({ level: 'sealed' });
    expect(sealed.args.slice(0, 2)).toEqual([
      `--user-data-dir=/data/sealed/chromium/${id}`,
      '--profile-directory=Default',
    ]);
    expect(profileOf(sealed).seeds[0]?.path).toBe(`/data/sealed/chromium/${id}/Default/Preferences`);
  });

  it('account: one profile for all customers of an account, called by it', () => {
    const account = { id: 'home.id', username: 'ana@mssp.example' };
    const one = profileOf(plan({ level: 'account', account }));
    const other = profileOf(plan({ level: 'account', account, name: 'Fabrikam' }));
    expect(one.place).toEqual(other.place);
    expect(one.place.profileFolder).toBe(`/data/browsers/chromium/${accountFolderId('salt', 'home.id')}`);
    expect(one.look.name).toBe('ana@mssp.example');
    expect(one.owner).toEqual({ accountId: 'home.id' });
    expect(plan({ level: 'account', account }).args.at(-1)).toBe(url);
  });

  it('account: works without anybody signed in, in a profile that is nobody else’s', () => {
    const profile = profileOf(plan({ level: 'account' }));
    expect(profile.look.name).toBe('Tidegate');
    expect(profile.id).toMatch(/^a-/);
  });

  it('own: the profile of the user’s, with no folder of ours', () => {
    const own = { dataFolder: '/home/ana/.config/chromium', profiles: [{ id: 'Profile 3', name: 'Work' }] };
    const planned = plan({ level: 'own', ownProfile: 'Profile 3' }, { ...chromium, own });
    expect(planned.args).toEqual([
      '--profile-directory=Profile 3',
      '--no-first-run',
      '--no-default-browser-check',
      url,
    ]);
    expect(planned.profile).toBeNull();
    // With one there is nothing to choose.
    expect(plan({ level: 'own' }, { ...chromium, own }).args).toEqual(planned.args);
  });

  it('own: in Firefox it is a folder below its own', () => {
    const own = { dataFolder: '/home/ana/.mozilla/firefox', profiles: [{ id: 'x.work', name: 'work' }] };
    const browser = aBrowser({ id: 'firefox', brand: 'firefox', own });
    expect(plan({ level: 'own' }, browser).args).toEqual([
      '--profile',
      '/home/ana/.mozilla/firefox/x.work',
      url,
    ]);
  });

  it.each([
    ['none is chosen of several', null, 'own-profile-unchosen'],
    ['the chosen one is gone', 'Profile 9', 'own-profile-missing'],
    ['a path is given for one', '../../x', 'own-profile-missing'],
  ])('own: opens nothing when %s', (_what, ownProfile, kind) => {
    const profiles = [
      { id: 'Default', name: 'Ana' },
      { id: 'Profile 3', name: 'Work' },
    ];
    const browser = { ...chromium, own: { dataFolder: '/home/ana/.config/chromium', profiles } };
    expect(planLaunch(browser, aRequest({ level: 'own', ownProfile }), places)).toMatchObject({
      error: { kind },
    });
  });

  it('custom: the user’s program with the values in their places', () => {
    const customCommand = '"/opt/my tools/open" --profile={name} {tenantId} {name} {url}';
    const planned = plan({ level: 'custom', customCommand, name: 'Contoso "&" {url}' });
    expect(planned).toMatchObject({
      executable: '/opt/my tools/open',
      args: ['--profile=Contoso "&" {url}', contoso, 'Contoso "&" {url}', url],
      profile: null,
    });
  });

  it('custom: starts nothing while it is switched off', () => {
    expect(planLaunch(chromium, aRequest({ level: 'custom' }), places)).toMatchObject({
      error: { kind: 'custom-off' },
    });
  });

  it('gives the user’s further arguments before the address', () => {
    const args = plan({ extraArguments: ['--force-dark-mode'] }).args;
    expect(args.slice(-2)).toEqual(['--force-dark-mode', url]);
  });

  it('gives no browser what its engine does not list', () => {
    const extraArguments = ['--foreground', '--no-sandbox', '--lang=fr', '--log-net-log=/tmp/x'];
    const given = (args: readonly string[]) => args.filter((arg) => extraArguments.includes(arg));
    expect(given(plan({ extraArguments }).args)).toEqual(['--lang=fr']);
    const own = { dataFolder: '/home/ana/.config/chromium', profiles: [{ id: 'Default', name: 'Work' }] };
    expect(given(plan({ level: 'own', extraArguments }, { ...chromium, own }).args)).toEqual(['--lang=fr']);
  });

  it('shows the colour that the user gave', () => {
    expect(profileOf(plan({ colour: '#112233' })).look.colour.hex).toBe('#112233');
  });
});

describe('the level of a customer', () => {
  const customer = { tags: ['Bank', 'EU'] };
  const settings: Settings = {
    ...defaultSettings,
    browser: 'edge',
    tagRules: [
      { tag: 'retail', isolation: 'account' },
      { tag: ' bank', isolation: 'sealed' },
      { tag: 'EU', isolation: 'own', browser: 'firefox' },
    ],
  };

  it('is the one for all where nothing else is said', () => {
    expect(launchChoiceOf({ tags: [] }, settings)).toEqual({ level: 'profile', browser: 'edge' });
  });

  it('is that of the first rule that fits, for level and browser each', () => {
    expect(launchChoiceOf(customer, settings)).toEqual({ level: 'sealed', browser: 'firefox' });
  });

  it('is the customer’s own before any rule', () => {
    expect(launchChoiceOf({ ...customer, isolation: 'account', browser: 'chrome' }, settings)).toEqual({
      level: 'account',
      browser: 'chrome',
    });
  });
});

describe('the account whose profile a customer shares', () => {
  const accounts = ['b', 'a', 'c'].map((id) => ({ id, username: `${id}@mssp.example` }));

  it.each([
    ['the chosen one', { accountId: 'c', accountIds: ['a'] }, 'c'],
    ['the first that reported the customer, in whatever order', { accountIds: ['b', 'a'] }, 'a'],
    ['the same while nobody is signed in with it', { accountIds: ['z'] }, 'z'],
    ['none of several when nobody reported the customer', { accountIds: [] }, undefined],
  ])('is %s', (_what, customer, expected) => {
    expect(accountFor(customer, accounts)?.id).toBe(expected);
  });

  it('is the only one there is, for a customer that only a list names', () => {
    expect(accountFor({ accountIds: [] }, accounts.slice(0, 1))?.id).toBe('b');
  });
});
