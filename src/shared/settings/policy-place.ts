import type { Platform } from '../platform.ts';

/**
 * Where an administrator's locks stand: a file on Linux, a key of the registry on Windows, and on macOS the domain of
 * the configuration profile.
 */
export const policyPlaces: Readonly<Record<Platform, string>> = {
  linux: '/etc/tidegate/policy.json',
  win32: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Tidegate',
  darwin: 'app.tidegate',
};
