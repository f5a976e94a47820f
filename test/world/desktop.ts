import { join } from 'node:path';
import { readStarts, writeBrowserWrapper } from './browser.ts';
import type { BrowserStart } from './browser.ts';
import { replaceChromium, setDefaultBrowser } from './default-browser.ts';
import { browserProcesses, endBrowser } from './processes.ts';
import { trustUnderHome } from './trust.ts';
import type { World } from './world.ts';

/** A user's desktop on which the world stands for Microsoft. */
export interface Desktop {
  /** The whole environment to start the application with; it replaces that of the caller. */
  readonly env: Readonly<Record<string, string>>;
  /** What the application finds as `chromium`: first on PATH. */
  readonly chromiumWrapper: string;
  readonly hostResolverRules: string;
  /** Switches for Electron's command line. */
  readonly electronArgs: readonly string[];
  /** The user-data folder of the browser that links open in: the analyst's own, apart from the application's. */
  readonly ownBrowserData: string;
  /** Starts of `chromium` by the application. */
  chromiumStarts(): Promise<readonly BrowserStart[]>;
  /** Starts of the analyst's own browser, as by shell.openExternal. */
  ownBrowserStarts(): Promise<readonly BrowserStart[]>;
  ownBrowserRuns(): boolean;
  /** Ends the analyst's own browser if it runs. */
  endOwnBrowser(): Promise<void>;
}

export interface DesktopOptions {
  /** A folder for this desktop only: HOME of everything in it. A path without spaces. */
  readonly home: string;
  readonly world: World;
  /** Default: /usr/bin/chromium. */
  readonly chromium?: string;
  /** More switches for both browsers, from the wrapper and so never seen by the application. */
  readonly switches?: readonly string[];
}

/** Variables by which a desktop environment makes itself known; without them xdg-open goes by the files alone. */
const desktopVariables: ReadonlySet<string> = new Set([
  'XDG_CURRENT_DESKTOP',
  'XDG_SESSION_DESKTOP',
  'DESKTOP_SESSION',
  'GNOME_DESKTOP_SESSION_ID',
  'KDE_FULL_SESSION',
  'DE',
]);

/** Trust, browser wrapper, default browser and environment, all under one HOME. */
export async function prepareDesktop(options: DesktopOptions): Promise<Desktop> {
  const { home, world, chromium, switches = [] } = options;
  const bin = join(home, 'bin');
  const chromiumWrapper = join(bin, 'chromium');
  const ownBrowser = join(bin, 'own-browser');
  const ownBrowserData = join(home, 'own-browser');
  const starts = { chromium: join(home, 'starts', 'chromium'), own: join(home, 'starts', 'own-browser') };
  const { hostResolverRules } = world;
  const executable = chromium === undefined ? {} : { executable: chromium };

  await trustUnderHome(home, world.caCertificate);
  await writeBrowserWrapper({
    path: chromiumWrapper,
    hostResolverRules,
    starts: starts.chromium,
    switches,
    ...executable,
  });
  await writeBrowserWrapper({
    path: ownBrowser,
    hostResolverRules,
    starts: starts.own,
    switches: [
      ...switches,
      '--no-first-run',
      '--no-default-browser-check',
      `--user-data-dir=${ownBrowserData}`,
    ],
    ...executable,
  });
  await replaceChromium(home, chromiumWrapper);
  await setDefaultBrowser(home, ownBrowser);

  return {
    env: environment(home, bin, ownBrowser),
    chromiumWrapper,
    hostResolverRules,
    electronArgs: [`--host-resolver-rules=${hostResolverRules}`],
    ownBrowserData,
    chromiumStarts: () => readStarts(starts.chromium),
    ownBrowserStarts: () => readStarts(starts.own),
    ownBrowserRuns: () => browserProcesses(ownBrowserData).length > 0,
    endOwnBrowser: () => endBrowser(ownBrowserData),
  };
}

function environment(home: string, bin: string, ownBrowser: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && !desktopVariables.has(pair[0]),
  );
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    PATH: `${bin}:${process.env['PATH'] ?? '/usr/bin:/bin'}`,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    BROWSER: ownBrowser,
  };
}
