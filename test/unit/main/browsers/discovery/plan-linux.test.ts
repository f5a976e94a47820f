import { describe, expect, it } from 'vitest';
import {
  linuxCandidates,
  planLinux,
  type LinuxScan,
} from '../../../../../src/main/browsers/discovery/plan-linux.ts';
import { desktopFile, executable, linux } from '../linux-machine.ts';

/*
 * Listings as the makers' packages leave them. Seen on this kind of machine: Debian's chromium. From the packages'
 * published contents: /opt paths and alternatives of google-chrome, microsoft-edge, brave-browser, vivaldi. Snap's and
 * flatpak's Exec lines: as found in public issue trackers (BAMF_DESKTOP_FILE_HINT, --file-forwarding ... @@u).
 * Ubuntu's /usr/bin/chromium-browser: the script of its transitional package.
 */
const chromium = executable(
  '/usr/bin/chromium',
  '/usr/bin/chromium',
  '#!/bin/sh\nexec $LIBDIR/$APPNAME "$@"',
);
const chrome = executable(
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/google-chrome',
  '#!/bin/bash\n',
);
const snapExec =
  'env BAMF_DESKTOP_FILE_HINT=/var/lib/snapd/desktop/applications/chromium_chromium.desktop /snap/bin/chromium %U';
const flatpakExec =
  '/usr/bin/flatpak run --branch=stable --arch=x86_64 --command=/app/bin/chrome --file-forwarding com.google.Chrome @@u %U @@';

interface Machine {
  readonly machine: string;
  readonly scan: LinuxScan;
  /** id and executable, best first */
  readonly found: readonly string[];
  readonly refused?: readonly string[];
}

