import type { Platform } from '#shared/platform.ts';
import type { Brand } from '../browser.ts';

/**
 * Where each brand reads its policies. Linux: a folder of JSON files, the later name winning, and Firefox one file;
 * Windows: a key below SOFTWARE\Policies of both hives; macOS: a managed preferences domain. Sources: the makers' policy
 * documentation (chromeenterprise.google, learn.microsoft.com/deployedge, support.brave.com,
 * mozilla.github.io/policy-templates).
 */
export const policyPlaces: Readonly<Record<Brand, Readonly<Record<Platform, string>>>> = {
  edge: {
    linux: '/etc/opt/edge/policies',
    win32: 'SOFTWARE\\Policies\\Microsoft\\Edge',
    darwin: 'com.microsoft.Edge',
  },
  chrome: {
    linux: '/etc/opt/chrome/policies',
    win32: 'SOFTWARE\\Policies\\Google\\Chrome',
    darwin: 'com.google.Chrome',
  },
  brave: {
    linux: '/etc/brave/policies',
    win32: 'SOFTWARE\\Policies\\BraveSoftware\\Brave',
    darwin: 'com.brave.Browser',
  },
  vivaldi: {
    linux: '/etc/vivaldi/policies',
    win32: 'SOFTWARE\\Policies\\Vivaldi',
    darwin: 'com.vivaldi.Vivaldi',
  },
  chromium: {
    linux: '/etc/chromium/policies',
    win32: 'SOFTWARE\\Policies\\Chromium',
    darwin: 'org.chromium.Chromium',
  },
  // Tried with Firefox 153 of Debian: `/etc/firefox`, also where its command is `firefox-esr`.
  firefox: {
    linux: '/etc/firefox/policies',
    win32: 'SOFTWARE\\Policies\\Mozilla\\Firefox',
    darwin: 'org.mozilla.firefox',
  },
};
