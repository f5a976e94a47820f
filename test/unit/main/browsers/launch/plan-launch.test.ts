import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import type { Browser } from '../../../../../src/main/browsers/browser.ts';
import { isOpenable } from '../../../../../src/main/browsers/launch/openable.ts';
import { planLaunch } from '../../../../../src/main/browsers/launch/plan-launch.ts';
import type { LaunchPlaces } from '../../../../../src/main/browsers/launch/launch-request.ts';
import type { LaunchPlan } from '../../../../../src/main/browsers/launch/launch-plan.ts';
import { isProfileFolderId, profileFolderId } from '../../../../../src/main/browsers/profiles/folder-id.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import { aBrowser as browser, aRequest, profileOf, seedOf } from '../plans.ts';

const tenantId = parseTenantId('11111111-2222-4333-8444-555555555555') as TenantId;
const hosts = ['security.microsoft.com'];
const url = `https://security.microsoft.com/?tid=${tenantId}`;

const linux: LaunchPlaces = {
  platform: 'linux',
  home: '/home/ana',
  dataRoot: '/home/ana/.config/Tidegate',
  salt: 'salt',
  hosts: () => hosts,
};
const windows: LaunchPlaces = {
  ...linux,
  platform: 'win32',
  home: 'C:\\Users\\Ana Müller',
  dataRoot: 'C:\\Users\\Ana Müller\\AppData\\Local\\Tidegate',
};
const mac: LaunchPlaces = {
  ...linux,
  platform: 'darwin',
  home: '/Users/ana',
  dataRoot: '/Users/ana/Library/Application Support/Tidegate',
};

function planned(places: LaunchPlaces, name = 'Contoso', change: Partial<Browser> = {}): LaunchPlan {
  const plan = planLaunch(browser(change), aRequest({ name }), places);
  if (!plan.ok) throw new Error(plan.error.kind);
  return plan.value;
}

const folder = profileFolderId('salt', tenantId);

