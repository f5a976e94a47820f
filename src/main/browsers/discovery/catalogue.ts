import type { Brand, Channel } from '../browser.ts';
import type { Product } from './product.ts';

/**
 * Every browser looked for. Sources: the makers' Debian packages (commands and /opt paths), Flathub (application ids),
 * Chromium's `chrome/install_static` per-brand install modes (Windows folders and StartMenuInternet keys), the makers'
 * bundle identifiers as their macOS policy documentation gives them. Firefox: Debian's and Mozilla's packages (commands),
 * `browser/installer/windows/nsis` (folders, App Paths, keys with the installation's hash after a dash), Mozilla's
 * `browser/branding` (bundle identifiers and names).
 */
export const catalogue: readonly Product[] = [
  ...family('edge', 'Application\\msedge.exe', [
    {
      channel: 'stable',
      name: 'Microsoft Edge',
      commands: ['microsoft-edge-stable', 'microsoft-edge'],
      flatpaks: ['com.microsoft.Edge'],
      windowsFolder: 'Microsoft\\Edge',
      windowsKey: 'Microsoft Edge',
      bundleId: 'com.microsoft.edgemac',
    },
    {
      channel: 'beta',
      name: 'Microsoft Edge Beta',
      commands: ['microsoft-edge-beta'],
      windowsFolder: 'Microsoft\\Edge Beta',
      windowsKey: 'Microsoft Edge Beta',
      bundleId: 'com.microsoft.edgemac.Beta',
    },
    {
      channel: 'dev',
      name: 'Microsoft Edge Dev',
      commands: ['microsoft-edge-dev'],
      flatpaks: ['com.microsoft.EdgeDev'],
      windowsFolder: 'Microsoft\\Edge Dev',
      windowsKey: 'Microsoft Edge Dev',
      bundleId: 'com.microsoft.edgemac.Dev',
    },
    {
      channel: 'canary',
      name: 'Microsoft Edge Canary',
      commands: ['microsoft-edge-canary'],
      windowsFolder: 'Microsoft\\Edge SxS',
      windowsKey: 'Microsoft Edge SxS',
      bundleId: 'com.microsoft.edgemac.Canary',
    },
  ]),
  ...family('chrome', 'Application\\chrome.exe', [
    {
      channel: 'stable',
      name: 'Google Chrome',
      commands: ['google-chrome-stable', 'google-chrome'],
      flatpaks: ['com.google.Chrome'],
      windowsFolder: 'Google\\Chrome',
      windowsKey: 'Google Chrome',
      bundleId: 'com.google.Chrome',
    },
    {
      channel: 'beta',
      name: 'Google Chrome Beta',
      commands: ['google-chrome-beta'],
      windowsFolder: 'Google\\Chrome Beta',
      windowsKey: 'Google Chrome Beta',
      bundleId: 'com.google.Chrome.beta',
    },
    {
      channel: 'dev',
      name: 'Google Chrome Dev',
      commands: ['google-chrome-unstable'],
      flatpaks: ['com.google.ChromeDev'],
      windowsFolder: 'Google\\Chrome Dev',
      windowsKey: 'Google Chrome Dev',
      bundleId: 'com.google.Chrome.dev',
    },
    {
      channel: 'canary',
      name: 'Google Chrome Canary',
      commands: ['google-chrome-canary'],
      windowsFolder: 'Google\\Chrome SxS',
      windowsKey: 'Google Chrome SxS',
      bundleId: 'com.google.Chrome.canary',
    },
  ]),
  ...family('brave', 'Application\\brave.exe', [
    {
      channel: 'stable',
      name: 'Brave',
      commands: ['brave-browser-stable', 'brave-browser', 'brave'],
      flatpaks: ['com.brave.Browser'],
      windowsFolder: 'BraveSoftware\\Brave-Browser',
      windowsKey: 'Brave',
      bundleId: 'com.brave.Browser',
      bundleName: 'Brave Browser',
    },
    {
      channel: 'beta',
      name: 'Brave Beta',
      commands: ['brave-browser-beta'],
      windowsFolder: 'BraveSoftware\\Brave-Browser-Beta',
      windowsKey: 'BraveBeta',
      bundleId: 'com.brave.Browser.beta',
      bundleName: 'Brave Browser Beta',
    },
    {
      channel: 'canary',
      name: 'Brave Nightly',
      commands: ['brave-browser-nightly'],
      windowsFolder: 'BraveSoftware\\Brave-Browser-Nightly',
      windowsKey: 'BraveNightly',
      bundleId: 'com.brave.Browser.nightly',
      bundleName: 'Brave Browser Nightly',
    },
  ]),
  ...family('vivaldi', 'Application\\vivaldi.exe', [
    {
      channel: 'stable',
      name: 'Vivaldi',
      commands: ['vivaldi-stable', 'vivaldi'],
      flatpaks: ['com.vivaldi.Vivaldi'],
      windowsFolder: 'Vivaldi',
      windowsKey: 'Vivaldi',
      bundleId: 'com.vivaldi.Vivaldi',
    },
    {
      channel: 'dev',
      name: 'Vivaldi Snapshot',
      commands: ['vivaldi-snapshot'],
      bundleId: 'com.vivaldi.Vivaldi.snapshot',
    },
  ]),
  ...family('chromium', 'Application\\chrome.exe', [
    {
      channel: 'stable',
      name: 'Chromium',
      commands: ['chromium', 'chromium-browser'],
      flatpaks: ['org.chromium.Chromium'],
      windowsFolder: 'Chromium',
      windowsKey: 'Chromium',
      bundleId: 'org.chromium.Chromium',
    },
  ]),
  ...family('firefox', 'firefox.exe', [
    {
      channel: 'stable',
      name: 'Mozilla Firefox',
      commands: ['firefox', 'firefox-esr'],
      flatpaks: ['org.mozilla.firefox'],
      windowsFolder: 'Mozilla Firefox',
      windowsKey: 'Firefox',
      bundleId: 'org.mozilla.firefox',
      bundleName: 'Firefox',
    },
    {
      channel: 'beta',
      name: 'Firefox Beta',
      commands: ['firefox-beta'],
      windowsFolder: 'Mozilla Firefox Beta',
      bundleId: 'org.mozilla.firefoxbeta',
    },
    {
      channel: 'dev',
      name: 'Firefox Developer Edition',
      commands: ['firefox-devedition', 'firefox-developer-edition'],
      windowsFolder: 'Firefox Developer Edition',
      bundleId: 'org.mozilla.firefoxdeveloperedition',
    },
    {
      channel: 'canary',
      name: 'Firefox Nightly',
      commands: ['firefox-nightly', 'firefox-trunk'],
      windowsFolder: 'Firefox Nightly',
      bundleId: 'org.mozilla.nightly',
    },
  ]),
];

interface Edition {
  readonly channel: Channel;
  readonly name: string;
  readonly commands: readonly string[];
  readonly flatpaks?: readonly string[];
  readonly windowsFolder?: string;
  readonly windowsKey?: string;
  readonly bundleId: string;
  /** When it is not `name`. */
  readonly bundleName?: string;
}

/** `windowsFile`: the executable below the browser's own folder. */
function family(brand: Brand, windowsFile: string, editions: readonly Edition[]): Product[] {
  return editions.map((edition) => ({
    brand,
    channel: edition.channel,
    name: edition.name,
    commands: edition.commands,
    flatpaks: edition.flatpaks ?? [],
    windowsPath: edition.windowsFolder ? `\\${edition.windowsFolder}\\${windowsFile}` : null,
    windowsKey: edition.windowsKey ?? null,
    bundle: { id: edition.bundleId, name: `${edition.bundleName ?? edition.name}.app` },
  }));
}
