import { describe, expect, it } from 'vitest';
import {
  planWindows,
  windowsCandidates,
  type WindowsScan,
} from '../../../../../src/main/browsers/discovery/plan-windows.ts';
import { executableOfCommand } from '../../../../../src/main/browsers/discovery/registered-command.ts';
import { parseRegistryExport, textsIn } from '../../../../../src/main/system/process/registry-export.ts';

/*
 * Constructed; test/windows reads a real registry. The form of what `reg export` writes: see process/registry-export.
 * What browsers register: Microsoft, "Registering Programs with Client Types" (StartMenuInternet, shell\open\command,
 * Capabilities) and "Application Registration" (App Paths); Chromium, chrome/installer/util/shell_util.h (per-user
 * suffix after a full stop). Folders: the makers' deployment pages, as collected in APMichael/Winapp2.
 */
const machineWide = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Clients\\StartMenuInternet';
const perUser = 'HKEY_CURRENT_USER\\SOFTWARE\\Clients\\StartMenuInternet';
const appPaths = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths';

const programFiles = 'C:\\Program Files';
const programFilesX86 = 'C:\\Program Files (x86)';
const local = 'C:\\Users\\Zoé Müller\\AppData\\Local';
const edgePath = `${programFilesX86}\\Microsoft\\Edge\\Application\\msedge.exe`;
const chromePath = `${programFiles}\\Google\\Chrome\\Application\\chrome.exe`;
const userChromePath = `${local}\\Google\\Chrome\\Application\\chrome.exe`;
const otherUserChromePath = 'D:\\Użytkownicy\\Łukasz 山田\\Google\\Chrome\\Application\\chrome.exe';
const vivaldiPath = 'D:\\Apps\\Vivaldi\\Application\\vivaldi.exe';

/** A text as .reg files have it. */
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** A client as `reg export` writes it. */
function client(root: string, name: string, command: string, progId?: string): string {
  return [
    `[${root}\\${name}]`,
    `@=${quoted(name)}`,
    '',
    ...(progId ? [`[${root}\\${name}\\Capabilities\\URLAssociations]`, `"https"=${quoted(progId)}`, ''] : []),
    `[${root}\\${name}\\InstallInfo]`,
    `"ReinstallCommand"=${quoted(`${command} --make-default-browser`)}`,
    '"IconsVisible"=dword:00000001',
    '',
    `[${root}\\${name}\\shell\\open\\command]`,
    `@=${quoted(command)}`,
    '',
    '',
  ].join('\r\n');
}

const https = 'HKEY_CURRENT_USER\\SOFTWARE\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\https';

function chosen(progId: string): string {
  return `[${https}\\UserChoice]\r\n"Hash"="q1w2e3="\r\n"ProgId"=${quoted(progId)}\r\n\r\n`;
}

/** Windows 11 24H2 and later. */
function chosenLatest(progId: string): string {
  return [
    `[${https}\\UserChoiceLatest]`,
    '"Hash"="q1w2e3="',
    '',
    `[${https}\\UserChoiceLatest\\ProgId]`,
    `"ProgId"=${quoted(progId)}`,
    '',
    '',
  ].join('\r\n');
}

function windows(output: readonly string[], existingFiles: readonly string[]): WindowsScan {
  return {
    registry: textsIn(
      output.flatMap((text) => parseRegistryExport(`Windows Registry Editor Version 5.00\r\n\r\n${text}`)),
    ),
    programFolders: [programFiles, programFilesX86, local],
    existingFiles,
  };
}

const edge = client(machineWide, 'Microsoft Edge', `"${edgePath}"`, 'MSEdgeHTM');
const chrome = client(machineWide, 'Google Chrome', `"${chromePath}"`, 'ChromeHTML');

const firefoxPath = `${programFiles}\\Mozilla Firefox\\firefox.exe`;
const firefox = client(
  machineWide,
  'Firefox-308046B0AF4A39CB',
  `"${firefoxPath}"`,
  'FirefoxURL-308046B0AF4A39CB',
);

