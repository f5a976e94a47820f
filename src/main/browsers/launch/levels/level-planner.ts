import type { PlatformPath } from 'node:path';
import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import type { Browser } from '../../browser.ts';
import type { LaunchPlan } from '../launch-plan.ts';
import type { LaunchPlaces, LaunchRequest } from '../launch-request.ts';

export interface LevelInput {
  readonly browser: Browser;
  readonly request: LaunchRequest;
  readonly places: LaunchPlaces;
  readonly path: PlatformPath;
}

/** Plans a launch at one level. Pure. The address has been checked. */
export type LevelPlanner = (input: LevelInput) => Result<LaunchPlan, Problem>;
