import type { Platform } from '#shared/platform.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { ProfileLook } from '../../engines/engine.ts';
import { engines } from '../../engines/engines.ts';
import { isProfileFolderId } from '../../profiles/folder-id.ts';
import { browserFolder } from '../../profiles/profile-folders.ts';
import { argumentsFor } from '../extra-arguments.ts';
import type { LaunchPlan, ProfileOwner, ProfilePlan } from '../launch-plan.ts';
import type { LevelInput } from './level-planner.ts';

/**
 * How long the path of a profile folder may be. Windows: a path has 260 characters (MAX_PATH), and browsers need about
 * 130 below a profile for service workers and extensions. Elsewhere the limit of 4,096 is out of reach.
 */
const longestProfilePath: Readonly<Record<Platform, number>> = { win32: 130, darwin: 900, linux: 3_900 };

interface OurProfile {
  readonly id: string;
  readonly kind: ProfilePlan['kind'];
  readonly owner: ProfileOwner;
  readonly look: ProfileLook;
}

/** The plan of a launch in a profile that is Tidegate's. */
export function planOurProfile(
  { browser, request, places, path }: LevelInput,
  { id, kind, owner, look }: OurProfile,
): Result<LaunchPlan, Problem> {
  const engine = engines[browser.brand];
  const place = engine.place(path, browserFolder(path, browser, places, kind), id, kind);
  if (!isProfileFolderId(id) || place.profileFolder.length > longestProfilePath[places.platform]) {
    return err(problem('profile-unwritable', { path: place.profileFolder, reason: 'ENAMETOOLONG' }));
  }
  const { tenantId, name, url, level, extraArguments, windowsSso } = request;
  const options = { windowsSso };
  return ok({
    customer: { tenantId, name },
    level,
    browser: {
      id: browser.id,
      name: browser.name,
      ...(browser.version !== undefined && { version: browser.version }),
    },
    executable: browser.executable,
    // SECURITY: nothing that a customer, a list or a directory names is in here but the checked address, at the end.
    args: [...engine.args(path, place), ...argumentsFor(browser.brand, extraArguments), url],
    profile: {
      id,
      browser: browser.id,
      brand: browser.brand,
      kind,
      owner,
      place,
      look,
      options,
      seeds: engine.seeds(path, place, browser.brand, look, options),
    },
    url,
  });
}
