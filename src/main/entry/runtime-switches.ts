import type { Platform } from '#shared/platform.ts';
import { aliases, isOwnOption } from './command-line/command-shapes.ts';

/**
 * Switches of Chromium, Electron and Node that a start may carry: those for the screen, the language, the place of the
 * data, the network's proxy and names, and messages on the error output. None of them takes anything away from the
 * sandbox, the isolation of pages or the check of certificates, opens a door for debuggers, starts another program or
 * records traffic. SECURITY: a list of what is allowed, because nobody knows all that Chromium reads: it has more than a
 * thousand switches, and each version brings new ones.
 * Sources: Electron's page of supported command line switches, Chromium's list of switches.
 */
const allowed: ReadonlySet<string> = new Set([
  // The screen.
  ...['ozone-platform', 'ozone-platform-hint', 'enable-wayland-ime', 'wayland-text-input-version'],
  ...['gtk-version', 'display', 'class', 'headless', 'force-device-scale-factor', 'high-dpi-support'],
  ...['force-dark-mode', 'force-high-contrast', 'force-color-profile', 'force-renderer-accessibility'],
  ...['disable-gpu', 'disable-gpu-compositing', 'disable-software-rasterizer', 'disable-dev-shm-usage'],
  ...['use-gl', 'use-angle', 'disable-renderer-backgrounding', 'disable-smooth-scrolling'],
  // The language.
  ...['lang', 'force-ui-direction'],
  // The place of the data, and the system's store of secrets.
  ...['user-data-dir', 'disk-cache-size', 'password-store', 'no-first-run'],
  // The network: certificates are checked wherever an address leads.
  ...['proxy-server', 'proxy-bypass-list', 'proxy-pac-url', 'proxy-auto-detect', 'no-proxy-server'],
  ...['host-resolver-rules', 'dns-result-order', 'disable-http2', 'disable-quic', 'disable-http-cache'],
  // Messages on the error output.
  ...['enable-logging', 'log-level', 'v', 'vmodule'],
  ...['no-deprecation', 'trace-deprecation', 'throw-deprecation', 'trace-warnings'],
]);

/** Features of Chromium that a start may switch on; it may switch off none. */
const allowedFeatures: ReadonlySet<string> = new Set([
  ...['UseOzonePlatform', 'WaylandWindowDecorations', 'WaylandFractionalScaleV1', 'WaylandPerSurfaceScale'],
  ...['WaylandUiScale', 'WaylandTextInputV3'],
]);

/** What a developer gives to the unpacked application. A package has no use for a debugger. */
const developers: readonly string[] = ['inspect', 'remote-debugging-'];

export interface Runtime {
  readonly platform: Platform;
  /** Whether this is the package that users have. */
  readonly packaged: boolean;
}

/** True for a switch of the runtime, with or without a value behind an equals sign, that a start may carry. */
export function isAllowedSwitch(word: string): boolean {
  // What macOS puts in front of an application that is started from the Finder.
  if (/^-psn_\d/.test(word)) return true;
  const name = nameOfSwitch(word).toLowerCase();
  if (name !== 'enable-features') return allowed.has(name);
  const features = word.slice(word.indexOf('=') + 1).split(',');
  return features.every((feature) => allowedFeatures.has(feature));
}

/**
 * The words of a start that its runtime would obey and that Tidegate does not start with, wherever they stand. Chromium
 * reads one dash like two, one slash on Windows, and switches behind other words; behind `--` it reads nothing.
 */
export function refusedSwitches(args: readonly string[], runtime: Runtime): readonly string[] {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).filter((word) => isRefused(word, runtime));
}

/** The name of a switch, without what stands before and behind it. */
export function nameOfSwitch(word: string): string {
  return /^(?:--?|\/)([^=]*)/.exec(word)?.[1] ?? word;
}

function isRefused(word: string, { packaged, platform }: Runtime): boolean {
  if (!isSwitch(word, platform)) return false;
  if (aliases.has(word) || isOwnOption(word) || isAllowedSwitch(word)) return false;
  return packaged || !developers.some((beginning) => nameOfSwitch(word).startsWith(beginning));
}

function isSwitch(word: string, platform: Platform): boolean {
  if (word.startsWith('-')) return word !== '-';
  // A path has more in it than the name of a switch.
  return platform === 'win32' && /^\/[\w-]+(?:=|$)/.test(word);
}
