import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { engines } from '../engines/engines.ts';
import { isOlder } from '../version.ts';
import type { LaunchPlan, ProfilePlan } from './launch-plan.ts';

/**
 * `browser-too-old` when a newer version of the browser has used the profile's data folder before: this one would
 * refuse it, or lose a part. `here` is the version that would be started. Nothing when either version is unknown.
 */
export async function tooOldFor(
  profile: ProfilePlan,
  { browser }: Pick<LaunchPlan, 'browser'>,
  here: () => string | undefined | Promise<string | undefined>,
): Promise<Problem | undefined> {
  const { file, read } = engines[profile.brand].lastVersion;
  const used = read(await readFile(join(profile.place.dataFolder, file), 'utf8').catch(() => ''));
  const version = used === undefined ? undefined : await here();
  return used !== undefined && version !== undefined && isOlder(version, used)
    ? problem('browser-too-old', { browser: browser.name, version, needed: used })
    : undefined;
}