const machines: readonly { machine: string; scan: WindowsScan; found: readonly string[] }[] = [
  { machine: 'nothing but Internet Explorer', scan: windows([], []), found: [] },
  {
    machine: 'Firefox as the default beside Edge',
    scan: windows([edge, firefox, chosen('FirefoxURL-308046B0AF4A39CB')], [edgePath, firefoxPath]),
    found: [`firefox* ${firefoxPath}`, `edge ${edgePath}`],
  },
  {
    machine: 'Firefox on another drive, for one user',
    scan: windows(
      [client(perUser, 'Firefox-E7CF176E110C211B', '"D:\\Apps\\Firefox\\firefox.exe"')],
      ['D:\\Apps\\Firefox\\firefox.exe'],
    ),
    found: ['firefox D:\\Apps\\Firefox\\firefox.exe'],
  },
  {
    machine: 'Firefox Developer Edition, registered nowhere',
    scan: windows([], [`${programFiles}\\Firefox Developer Edition\\firefox.exe`]),
    found: [`firefox-dev ${programFiles}\\Firefox Developer Edition\\firefox.exe`],
  },
  {
    machine: 'Windows 11 as delivered',
    scan: windows([edge, chosen('MSEdgeHTM')], [edgePath]),
    found: [`edge* ${edgePath}`],
  },
  {
    machine: 'Edge and Chrome, Chrome the default',
    scan: windows([edge, chrome, chosen('ChromeHTML')], [edgePath, chromePath]),
    found: [`chrome* ${chromePath}`, `edge ${edgePath}`],
  },
  {
    machine: 'Edge and Chrome, Firefox the default',
    scan: windows([edge, chrome, chosen('FirefoxURL-308046B0AF4A39CB')], [edgePath, chromePath]),
    found: [`edge ${edgePath}`, `chrome ${chromePath}`],
  },
  {
    machine: 'Chrome was uninstalled and left its keys',
    scan: windows([edge, chrome, chosen('ChromeHTML')], [edgePath]),
    found: [`edge ${edgePath}`],
  },
  {
    machine: 'Windows 11 24H2, where the newer of two choices wins',
    scan: windows([edge, chrome, chosen('ChromeHTML'), chosenLatest('MSEdgeHTM')], [edgePath, chromePath]),
    found: [`edge* ${edgePath}`, `chrome ${chromePath}`],
  },
  {
    machine: 'Windows 11 24H2 where nothing is chosen in the new place',
    scan: windows([edge, chrome, chosenLatest(''), chosen('ChromeHTML')], [edgePath, chromePath]),
    found: [`chrome* ${chromePath}`, `edge ${edgePath}`],
  },
  {
    machine: 'Chrome for one user, whose name is in no code page of the system',
    scan: windows(
      [
        client(
          perUser,
          'Google Chrome.V7DJX3MCBDWVA',
          `"${otherUserChromePath}"`,
          'ChromeHTML.V7DJX3MCBDWVA',
        ),
        chosen('ChromeHTML.V7DJX3MCBDWVA'),
      ],
      [otherUserChromePath],
    ),
    found: [`chrome* ${otherUserChromePath}`],
  },
  {
    machine: 'Chrome for one user, registered nowhere',
    scan: windows([], [userChromePath]),
    found: [`chrome ${userChromePath}`],
  },
  {
    machine: 'Vivaldi in a folder of the user’s choice, the default',
    scan: windows(
      [
        client(perUser, 'Vivaldi.HPEGJRLPBZOCR', `"${vivaldiPath}"`, 'VivaldiHTM.HPEGJRLPBZOCR'),
        chosen('VivaldiHTM.HPEGJRLPBZOCR'),
      ],
      [vivaldiPath],
    ),
    found: [`vivaldi* ${vivaldiPath}`],
  },
  {
    machine: 'Chromium in an unusual folder is told from Chrome by its name',
    scan: windows(
      [client(perUser, 'Chromium.ABC', '"E:\\c\\chrome.exe"', 'ChromiumHTM.ABC')],
      ['E:\\c\\chrome.exe'],
    ),
    found: ['chromium E:\\c\\chrome.exe'],
  },
  {
    machine: 'all channels of Chrome: stable comes first',
    scan: windows(
      [],
      [
        `${local}\\Google\\Chrome SxS\\Application\\chrome.exe`,
        `${programFiles}\\Google\\Chrome Dev\\Application\\chrome.exe`,
        `${programFiles}\\Google\\Chrome Beta\\Application\\chrome.exe`,
        chromePath,
      ],
    ),
    found: [
      `chrome ${chromePath}`,
      `chrome-beta ${programFiles}\\Google\\Chrome Beta\\Application\\chrome.exe`,
      `chrome-dev ${programFiles}\\Google\\Chrome Dev\\Application\\chrome.exe`,
      `chrome-canary ${local}\\Google\\Chrome SxS\\Application\\chrome.exe`,
    ],
  },
  {
    machine: 'App Paths only, without quotes and with another spelling of the folder',
    scan: windows(
      [
        `[${appPaths}\\msedge.exe]\r\n@=${quoted(edgePath.toUpperCase())}\r\n"Path"=${quoted(programFilesX86)}\r\n`,
      ],
      [edgePath],
    ),
    found: [`edge ${edgePath.toUpperCase()}`],
  },
  {
    machine: 'another program that calls itself chrome.exe',
    scan: windows([client(perUser, 'My Browser', '"C:\\x\\chrome.exe"')], ['C:\\x\\chrome.exe']),
    found: [],
  },
  {
    machine: 'a browser on a share is not started',
    scan: windows(
      [client(perUser, 'Google Chrome', '"\\\\evil\\s\\Google\\Chrome\\Application\\chrome.exe"')],
      ['\\\\evil\\s\\Google\\Chrome\\Application\\chrome.exe'],
    ),
    found: [],
  },
];

