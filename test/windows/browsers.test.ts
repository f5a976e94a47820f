import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { win32 } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../src/main/browsers/browser.ts';
import { discoverBrowsers } from '../../src/main/browsers/discovery/discover.ts';
import { withPolicies } from '../../src/main/browsers/discovery/read-policies.ts';
import { withVersion } from '../../src/main/browsers/discovery/read-version.ts';
import { Files } from '../../src/main/system/files/files.ts';
import { systemRegistry } from '../../src/main/system/process/registry.ts';
import { readRegistryPolicy } from '../../src/main/state/settings/policy.ts';
import { readerHere } from '../integration/support/readers.ts';
import { standIn } from './support/programs.ts';
import { clearRegistryKey, deleteRegistryKey, writeRegistry } from './support/registry.ts';

const machine = 'HKEY_LOCAL_MACHINE\\SOFTWARE';
const user = 'HKEY_CURRENT_USER\\SOFTWARE';
const https = `${user}\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\https`;
const local = process.env['LOCALAPPDATA'] ?? '';
const edgePath = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const chromePath = 'C:\\Users\\Jörg 山田 Łukasz\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe';
const storePath = `${local}\\Microsoft\\WindowsApps\\firefox.exe`;

const client = (root: string, name: string, path: string, progId: string) => ({
  [`${root}\\Clients\\StartMenuInternet\\${name}`]: { '': name },
  [`${root}\\Clients\\StartMenuInternet\\${name}\\Capabilities\\URLAssociations`]: { https: progId },
  [`${root}\\Clients\\StartMenuInternet\\${name}\\shell\\open\\command`]: { '': `"${path}"` },
});

const discover = (environment: NodeJS.ProcessEnv = process.env) =>
  discoverBrowsers({ platform: 'win32', home: homedir(), environment }, new Files(readerHere));

const found = async (environment?: NodeJS.ProcessEnv) =>
  (await discover(environment)).browsers.map(
    ({ executable, id, isDefault }) => `${id}${isDefault ? '*' : ''} ${executable}`,
  );

beforeAll(() => {
  standIn(edgePath);
  standIn(chromePath);
  standIn(storePath);
  writeRegistry({
    ...client(machine, 'Microsoft Edge', edgePath, 'MSEdgeHTM'),
    ...client(user, 'Google Chrome.V7DJX3', chromePath, 'ChromeHTML.V7DJX3'),
    [`${https}\\UserChoice`]: { ProgId: 'MSEdgeHTM', Hash: 'x' },
  });
});

afterEach(() => {
  for (const root of [machine, user])
    for (const maker of ['Microsoft', 'Google', 'Mozilla']) clearRegistryKey(`${root}\\Policies\\${maker}`);
});

