import type { Engine } from '../engine.ts';
import { readLocalState } from './own-profiles.ts';
import { argumentsFor, placeOf } from './place.ts';
import {
  changeLocalState,
  changePreferences,
  planProfilePreferences,
  withoutProfile,
} from './preferences.ts';

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
  refusedArguments: [
    ...['user-data-dir', 'profile-directory', 'incognito', 'inprivate', 'guest', 'app', 'app-id', 'kiosk'],
    ...['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins'],
    ...['no-sandbox', 'disable-web-security', 'disable-site-isolation-trials', 'single-process'],
    ...['ignore-certificate-errors', 'ignore-certificate-errors-spki-list', 'allow-running-insecure-content'],
    ...[
      'host-resolver-rules',
      'host-rules',
      'load-extension',
      'disable-extensions-except',
      'enable-automation',
    ],
    ...[
      'renderer-cmd-prefix',
      'utility-cmd-prefix',
      'gpu-launcher',
      'browser-subprocess-path',
      'ssl-key-log-file',
    ],
    ...[
      'disable-seccomp-filter-sandbox',
      'disable-setuid-sandbox',
      'headless',
      'no-startup-window',
      'test-type',
    ],
  ],
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
