import type { Engine, ProfilePlace } from '../engine.ts';
import { readLocalState } from './own-profiles.ts';
import {
  changeLocalState,
  changePreferences,
  planProfilePreferences,
  withoutProfile,
} from './preferences.ts';
import type { PlatformPath } from 'node:path';
import { cacheBytes } from '../cache-size.ts';

const languageTag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const languageTags = new RegExp(
  `${languageTag.source.slice(0, -1)}(,${languageTag.source.slice(1, -1)}){0,9}$`,
);

/** Edge, Chrome, Brave, Vivaldi, Chromium: one process serves all profiles of one user-data folder. */
export const chromium: Engine = {
  place: placeOf,
  args: argumentsFor,
  seeds: (path, { profileFolder }, brand, look) => [
    { path: path.join(profileFolder, 'Preferences'), content: planProfilePreferences(brand, look) },
  ],
  amendments: (path, { dataFolder, profileFolder }, brand, look) => [
    {
      path: path.join(profileFolder, 'Preferences'),
      change: (old) => changePreferences(old, brand, look),
    },
    {
      path: path.join(dataFolder, 'Local State'),
      change: (old) => changeLocalState(old, path.basename(profileFolder), look),
    },
  ],
  forget: (path, { dataFolder, profileFolder }) => [
    {
      path: path.join(dataFolder, 'Local State'),
      change: (old) => withoutProfile(old, path.basename(profileFolder)),
    },
  ],
  // `chrome/browser/process_singleton_posix.cc`: "<host>-<pid>". Windows: `process_singleton_win.cc`, "lockfile",
  // opened for itself alone and deleted when it is closed.
  lock: {
    link: 'SingletonLock',
    readLink: (text) => {
      const [, host, pid] = /^(.+)-(\d+)$/.exec(text) ?? [];
      return host === undefined ? undefined : { host, pid: Number(pid) };
    },
    windowsFile: 'lockfile',
    removeWhenDead: true,
  },
  disposable: {
    cache: [
      'Cache',
      'Code Cache',
      'GPUCache',
      'DawnGraphiteCache',
      'DawnWebGPUCache',
      'Service Worker/ScriptCache',
    ],
    siteData: [
      ...[
        'Network/Cookies',
        'Network/Cookies-journal',
        'Cookies',
        'Cookies-journal',
        'Safe Browsing Cookies',
      ],
      ...['Local Storage', 'Session Storage', 'IndexedDB', 'Service Worker', 'WebStorage', 'File System'],
      ...['databases', 'shared_proto_db', 'SharedStorage', 'Shared Dictionary', 'Sessions', 'Trust Tokens'],
    ],
  },
  // Size, language, scale and how the window is painted. Nothing here can move a profile, weaken what keeps pages apart,
  // write a log, load code, send credentials or name an address.
  allowedArguments: {
    'start-maximized': null,
    'new-window': null,
    'window-size': /^\d{1,5},\d{1,5}$/,
    'window-position': /^-?\d{1,5},-?\d{1,5}$/,
    lang: languageTag,
    'accept-lang': languageTags,
    'force-device-scale-factor': /^[0-9](\.\d{1,4})?$/,
    'high-dpi-support': /^[01](\.\d)?$/,
    'force-dark-mode': null,
    'force-high-contrast': null,
    'force-prefers-reduced-motion': null,
    'force-color-profile': /^[a-z0-9-]{1,40}$/,
    'font-render-hinting': /^(none|slight|medium|full|max)$/,
    'disable-smooth-scrolling': null,
    'enable-smooth-scrolling': null,
    'touch-events': /^(auto|enabled|disabled)$/,
    'disable-gpu': null,
    'disable-gpu-compositing': null,
    'disable-software-rasterizer': null,
    'use-angle': /^(default|d3d9|d3d11|gl|gles|metal|vulkan|swiftshader)$/,
    'ozone-platform': /^(auto|x11|wayland)$/,
    'ozone-platform-hint': /^(auto|x11|wayland)$/,
    'gtk-version': /^[34]$/,
    'enable-wayland-ime': null,
    'disable-extensions': null,
    'disable-sync': null,
    'disable-background-mode': null,
    'hide-crash-restore-bubble': null,
    'no-default-browser-check': null,
    'no-first-run': null,
    'mute-audio': null,
  },
  // `chrome/browser/downgrade/user_data_downgrade.cc`
  lastVersion: { file: 'Last Version', read: (text) => /^\s*(\d+(?:\.\d+)*)/.exec(text)?.[1] },
  ownProfiles: {
    file: 'Local State',
    read: readLocalState,
    args: (_path, _dataFolder, { id }) => [
      `--profile-directory=${id}`,
      '--no-first-run',
      '--no-default-browser-check',
    ],
  },
};

/** Chromium: many profiles in one user-data folder with one process, or a user-data folder with one profile in it. */
function placeOf(
  path: PlatformPath,
  browserFolder: string,
  id: string,
  kind: 'shared' | 'apart',
): ProfilePlace {
  const root = path.join(browserFolder, id);
  return kind === 'shared'
    ? { root, dataFolder: browserFolder, profileFolder: root }
    : { root, dataFolder: root, profileFolder: path.join(root, 'Default') };
}

/** Documented in Chromium: `chrome/common/chrome_switches.cc`, `chrome/browser/net/profile_network_context_service.cc`. */
function argumentsFor(path: PlatformPath, { dataFolder, profileFolder }: ProfilePlace): string[] {
  return [
    `--user-data-dir=${dataFolder}`,
    `--profile-directory=${path.basename(profileFolder)}`,
    '--no-first-run',
    '--no-default-browser-check',
    `--disk-cache-size=${cacheBytes}`,
  ];
}
