import type { Platform } from '#shared/platform.ts';
import { openableHosts } from '#shared/portals/openable-hosts.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { ok, type Result } from '#shared/problems/result.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Directory } from '../customers/store/directory.ts';
import { Browsers } from './browsers.ts';
import type { HandFiles } from './discovery/read-by-hand.ts';
import { discoverBrowsers } from './discovery/discover.ts';
import type { BrowserLauncher } from './launch/browser-launcher.ts';
import { startEnvironment } from '../system/process/start-environment.ts';
import { browserEnvironment } from './launch/environment.ts';

export interface BrowsersHereOptions {
  readonly platform: Platform;
  /** The user's home folder, absolute. */
  readonly home: string;
  /** The application's own data folder, absolute, not roaming. */
  readonly dataRoot: string;
  /** See profiles/salt. */
  readonly salt: Result<string, Problem>;
  readonly settings: { readonly current: Settings };
  readonly directory: Pick<Directory, 'find'>;
  readonly launcher: BrowserLauncher;
  readonly files: HandFiles;
}

/** The browsers of this machine, with this installation's records: for the application and for the command line. */
export function browsersHere(options: BrowsersHereOptions): Browsers {
  const { dataRoot, directory, files, home, launcher, platform, salt, settings } = options;
  return new Browsers({
    places: salt.ok
      ? ok({
          platform,
          home,
          dataRoot,
          salt: salt.value,
          hosts: (tenantId) => openableHosts(settings.current.portalHosts, directory.find(tenantId)),
        })
      : salt,
    discover: () =>
      discoverBrowsers(
        { platform, home, environment: browserEnvironment(startEnvironment()) },
        files,
        settings.current.browserPath,
      ),
    launcher,
  });
}