describe('the browsers of a Windows machine', () => {
  it.each(machines)('$machine', ({ scan, found }) => {
    const { browsers, refused } = planWindows(scan);
    expect(
      browsers.map(({ id, isDefault, executable }) => `${id}${isDefault ? '*' : ''} ${executable}`),
    ).toEqual(found);
    expect(refused).toEqual([]);
  });

  it.each(machines)('only paths that were asked for are found: $machine', ({ scan }) => {
    const asked = windowsCandidates(scan);
    for (const browser of planWindows(scan).browsers) expect(asked).toContain(browser.executable);
  });
});

describe('a browser of the Microsoft Store', () => {
  const alias = `${local}\\Microsoft\\WindowsApps\\firefox.exe`;
  const inside =
    'C:\\Program Files\\WindowsApps\\Mozilla.Firefox_147.0.0.0_x64__n80bbvh6b1yt2\\VFS\\ProgramFiles\\Firefox Package Root\\firefox.exe';

  it('is named as such, and not offered: its profiles would lie out of reach', () => {
    const scan = windows([edge], [edgePath, alias]);
    expect(windowsCandidates(scan)).toContain(alias);
    const { browsers, refused } = planWindows(scan);
    expect(browsers.map(({ id }) => id)).toEqual(['edge']);
    expect(refused).toEqual([{ name: 'Mozilla Firefox (Microsoft Store)', path: alias, reason: 'store' }]);
  });

  it('is not offered by what it registers either', () => {
    const scan = windows(
      [client(perUser, 'Firefox-1234', `"${inside}"`, 'AppX90nv6nhay5n6a98fnetv7tpk64pp35es')],
      [inside],
    );
    expect(planWindows(scan).browsers).toEqual([]);
  });
});

describe('a command in the registry', () => {
  it.each([
    ['"C:\\a b\\chrome.exe"', 'C:\\a b\\chrome.exe'],
    ['"C:\\a b\\chrome.exe" -- "%1"', 'C:\\a b\\chrome.exe'],
    ['C:\\a\\chrome.exe --single-argument %1', 'C:\\a\\chrome.exe'],
    ['C:\\a b\\chrome.exe', 'C:\\a b\\chrome.exe'],
    ['%ProgramFiles%\\chrome.exe', undefined],
    ['chrome.exe', undefined],
    ['"\\\\host\\share\\chrome.exe"', undefined],
    ['"C:\\a\\..\\b\\chrome.exe"', undefined],
    ['"C:\\a\\chrome.exe:stream.exe"', undefined],
    ['"C:\\a\\chrome.bat"', undefined],
    ['', undefined],
  ])('%s starts %s', (command, path) => {
    expect(executableOfCommand(command)).toBe(path);
  });
});