describe('the browsers of this Windows', () => {
  it('are found by a real registry, whatever letters a folder has', async () => {
    expect(await found()).toEqual([`edge* ${edgePath}`, `chrome ${chromePath}`]);
  });

  it('are found where an environment has lost what is not needed', async () => {
    const { LOCALAPPDATA: _local, SystemRoot: _root, SYSTEMROOT: _other, ...left } = process.env;
    expect(await found(left)).toEqual([`edge* ${edgePath}`, `chrome ${chromePath}`]);
  });

  it('one of the Microsoft Store is named, and not offered', async () => {
    expect((await discover()).refused).toEqual([
      { name: 'Mozilla Firefox (Microsoft Store)', path: storePath, reason: 'store' },
    ]);
  });

  it('the default is the newer choice where there are two', async () => {
    writeRegistry({ [`${https}\\UserChoiceLatest\\ProgId`]: { ProgId: 'ChromeHTML.V7DJX3', Hash: 'x' } });
    expect(await found()).toEqual([`chrome* ${chromePath}`, `edge ${edgePath}`]);
    deleteRegistryKey(`${https}\\UserChoiceLatest`);
    expect(await found()).toEqual([`edge* ${edgePath}`, `chrome ${chromePath}`]);
  });

  it('their policies are read from both hives, the machine’s last', async () => {
    writeRegistry({
      [`${user}\\Policies\\Microsoft\\Edge`]: { BrowserSignin: 2, ForceEphemeralProfiles: 1 },
      [`${machine}\\Policies\\Microsoft\\Edge`]: { BrowserSignin: 1, UserDataDir: 'D:\\Übergabe' },
    });
    const [edge] = (await discover()).browsers;
    expect(edge?.policies).toEqual([
      { policy: 'UserDataDir', effect: 'moved' },
      { policy: 'ForceEphemeralProfiles', effect: 'forgotten' },
    ]);
  });

  it('Edge’s policies are read whatever their kind: numbers, JSON in a text, recommended ones, and JSON with any letter', async () => {
    writeRegistry({
      [`${user}\\Policies\\Microsoft\\Edge`]: { NonRemovableProfileEnabled: 1, BrowserAddProfileEnabled: 0 },
      [`${machine}\\Policies\\Microsoft\\Edge`]: {
        BrowserSignin: 1,
        AutomaticProfileSwitchingSiteList:
          '[{"profile":"*@Größe-Łódź.example","site":"security.microsoft.com"}]',
      },
      [`${machine}\\Policies\\Microsoft\\Edge\\RECOMMENDED`]: {
        ClearBrowsingDataOnExit: 1,
        BrowserSignin: 2,
      },
    });
    expect((await discover()).browsers[0]?.policies).toEqual([
      { policy: 'AutomaticProfileSwitchingSiteList', effect: 'switched' },
      { policy: 'ClearBrowsingDataOnExit', effect: 'forgotten' },
      { policy: 'NonRemovableProfileEnabled', effect: 'windows-account' },
      { policy: 'BrowserAddProfileEnabled', effect: 'no-new-profiles' },
    ]);
    // The machine's has the last word.
    writeRegistry({
      [`${machine}\\Policies\\Microsoft\\Edge`]: { ImplicitSignInEnabled: 0, BrowserAddProfileEnabled: 1 },
    });
    expect((await discover()).browsers[0]?.policies?.map(({ effect }) => effect)).toEqual([
      'switched',
      'forgotten',
      'no-device',
    ]);
  });

  it('policies with keys of their own are read: a list of Chrome’s', async () => {
    const key = `${machine}\\Policies\\Google\\Chrome`;
    writeRegistry({
      [`${key}\\ClearBrowsingDataOnExitList`]: { '1': 'password_signin', '2': 'cookies_and_other_site_data' },
      [key]: { CloudAPAuthEnabled: 0 },
    });
    const chrome = (await discover()).browsers.find(({ id }) => id === 'chrome');
    expect(chrome?.policies).toEqual([
      { policy: 'ClearBrowsingDataOnExitList', effect: 'forgotten' },
      { policy: 'CloudAPAuthEnabled', effect: 'no-device' },
    ]);
  });

  it('Firefox’s are read beside its program as well, where the registry says nothing else', async () => {
    const executable = standIn('C:\\Program Files\\Feuerfuchs Größe\\firefox.exe');
    const firefox = { brand: 'firefox', executable } as Browser;
    const policies = async () =>
      (await withPolicies(firefox, { platform: 'win32', home: homedir(), environment: process.env }))
        .policies;
    expect(await policies()).toBeUndefined();
    const folder = win32.join(win32.dirname(executable), 'distribution');
    mkdirSync(folder);
    const file = JSON.stringify({
      policies: { WindowsSSO: false, ClearOnShutdown: { CookiesAndStorage: true } },
    });
    writeFileSync(win32.join(folder, 'policies.json'), file);
    expect(await policies()).toEqual([
      { policy: 'ClearOnShutdown', effect: 'forgotten' },
      { policy: 'WindowsSSO', effect: 'no-device' },
    ]);
    const key = `${machine}\\Policies\\Mozilla\\Firefox`;
    writeRegistry({ [key]: { WindowsSSO: 1 }, [`${key}\\ClearOnShutdown`]: { CookiesAndStorage: 0 } });
    expect(await policies()).toBeUndefined();
  });

  it('a program tells its own version, whatever folders lie beside it', async () => {
    const node = { brand: 'edge', executable: process.execPath } as Browser;
    expect((await withVersion(node)).version).toBe(`${process.versions.node}.0`);
    const [edge] = (await discover()).browsers;
    expect(edge?.version).toBeUndefined();
    standIn(win32.join(win32.dirname(edgePath), '150.0.4000.9', 'msedge.dll'));
    standIn(win32.join(win32.dirname(edgePath), '150.0.4000.10', 'msedge.dll'));
    expect((await discover()).browsers[0]?.version).toBe('150.0.4000.10');
  });
});

describe('an administrator’s policy in this registry', () => {
  const policies = `${machine}\\Policies`;
  const read = () => readRegistryPolicy(systemRegistry(process.env));

  it('is read with every letter, in whatever case, and says nothing where it is not there', async () => {
    writeRegistry({ [`${policies}\\Anything`]: { a: 1 } });
    expect(await read()).toEqual({ defaults: {}, locks: {}, problems: [] });
    writeRegistry({
      [`${policies}\\TIDEGATE`]: {
        PERSISTTOKENS: 0,
        sharedList: '\\\\Größe\\Łódź\\kunden.csv',
        sources: '["gdap"]',
      },
      [`${policies}\\TIDEGATE\\recommended`]: { language: 'fr' },
    });
    expect(await read()).toEqual({
      defaults: { language: 'fr' },
      locks: { persistTokens: false, sharedList: '\\\\Größe\\Łódź\\kunden.csv', sources: ['gdap'] },
      problems: [],
    });
    deleteRegistryKey(`${policies}\\TIDEGATE`);
    expect(await read()).toEqual({ defaults: {}, locks: {}, problems: [] });
  });

  it('counts from no place where the user could write it', async () => {
    const own = `${user}\\Policies\\Tidegate`;
    writeRegistry({ [own]: { persistTokens: 0 }, [`${own}\\Recommended`]: { language: 'fr' } });
    expect(await read()).toEqual({ defaults: {}, locks: {}, problems: [] });
    deleteRegistryKey(own);
  });

  it('closes what it could close where Windows does not tell whether there is one', async () => {
    const { locks, problems } = await readRegistryPolicy(systemRegistry({ SystemRoot: 'C:\\nowhere' }));
    expect(locks).toMatchObject({ persistTokens: false });
    expect(problems).toHaveLength(1);
  });
});