describe('the plan of a launch', () => {
  it.each([
    ['Linux', linux, '/home/ana/.config/Tidegate/browsers/edge', posix],
    ['Windows', windows, 'C:\\Users\\Ana Müller\\AppData\\Local\\Tidegate\\browsers\\edge', win32],
    ['macOS', mac, '/Users/ana/Library/Application Support/Tidegate/browsers/edge', posix],
  ])('on %s is these arguments, with the address last', (_system, places, userDataDir, path) => {
    const plan = planned(places);
    expect(plan).toMatchObject({
      customer: { tenantId, name: 'Contoso' },
      browser: { id: 'edge', name: 'Microsoft Edge' },
      executable: '/usr/bin/microsoft-edge',
      args: [
        `--user-data-dir=${userDataDir}`,
        `--profile-directory=${folder}`,
        '--no-first-run',
        '--no-default-browser-check',
        '--disk-cache-size=67108864',
        url,
      ],
      level: 'profile',
      profile: {
        kind: 'shared',
        place: { dataFolder: userDataDir, profileFolder: path.join(userDataDir, folder) },
      },
      url,
    });
    expect(seedOf(plan).path).toBe(path.join(userDataDir, folder, 'Preferences'));
    expect(JSON.parse(seedOf(plan).content)).toMatchObject({ profile: { name: 'Contoso' } });
  });

  it('gives each browser a folder of its own and each customer a profile in it', () => {
    const other = planned(linux, 'Contoso', { id: 'chrome-beta', brand: 'chrome', channel: 'beta' });
    expect(profileOf(other).place.dataFolder).toBe('/home/ana/.config/Tidegate/browsers/chrome-beta');
    expect(posix.basename(profileOf(other).place.profileFolder)).toBe(folder);
  });

  it('puts the profiles of a snap where that snap may write', () => {
    const plan = planned(linux, 'Contoso', {
      id: 'chromium-snap',
      confinement: { kind: 'snap', name: 'chromium' },
    });
    expect(profileOf(plan).place.dataFolder).toBe(
      '/home/ana/snap/chromium/common/tidegate/browsers/chromium-snap',
    );
  });

  it.each([
    '--user-data-dir=/tmp/x',
    '" --load-extension=/tmp/x "',
    "'; rm -rf ~; '",
    '../../../../etc',
    '..\\..\\Windows',
    'C:\\Windows',
    '<script>alert(1)</script>',
    '%U %f %%',
    '\u202egnp.exe',
    '\u0000\n\r',
    'x'.repeat(300),
    '',
    ' ',
    '$(id) `id` ${HOME} %PATH%',
  ])('is the same for a customer named %j, but for the name', (name) => {
    const plain = planned(linux);
    const plan = planned(linux, name);
    expect(plan.args).toEqual(plain.args);
    expect(profileOf(plan).place).toEqual(profileOf(plain).place);
    expect(seedOf(plan).path).toBe(seedOf(plain).path);
    const shown = (JSON.parse(seedOf(plan).content) as { profile: { name: string } }).profile.name;
    expect(shown.trim()).not.toBe('');
    expect(plan.customer.name).toBe(name);
  });

  it('stays inside the data folder with six arguments, whatever customer, name and salt', () => {
    const anyTenant = fc
      .uuid()
      .map(parseTenantId)
      .filter((id) => id !== undefined);
    const anyPlaces = fc.constantFrom(linux, windows, mac);
    const anyText = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(anyTenant, anyText, anyText, anyPlaces, (id, name, salt, places) => {
        const request = aRequest({ tenantId: id, name });
        const plan = planLaunch(browser(), request, { ...places, salt });
        if (!plan.ok) throw new Error(plan.error.kind);
        const path = places.platform === 'win32' ? win32 : posix;
        const inside = path.relative(places.dataRoot, seedOf(plan.value).path).split(path.sep);
        expect(inside).toHaveLength(4);
        expect(inside.slice(0, 2)).toEqual(['browsers', 'edge']);
        expect(isProfileFolderId(inside[2] ?? '')).toBe(true);
        expect(plan.value.args).toHaveLength(6);
        expect(plan.value.args.at(-1)).toBe(request.url);
        expect(plan.value.args.slice(0, -1).every((arg) => arg.startsWith('--'))).toBe(true);
      }),
    );
  });

  it('is refused when Windows could not hold what the browser writes below so long a path', () => {
    const dataRoot = `C:\\${'long\\'.repeat(25)}Tidegate`;
    expect(planLaunch(browser(), aRequest({ name: 'a' }), { ...windows, dataRoot })).toMatchObject({
      ok: false,
      error: { kind: 'profile-unwritable' },
    });
    expect(planLaunch(browser(), aRequest({ name: 'a' }), { ...linux, dataRoot: `/${dataRoot}` }).ok).toBe(
      true,
    );
  });

  it('is refused for an address that may not be opened', () => {
    expect(planLaunch(browser(), aRequest({ url: 'https://evil.example/' }), linux)).toEqual({
      ok: false,
      error: { kind: 'address-refused', values: { address: 'https://evil.example/' } },
    });
  });
});

describe('an address for a browser', () => {
  it.each([
    'https://security.microsoft.com/?tid=11111111-2222-4333-8444-555555555555',
    'https://security.microsoft.com/incidents?tid=1&a=b%20c#x/y',
  ])('may be %s', (address) => {
    expect(isOpenable(address, hosts)).toBe(true);
  });

  it.each([
    '',
    'security.microsoft.com',
    'http://security.microsoft.com/',
    'HTTPS://security.microsoft.com/',
    'https://security.microsoft.com',
    'https://security.microsoft.com:444/',
    'https://security.microsoft.com.evil.example/',
    'https://evil.example/?https://security.microsoft.com/',
    'https://security.microsoft.com@evil.example/',
    'https://user@security.microsoft.com/',
    'https://user:secret@security.microsoft.com/',
    'https://security.mіcrosoft.com/',
    'https://xn--security-mcrosoft.com/',
    'https://security.microsoft.com./',
    'https:\\\\security.microsoft.com\\',
    'https:security.microsoft.com/',
    ' https://security.microsoft.com/',
    'https://security.microsoft.com/\n',
    'https://security.microsoft.com/a b',
    'https://security.microsoft.com/?a="b"',
    'https://security.microsoft.com/?a=\u202e',
    'https://security.microsoft.com/?a=`id`',
    'javascript:alert(1)//https://security.microsoft.com/',
    'file:///etc/passwd',
    'data:text/html,x',
    'view-source:https://security.microsoft.com/',
    'blob:https://security.microsoft.com/x',
    '\\\\host\\share',
    '//security.microsoft.com/',
    '-https://security.microsoft.com/',
    '--user-data-dir=/tmp',
  ])('is never %j', (address) => {
    expect(isOpenable(address, hosts)).toBe(false);
  });
});
