import { posix, win32 } from 'node:path';
import { tenantColour } from '../../../shared/colour.ts';
import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { TenantId } from '../../../shared/tenant-id.ts';
import type { Browser, Platform } from '../browser.ts';
import { displayName } from '../profile/display-name.ts';
import { isProfileFolderId, profileFolderId } from '../profile/folder-id.ts';
import { planProfilePreferences } from '../profile/preferences.ts';
import type { LaunchPlan } from './launch-plan.ts';
import { isOpenable } from './openable.ts';

/** Where this installation keeps things, and what it may open. */
export interface LaunchPlaces {
  readonly platform: Platform;
  /** The user's home folder, absolute. */
  readonly home: string;
  /** The application's own data folder, absolute, not roaming. */
  readonly dataRoot: string;
  /** This installation's secret for folder ids: see profile/salt. */
  readonly salt: string;
  /** Hosts whose pages may be opened for a customer, such as `security.microsoft.com`. */
  readonly hosts: (tenantId: TenantId) => readonly string[];
}

export interface LaunchRequest {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly url: string;
}

const paths = { win32, darwin: posix, linux: posix } as const satisfies Record<Platform, typeof posix>;

/**
 * How long the path of a profile folder may be. Windows: a path has 260 characters (MAX_PATH), and Chromium needs about
 * 130 below a profile for service workers and extensions. Elsewhere the limit of 4,096 is out of reach.
 */
const longestProfilePath: Readonly<Record<Platform, number>> = { win32: 130, darwin: 900, linux: 3_900 };

/**
 * Plans opening one address for one customer in one browser. Pure and synchronous: a command handler calls it before
 * its first await, so nothing that resolves later can change which customer is opened.
 * Fails with `address-refused` or `profile-unwritable`.
 */
export function planLaunch(
  browser: Browser,
  request: LaunchRequest,
  places: LaunchPlaces,
): Result<LaunchPlan, Problem> {
  const { tenantId, name, url } = request;
  if (!isOpenable(url, places.hosts(tenantId)))
    return err(problem('address-refused', { address: url.slice(0, 200) }));
  const path = paths[places.platform];
  const folderId = profileFolderId(places.salt, tenantId);
  const userDataDir = path.join(browsersFolder(browser, places), browser.id);
  const profileFolder = path.join(userDataDir, folderId);
  if (!isProfileFolderId(folderId) || profileFolder.length > longestProfilePath[places.platform]) {
    return err(problem('profile-unwritable', { path: profileFolder, reason: 'ENAMETOOLONG' }));
  }
  const identity = { name: displayName(name, tenantId), colour: tenantColour(tenantId) };
  return ok({
    customer: { tenantId, name },
    browser: { id: browser.id, name: browser.name },
    executable: browser.executable,
    // SECURITY: nothing that a customer, a list or a directory names is in here but the checked address, at the end.
    args: [
      `--user-data-dir=${userDataDir}`,
      `--profile-directory=${folderId}`,
      '--no-first-run',
      '--no-default-browser-check',
      url,
    ],
    userDataDir,
    profileFolder,
    preferences: {
      path: path.join(profileFolder, 'Preferences'),
      content: planProfilePreferences(browser.brand, identity),
    },
    url,
  });
}

/**
 * The folder with one user-data folder for each browser. A snap sees no hidden folder of the home, but may write in
 * `~/snap/<name>/common`, which its updates keep (snapcraft.io/docs/data-locations; with Chromium's snap it was tried
 * in github.com/jacob-bd/gemini-notebook-mcp-cli/pull/195).
 */
function browsersFolder(browser: Browser, { platform, home, dataRoot }: LaunchPlaces): string {
  const path = paths[platform];
  return browser.confinement.kind === 'snap'
    ? path.join(home, 'snap', browser.confinement.name, 'common', 'tidegate', 'browsers')
    : path.join(dataRoot, 'browsers');
}
