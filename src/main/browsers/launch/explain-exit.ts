import type { Platform } from '#shared/platform.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { runTool } from '../../system/process/run-tool.ts';
import { engines } from '../engines/engines.ts';
import { versionIn } from '../version.ts';
import type { LaunchPlan } from './launch-plan.ts';
import { readLock } from './profile-lock.ts';
import { tooOldFor } from './version-used.ts';

/** Chromium's `RESULT_CODE_PROFILE_IN_USE`: another process has the folder and does not answer. */
const profileInUse = '21';

/** Why a browser that ended at once did so, as far as its data folder tells. Looked at only then: it costs a start. */
export async function explainExit(plan: LaunchPlan, trouble: Problem, platform: Platform): Promise<Problem> {
  const { browser, profile } = plan;
  if (trouble.kind !== 'browser-exited' || profile === null) return trouble;
  const { lock } = engines[profile.brand];
  const { dataFolder } = profile.place;
  const state = await readLock(lock, dataFolder, platform);
  if (state.kind === 'elsewhere') {
    return problem('profile-locked', { browser: browser.name, host: state.host, path: state.path });
  }
  if (state.kind === 'held' && trouble.values.code === profileInUse) {
    return problem('profile-hung', { browser: browser.name });
  }
  const asked = () => browser.version ?? askVersion(plan, platform);
  return (await tooOldFor(profile, plan, asked)) ?? trouble;
}

/** A browser on Windows would open a window instead of answering. */
async function askVersion({ executable }: LaunchPlan, platform: Platform): Promise<string | undefined> {
  return platform === 'win32' ? undefined : versionIn((await runTool(executable, ['--version'])) ?? '');
}
