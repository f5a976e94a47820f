import { homedir } from 'node:os';
import { win32 } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../src/main/browsers/browser.ts';
import { discoverBrowsers } from '../../src/main/browsers/discovery/discover.ts';
import { withVersion } from '../../src/main/browsers/discovery/read-version.ts';
import { Files } from '../../src/main/system/files/files.ts';
import { systemRegistry } from '../../src/main/system/process/registry.ts';
import { readRegistryPolicy } from '../../src/main/state/settings/policy.ts';
import { readerHere } from '../integration/support/readers.ts';
import { standIn } from './support/programs.ts';
import { deleteRegistryKey, writeRegistry } from './support/registry.ts';

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

afterAll(() => deleteRegistryKey(`${machine}\\Policies\\Microsoft\\Edge`));

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
});
