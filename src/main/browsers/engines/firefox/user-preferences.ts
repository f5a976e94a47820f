import { cacheBytes } from '../cache-size.ts';
import type { ProfileOptions } from '../engine.ts';

type Preference = readonly [name: string, value: string | number | boolean];

/**
 * `user.js`, which Firefox reads at each start. What a first start would open beside the customer's page is off, as
 * Chromium's `--no-first-run` does it; the rest makes the profile show whose it is. Tried on Firefox ESR 153.
 */
const preferences: readonly Preference[] = [
  ['toolkit.legacyUserProfileCustomizations.stylesheets', true],
  ['browser.shell.checkDefaultBrowser', false],
  ['browser.aboutwelcome.enabled', false],
  ['browser.startup.homepage_override.mstone', 'ignore'],
  ['datareporting.policy.firstRunURL', ''],
  ['browser.cache.disk.smart_size.enabled', false],
  // Kilobytes.
  ['browser.cache.disk.capacity', cacheBytes / 1024],
];

export function planUserPreferences({ windowsSso }: ProfileOptions): string {
  const all: readonly Preference[] = [...preferences, ['network.http.windows-sso.enabled', windowsSso]];
  const lines = all.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  return ['// Written by Tidegate, and again when what it says changes.', ...lines, ''].join('\n');
}
