import { problem, type Problem } from '#shared/problems/problem.ts';
import { browserStatus } from '../browsers/browser-status.ts';
import { browsersHere } from '../browsers/browsers-here.ts';
import { LaunchQueue } from '../browsers/launch/launch-queue.ts';
import { ProcessLauncher } from '../browsers/launch/process-launcher.ts';
import { snapRoots } from '../browsers/profiles/profile-folders.ts';
import { ProfileLooks } from '../browsers/profiles/profile-looks.ts';
import { wantedLook } from '../browsers/profiles/wanted-look.ts';
import type { Files } from '../system/files/files.ts';
import { browserName } from '../browsers/discovery/browser-name.ts';
import { ProfileKeeper } from '../browsers/profiles/profile-keeper.ts';
import { OpenCustomers } from '../browsers/running/open-customers.ts';
import { startEnvironment } from '../system/process/start-environment.ts';
import type { Foundation } from './foundation.ts';

/** The browsers of this computer, and the profile of each customer in them. */
export type Profiles = ReturnType<typeof buildProfiles>;

export function buildProfiles({ home, now, paths, platform, records, status }: Foundation, files: Files) {
  const { directory, salt, settings } = records;
  const looks = new ProfileLooks({
    records: records.profiles,
    wanted: wantedLook({
      find: (tenantId) => directory.find(tenantId),
      accounts: () => status.current.accounts,
      windowsSso: () => settings.current.windowsSso,
    }),
    platform,
  });
  const browsers = browsersHere({
    ...{ platform, home, salt, settings, directory, files },
    dataRoot: paths.root,
    launcher: new LaunchQueue(
      new ProcessLauncher({
        environment: startEnvironment(),
        platform,
        records: records.profiles,
        looks,
        now,
      }),
    ),
  });
  const keeper = new ProfileKeeper({
    roots: () => [paths.root, ...snapRoots(browsers.found, home)],
    platform,
    salt: salt.ok ? salt.value : undefined,
    customers: () => directory.customers().values(),
    accounts: () => status.current.accounts,
    browserName: (id) => browserName(id, browsers.found),
    records: records.profiles,
    looks,
  });
  const openCustomers = new OpenCustomers(
    platform,
    (open) => status.update({ open }),
    () => now().getTime(),
  );

  function tellChosen(): void {
    const chosen = browsers.choose(settings.current.browser);
    status.update({ browserProblem: chosen.ok ? null : chosen.error });
  }

  return {
    browsers,
    keeper,
    openCustomers,
    /** Tells which browser the settings come to now. */
    tellChosen,
    /** Looks for browsers, and tells what there is. */
    async discover(): Promise<void> {
      const { browsers: found, doubtfulPath, unusablePath } = await browsers.discover();
      status.update({
        browsers: found.map(browserStatus),
        browserPathProblem: pathProblem(unusablePath, doubtfulPath),
      });
      tellChosen();
    },
  };
}

function pathProblem(unusable: string | undefined, doubtful: string | undefined): Problem | null {
  if (unusable !== undefined) return problem('browser-path-invalid', { path: unusable });
  return doubtful === undefined ? null : problem('browser-path-doubtful', { path: doubtful });
}
