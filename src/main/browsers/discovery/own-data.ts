import type { Platform } from '#shared/platform.ts';
import type { Brand, Channel } from '../browser.ts';

type Parts = Readonly<Record<Platform, readonly string[] | null>>;

/**
 * Where a browser keeps the user's own profiles, below the platform's folder for such things: `%LOCALAPPDATA%` (Firefox:
 * `%APPDATA%`), `~/Library/Application Support`, `~/.config` (Firefox: `~/.mozilla`, or `~/.config/mozilla`
 * from 147 on). Sources: Chromium,
 * `docs/user_data_dir.md`, and the makers' policy pages for `UserDataDir`; Mozilla, "Profiles - Where Firefox stores".
 */
const folders: Readonly<Record<Brand, Partial<Readonly<Record<Channel, Parts>>>>> = {
  edge: {
    stable: {
      win32: ['Microsoft', 'Edge', 'User Data'],
      darwin: ['Microsoft Edge'],
      linux: ['microsoft-edge'],
    },
    beta: {
      win32: ['Microsoft', 'Edge Beta', 'User Data'],
      darwin: ['Microsoft Edge Beta'],
      linux: ['microsoft-edge-beta'],
    },
    dev: {
      win32: ['Microsoft', 'Edge Dev', 'User Data'],
      darwin: ['Microsoft Edge Dev'],
      linux: ['microsoft-edge-dev'],
    },
    canary: { win32: ['Microsoft', 'Edge SxS', 'User Data'], darwin: ['Microsoft Edge Canary'], linux: null },
  },
  chrome: {
    stable: {
      win32: ['Google', 'Chrome', 'User Data'],
      darwin: ['Google', 'Chrome'],
      linux: ['google-chrome'],
    },
    beta: {
      win32: ['Google', 'Chrome Beta', 'User Data'],
      darwin: ['Google', 'Chrome Beta'],
      linux: ['google-chrome-beta'],
    },
    dev: {
      win32: ['Google', 'Chrome Dev', 'User Data'],
      darwin: ['Google', 'Chrome Dev'],
      linux: ['google-chrome-unstable'],
    },
    canary: {
      win32: ['Google', 'Chrome SxS', 'User Data'],
      darwin: ['Google', 'Chrome Canary'],
      linux: null,
    },
  },
  brave: {
    stable: {
      win32: ['BraveSoftware', 'Brave-Browser', 'User Data'],
      darwin: ['BraveSoftware', 'Brave-Browser'],
      linux: ['BraveSoftware', 'Brave-Browser'],
    },
  },
  vivaldi: { stable: { win32: ['Vivaldi', 'User Data'], darwin: ['Vivaldi'], linux: ['vivaldi'] } },
  chromium: { stable: { win32: ['Chromium', 'User Data'], darwin: ['Chromium'], linux: ['chromium'] } },
  firefox: {
    stable: { win32: ['Mozilla', 'Firefox'], darwin: ['Firefox'], linux: ['firefox'] },
  },
};

export function ownDataParts(brand: Brand, channel: Channel, platform: Platform): readonly string[] | null {
  return folders[brand][channel]?.[platform] ?? null;
}
