import { describe, expect, it } from 'vitest';
import {
  planWindows,
  windowsCandidates,
  type WindowsListing,
} from '../../../../../src/main/browsers/discovery/plan-windows.ts';
import { executableOfCommand } from '../../../../../src/main/browsers/discovery/registered-command.ts';
import { parseRegistryOutput } from '../../../../../src/main/system/process/registry-output.ts';

/*
 * Constructed; no Windows machine was at hand. The form of what `reg query` prints: Microsoft, "reg query", Examples.
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
const bravePath = `${programFiles}\\BraveSoftware\\Brave-Browser\\Application\\brave.exe`;
const vivaldiPath = 'D:\\Apps\\Vivaldi\\Application\\vivaldi.exe';

/** A client as `reg query ... /s` prints it. */
function client(
  root: string,
  name: string,
  command: string,
  progId?: string,
  defaultName = '(Default)',
): string {
  return [
    '',
    `${root}\\${name}`,
    `    ${defaultName}    REG_SZ    ${name}`,
    ...(progId
      ? [`${root}\\${name}\\Capabilities\\URLAssociations`, `    https    REG_SZ    ${progId}`, '']
      : []),
    `${root}\\${name}\\InstallInfo`,
    `    ReinstallCommand    REG_SZ    ${command} --make-default-browser`,
    '    IconsVisible    REG_DWORD    0x1',
    '',
    `${root}\\${name}\\shell\\open\\command`,
    `    ${defaultName}    REG_SZ    ${command}`,
    '',
  ].join('\r\n');
}

function chosen(progId: string): string {
  const key =
    'HKEY_CURRENT_USER\\SOFTWARE\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\https\\UserChoice';
  return `\r\n${key}\r\n    ProgId    REG_SZ    ${progId}\r\n`;
}

function windows(output: readonly string[], existingFiles: readonly string[]): WindowsListing {
  return {
    registry: output.flatMap(parseRegistryOutput),
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

const machines: readonly { machine: string; listing: WindowsListing; found: readonly string[] }[] = [
  { machine: 'nothing but Internet Explorer', listing: windows([], []), found: [] },
  {
    machine: 'Firefox as the default beside Edge',
    listing: windows([edge, firefox, chosen('FirefoxURL-308046B0AF4A39CB')], [edgePath, firefoxPath]),
    found: [`firefox* ${firefoxPath}`, `edge ${edgePath}`],
  },
  {
    machine: 'Firefox on another drive, for one user',
    listing: windows(
      [client(perUser, 'Firefox-E7CF176E110C211B', '"D:\\Apps\\Firefox\\firefox.exe"')],
      ['D:\\Apps\\Firefox\\firefox.exe'],
    ),
    found: ['firefox D:\\Apps\\Firefox\\firefox.exe'],
  },
  {
    machine: 'Firefox Developer Edition, registered nowhere',
    listing: windows([], [`${programFiles}\\Firefox Developer Edition\\firefox.exe`]),
    found: [`firefox-dev ${programFiles}\\Firefox Developer Edition\\firefox.exe`],
  },
  {
    machine: 'Windows 11 as delivered',
    listing: windows([edge, chosen('MSEdgeHTM')], [edgePath]),
    found: [`edge* ${edgePath}`],
  },
  {
    machine: 'Edge and Chrome, Chrome the default',
    listing: windows([edge, chrome, chosen('ChromeHTML')], [edgePath, chromePath]),
    found: [`chrome* ${chromePath}`, `edge ${edgePath}`],
  },
  {
    machine: 'Edge and Chrome, Firefox the default',
    listing: windows([edge, chrome, chosen('FirefoxURL-308046B0AF4A39CB')], [edgePath, chromePath]),
    found: [`edge ${edgePath}`, `chrome ${chromePath}`],
  },
  {
    machine: 'Chrome was uninstalled and left its keys',
    listing: windows([edge, chrome, chosen('ChromeHTML')], [edgePath]),
    found: [`edge ${edgePath}`],
  },
  {
    machine: 'a German system, where the default value is called (Standard)',
    listing: windows(
      [
        client(machineWide, 'Google Chrome', `"${chromePath}"`, 'ChromeHTML', '(Standard)'),
        chosen('ChromeHTML'),
      ],
      [chromePath],
    ),
    found: [`chrome* ${chromePath}`],
  },
  {
    machine: 'a French system, where the default value is called (par défaut), printed in another code page',
    listing: windows(
      [client(machineWide, 'Brave', `"${bravePath}"`, 'BraveHTML', '(par d\ufffdfaut)')],
      [bravePath],
    ),
    found: [`brave ${bravePath}`],
  },
  {
    machine: 'Chrome for one user, whose name the code page of reg cannot print',
    listing: windows(
      [
        client(
          perUser,
          'Google Chrome.V7DJX3MCBDWVA',
          `"${userChromePath.replaceAll(/[éü]/g, '\ufffd')}"`,
          'ChromeHTML.V7DJX3MCBDWVA',
        ),
      ],
      [userChromePath],
    ),
    found: [`chrome ${userChromePath}`],
  },
  {
    machine: 'Vivaldi in a folder of the user’s choice, the default',
    listing: windows(
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
    listing: windows(
      [client(perUser, 'Chromium.ABC', '"E:\\c\\chrome.exe"', 'ChromiumHTM.ABC')],
      ['E:\\c\\chrome.exe'],
    ),
    found: ['chromium E:\\c\\chrome.exe'],
  },
  {
    machine: 'all channels of Chrome: stable comes first',
    listing: windows(
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
    listing: windows(
      [
        `\r\n${appPaths}\\msedge.exe\r\n    (Default)    REG_SZ    ${edgePath.toUpperCase()}\r\n    Path    REG_SZ    ${programFilesX86}\r\n`,
      ],
      [edgePath],
    ),
    found: [`edge ${edgePath.toUpperCase()}`],
  },
  {
    machine: 'another program that calls itself chrome.exe',
    listing: windows([client(perUser, 'My Browser', '"C:\\x\\chrome.exe"')], ['C:\\x\\chrome.exe']),
    found: [],
  },
  {
    machine: 'a browser on a share is not started',
    listing: windows(
      [client(perUser, 'Google Chrome', '"\\\\evil\\s\\Google\\Chrome\\Application\\chrome.exe"')],
      ['\\\\evil\\s\\Google\\Chrome\\Application\\chrome.exe'],
    ),
    found: [],
  },
];

describe('the browsers of a Windows machine', () => {
  it.each(machines)('$machine', ({ listing, found }) => {
    const { browsers, refused } = planWindows(listing);
    expect(
      browsers.map(({ id, isDefault, executable }) => `${id}${isDefault ? '*' : ''} ${executable}`),
    ).toEqual(found);
    expect(refused).toEqual([]);
  });

  it.each(machines)('only paths that were asked for are found: $machine', ({ listing }) => {
    const asked = windowsCandidates(listing);
    for (const browser of planWindows(listing).browsers) expect(asked).toContain(browser.executable);
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
