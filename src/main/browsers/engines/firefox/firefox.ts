import type { PlatformPath } from 'node:path';
import type { Engine, ProfileLook, ProfileOptions, ProfilePlace, SeedFile } from '../engine.ts';
import { readProfilesIni } from './own-profiles.ts';
import { planUserChrome } from './user-chrome.ts';
import { planUserPreferences } from './user-preferences.ts';

/** Firefox: a profile is a folder with a process of its own; a second start with it lands in that process. */
export const firefox: Engine = {
  place: (path, browserFolder, id) => {
    const root = path.join(browserFolder, id);
    return { root, dataFolder: root, profileFolder: root };
  },
  args: (_path, { profileFolder }) => ['--profile', profileFolder],
  seeds: (path, place, _brand, look, options) => files(path, place, look, options),
  // Both files are ours alone, so their new content does not depend on the old.
  amendments: (path, place, _brand, look, options) =>
    files(path, place, look, options).map((file) => ({ path: file.path, change: () => file.content })),
  // No file outside the folder knows of the profile: it is named on the command line alone.
  forget: () => [],
  // `toolkit/profile/nsProfileLock.cpp`: "<address>:+<pid>"; an address is no proof of a host, and Firefox itself finds
  // out by a second lock whether the holder is dead. Windows: "parent.lock", deleted when it is closed.
  lock: {
    link: 'lock',
    readLink: (text) => {
      const [, pid] = /:\+?(\d+)$/.exec(text) ?? [];
      return pid === undefined ? undefined : { pid: Number(pid) };
    },
    windowsFile: 'parent.lock',
    removeWhenDead: false,
  },
  disposable: {
    cache: ['cache2', 'startupCache', 'thumbnails', 'jumpListCache', 'shader-cache'],
    siteData: [
      ...['cookies.sqlite', 'cookies.sqlite-wal', 'cookies.sqlite-shm', 'storage', 'storage.sqlite'],
      ...['webappsstore.sqlite', 'webappsstore.sqlite-wal', 'webappsstore.sqlite-shm', 'serviceworker.txt'],
      ...['sessionstore.jsonlz4', 'sessionstore-backups', 'SiteSecurityServiceState.bin'],
    ],
  },
  // Firefox takes a value as a word of its own, and a word on its own is never given: these have none.
  allowedArguments: { 'new-window': null, foreground: null },
  lastVersion: {
    file: 'compatibility.ini',
    read: (text) => /^LastVersion=(\d+(?:\.\d+)*)/m.exec(text)?.[1],
  },
  ownProfiles: {
    file: 'profiles.ini',
    read: readProfilesIni,
    args: (path, dataFolder, { id }) => ['--profile', path.join(dataFolder, ...id.split('/'))],
  },
};

function files(
  path: PlatformPath,
  { profileFolder }: ProfilePlace,
  look: ProfileLook,
  options: ProfileOptions,
): readonly SeedFile[] {
  return [
    { path: path.join(profileFolder, 'chrome', 'userChrome.css'), content: planUserChrome(look) },
    // The last one: where it is, the profile is whole.
    { path: path.join(profileFolder, 'user.js'), content: planUserPreferences(options) },
  ];
}