const machines: readonly Machine[] = [
  { machine: 'nothing is installed', scan: linux({}), found: [] },
  {
    machine: 'Debian with chromium and Firefox',
    scan: linux({
      desktopFiles: [
        desktopFile('chromium.desktop', '/usr/bin/chromium %U'),
        desktopFile('firefox-esr.desktop', '/usr/lib/firefox-esr/firefox-esr %u'),
      ],
      executables: [chromium, executable('/usr/lib/firefox-esr/firefox-esr')],
      defaults: ['firefox-esr.desktop'],
    }),
    found: ['firefox* /usr/lib/firefox-esr/firefox-esr', 'chromium /usr/bin/chromium'],
  },
  {
    machine: 'Ubuntu with the snap of Firefox behind its own script, and Chrome',
    scan: linux({
      desktopFiles: [
        desktopFile(
          'firefox_firefox.desktop',
          'env BAMF_DESKTOP_FILE_HINT=/var/lib/snapd/desktop/applications/firefox_firefox.desktop /snap/bin/firefox %u',
        ),
      ],
      executables: [
        executable('/usr/bin/firefox', '/usr/bin/firefox', '#!/bin/sh\nexec /snap/bin/firefox "$@"'),
        executable('/snap/bin/firefox', '/usr/bin/snap'),
        chrome,
      ],
      defaults: ['firefox_firefox.desktop'],
    }),
    found: ['firefox-snap* /snap/bin/firefox', 'chrome /usr/bin/google-chrome-stable'],
  },
  {
    machine: 'Mozilla’s own archive of Firefox Developer Edition and Arch’s package of it',
    scan: linux({
      desktopFiles: [desktopFile('firefox-dev.desktop', '/usr/lib/firefox-developer-edition/firefox %u')],
      executables: [
        executable('/usr/bin/firefox-developer-edition'),
        executable('/usr/lib/firefox-developer-edition/firefox'),
      ],
    }),
    found: [
      'firefox /usr/lib/firefox-developer-edition/firefox',
      'firefox-dev /usr/bin/firefox-developer-edition',
    ],
  },
  {
    machine: 'Firefox as a flatpak only',
    scan: linux({
      desktopFiles: [
        desktopFile(
          'org.mozilla.firefox.desktop',
          '/usr/bin/flatpak run --branch=stable --command=firefox --file-forwarding org.mozilla.firefox @@u %u @@',
        ),
      ],
      executables: [executable('/usr/bin/flatpak')],
    }),
    found: [],
    refused: ['Mozilla Firefox flatpak'],
  },
  {
    machine: 'a desktop file whose browser was removed',
    scan: linux({ desktopFiles: [desktopFile('chromium.desktop', '/usr/bin/chromium %U')] }),
    found: [],
  },
  {
    machine: 'a browser on the PATH without a desktop file',
    scan: linux({ executables: [executable('/usr/local/bin/vivaldi')] }),
    found: ['vivaldi /usr/local/bin/vivaldi'],
  },
  {
    machine: 'Edge, Chrome, Brave and Chromium, none of them the default',
    scan: linux({
      executables: [
        chromium,
        chrome,
        executable('/usr/bin/brave-browser', '/opt/brave.com/brave/brave-browser'),
        executable('/usr/bin/microsoft-edge', '/opt/microsoft/msedge/microsoft-edge'),
      ],
    }),
    found: [
      'edge /usr/bin/microsoft-edge',
      'chrome /usr/bin/google-chrome-stable',
      'brave /usr/bin/brave-browser',
      'chromium /usr/bin/chromium',
    ],
  },
  {
    machine: 'Chrome and Chromium, Chromium the default',
    scan: linux({
      desktopFiles: [
        desktopFile('chromium.desktop', '/usr/bin/chromium %U'),
        desktopFile('google-chrome.desktop', '/usr/bin/google-chrome-stable %U'),
      ],
      executables: [chromium, chrome],
      defaults: ['gone.desktop', 'chromium.desktop', 'google-chrome.desktop'],
    }),
    found: ['chromium* /usr/bin/chromium', 'chrome /usr/bin/google-chrome-stable'],
  },
  {
    machine: 'stable and unstable channels side by side',
    scan: linux({
      executables: [
        executable('/usr/bin/google-chrome-unstable', '/opt/google/chrome-unstable/google-chrome-unstable'),
        executable('/usr/bin/microsoft-edge-beta', '/opt/microsoft/msedge-beta/microsoft-edge-beta'),
        chromium,
      ],
    }),
    found: [
      'chromium /usr/bin/chromium',
      'edge-beta /usr/bin/microsoft-edge-beta',
      'chrome-dev /usr/bin/google-chrome-unstable',
    ],
  },
  {
    machine: 'the alternative google-chrome leads to the beta channel',
    scan: linux({
      executables: [executable('/usr/bin/google-chrome', '/opt/google/chrome-beta/google-chrome-beta')],
    }),
    found: ['chrome-beta /usr/bin/google-chrome'],
  },
  {
    machine: 'two names of one Edge',
    scan: linux({
      executables: [
        executable('/usr/bin/microsoft-edge', '/opt/microsoft/msedge/microsoft-edge'),
        executable('/usr/bin/microsoft-edge-stable', '/opt/microsoft/msedge/microsoft-edge'),
      ],
    }),
    found: ['edge /usr/bin/microsoft-edge-stable'],
  },
  {
    machine: 'NixOS: bare names, everything is a link into the store',
    scan: linux({
      searchPath: ['/run/current-system/sw/bin'],
      desktopFiles: [desktopFile('chromium-browser.desktop', 'chromium %U')],
      executables: [
        executable('/run/current-system/sw/bin/chromium', '/nix/store/0abc-chromium-156/bin/chromium'),
      ],
      defaults: ['chromium-browser.desktop'],
    }),
    found: ['chromium* /run/current-system/sw/bin/chromium'],
  },
  {
    machine: 'Ubuntu: Chromium is a snap with a script in front of it',
    scan: linux({
      desktopFiles: [desktopFile('chromium_chromium.desktop', snapExec)],
      executables: [
        executable('/snap/bin/chromium', '/usr/bin/snap'),
        executable(
          '/usr/bin/chromium-browser',
          '/usr/bin/chromium-browser',
          '#!/bin/sh\nexec /snap/bin/chromium "$@"\n',
        ),
      ],
      defaults: ['chromium_chromium.desktop'],
    }),
    found: ['chromium-snap* /snap/bin/chromium'],
  },
  {
    machine: 'Fedora with snapd: the other folder of snaps',
    scan: linux({
      searchPath: ['/usr/bin', '/var/lib/snapd/snap/bin'],
      executables: [executable('/var/lib/snapd/snap/bin/brave', '/usr/bin/snap')],
    }),
    found: ['brave-snap /var/lib/snapd/snap/bin/brave'],
  },
  {
    machine: 'one browser both as a package and as a snap',
    scan: linux({
      executables: [executable('/snap/bin/chromium', '/usr/bin/snap'), chromium],
    }),
    found: ['chromium /usr/bin/chromium', 'chromium-snap /snap/bin/chromium'],
  },
  {
    machine: 'Chrome as a flatpak only',
    scan: linux({
      desktopFiles: [desktopFile('com.google.Chrome.desktop', flatpakExec)],
      executables: [executable('/usr/bin/flatpak')],
      defaults: ['com.google.Chrome.desktop'],
    }),
    found: [],
    refused: ['Google Chrome flatpak'],
  },
  {
    machine: 'Brave as a package, Chrome as a flatpak',
    scan: linux({
      desktopFiles: [
        desktopFile('com.google.Chrome.desktop', flatpakExec),
        desktopFile('brave-browser.desktop', '/usr/bin/brave-browser-stable %U'),
      ],
      executables: [
        executable('/usr/bin/flatpak'),
        executable('/usr/bin/brave-browser-stable', '/opt/brave.com/brave/brave-browser', '#!/bin/bash\n'),
      ],
    }),
    found: ['brave /usr/bin/brave-browser-stable'],
    refused: ['Google Chrome flatpak'],
  },
  {
    machine: 'another flatpak is nobody we know',
    scan: linux({
      desktopFiles: [desktopFile('org.gimp.GIMP.desktop', '/usr/bin/flatpak run org.gimp.GIMP @@u %U @@')],
      executables: [executable('/usr/bin/flatpak')],
    }),
    found: [],
  },
  {
    machine: 'the user hid a browser that is not on the PATH',
    scan: linux({
      desktopFiles: [
        desktopFile('chromium.desktop', '/opt/c/chromium %U', 'Hidden=true'),
        desktopFile('chromium.desktop', '/opt/c/chromium %U'),
      ],
      executables: [executable('/opt/c/chromium')],
    }),
    found: [],
  },
  {
    machine: 'the user replaced a desktop file by one of their own',
    scan: linux({
      desktopFiles: [
        desktopFile('chromium.desktop', '"/home/ana/my apps/chromium" --force-dark-mode %U'),
        desktopFile('chromium.desktop', '/usr/bin/chromium %U'),
      ],
      executables: [executable('/home/ana/my apps/chromium'), chromium],
    }),
    found: ['chromium /home/ana/my apps/chromium'],
  },
  {
    machine: 'TryExec names a program that is not there',
    scan: linux({
      desktopFiles: [desktopFile('v.desktop', '/opt/vivaldi/vivaldi %U', 'TryExec=/opt/vivaldi/gone')],
      executables: [executable('/opt/vivaldi/vivaldi')],
    }),
    found: [],
  },
  {
    machine: 'entries that are not shown in menus still count',
    scan: linux({
      desktopFiles: [desktopFile('com.microsoft.Edge.desktop', '/opt/e/microsoft-edge %U', 'NoDisplay=true')],
      executables: [executable('/opt/e/microsoft-edge')],
    }),
    found: ['edge /opt/e/microsoft-edge'],
  },
  {
    machine: 'an installed web application is no second Chrome',
    scan: linux({
      desktopFiles: [
        desktopFile(
          'chrome-abc-Default.desktop',
          '/opt/google/chrome/google-chrome --profile-directory=Default --app-id=abc',
        ),
      ],
      executables: [executable('/opt/google/chrome/google-chrome'), chrome],
    }),
    found: ['chrome /opt/google/chrome/google-chrome'],
  },
  {
    machine: 'a desktop file with a relative program, one that wants a shell and one in a terminal',
    scan: linux({
      desktopFiles: [
        desktopFile('a.desktop', '../chromium %U'),
        desktopFile('b.desktop', '/bin/sh -c "chromium; rm -rf ~"'),
        desktopFile('c.desktop', '/opt/c/chromium %U', 'Terminal=true'),
      ],
      executables: [executable('/bin/sh'), executable('/opt/c/chromium')],
    }),
    found: [],
  },
];

describe('the browsers of a Linux machine', () => {
  it.each(machines)('$machine', ({ scan, found, refused }) => {
    const plan = planLinux(scan);
    expect(
      plan.browsers.map(({ id, isDefault, executable: path }) => `${id}${isDefault ? '*' : ''} ${path}`),
    ).toEqual(found);
    expect(plan.refused.map(({ name, reason }) => `${name} ${reason}`)).toEqual(refused ?? []);
  });

  it.each(machines)('only paths that were asked for are found: $machine', ({ scan }) => {
    const asked = linuxCandidates(scan);
    for (const browser of planLinux(scan).browsers) expect(asked).toContain(browser.executable);
  });

  it('a snap says which snap it is, and its name says so', () => {
    const scan = linux({ executables: [executable('/snap/bin/chromium', '/usr/bin/snap')] });
    expect(planLinux(scan).browsers).toMatchObject([
      { name: 'Chromium (snap)', confinement: { kind: 'snap', name: 'chromium' } },
    ]);
  });
});
