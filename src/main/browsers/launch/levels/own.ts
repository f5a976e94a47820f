import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { engines } from '../../engines/engines.ts';
import { argumentsFor } from '../extra-arguments.ts';
import type { LevelPlanner } from './level-planner.ts';

/** A profile that the user's browser has already. Nothing is written there; only one that was found is opened. */
export const planOwn: LevelPlanner = ({ browser, request, path }) => {
  const { tenantId, name, url, level, ownProfile, extraArguments } = request;
  const { own } = browser;
  // With one profile there is nothing to choose.
  const only = own?.profiles.length === 1 ? own.profiles[0] : undefined;
  const profile = ownProfile === null ? only : own?.profiles.find(({ id }) => id === ownProfile);
  if (own === undefined || profile === undefined) {
    return err(
      ownProfile === null
        ? problem('own-profile-unchosen', { browser: browser.name })
        : problem('own-profile-missing', { browser: browser.name, profile: ownProfile }),
    );
  }
  return ok({
    customer: { tenantId, name },
    level,
    browser: { id: browser.id, name: browser.name },
    executable: browser.executable,
    // SECURITY: the profile is one that the browser's own file lists, and its id has been checked there.
    args: [
      ...engines[browser.brand].ownProfiles.args(path, own.dataFolder, profile),
      ...argumentsFor(browser.brand, extraArguments),
      url,
    ],
    profile: null,
    url,
  });
};
