import type { Platform } from '#shared/platform.ts';
import { brands, channels, type Browser } from '../browser.ts';

/**
 * Where the system's default browser stands among those of its channel.
 * On macOS a link clicked anywhere can reach any running instance of the default browser's bundle, also the one that
 * holds a customer's profiles (seen with Chrome: github.com/can1357/oh-my-pi/issues/8673). There another one is better.
 */
const defaultBrowserComes: Readonly<Record<Platform, 'first' | 'last'>> = {
  win32: 'first',
  linux: 'first',
  darwin: 'last',
};

/** Best first, one for each id: stable channels first, then the default browser, then the order of the brands. */
export function byPreference(found: readonly Browser[], platform: Platform): Browser[] {
  const wanted = defaultBrowserComes[platform] === 'first';
  const rank = (browser: Browser): readonly number[] => [
    channels.indexOf(browser.channel),
    browser.isDefault === wanted ? 0 : 1,
    brands.indexOf(browser.brand),
    browser.confinement.kind === 'none' ? 0 : 1,
  ];
  const firstOfEach = new Map<string, Browser>();
  for (const browser of found) {
    const known = firstOfEach.get(browser.id);
    // Two installations of one product are one browser: the one the user made the default, else the first found.
    if (!known || (browser.isDefault && !known.isDefault)) firstOfEach.set(browser.id, browser);
  }
  return [...firstOfEach.values()].toSorted((a, b) => compare(rank(a), rank(b)));
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
