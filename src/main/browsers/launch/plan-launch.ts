import { posix, win32 } from 'node:path';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, type Result } from '#shared/problems/result.ts';
import type { IsolationLevel } from '#shared/customer/isolation.ts';
import type { Browser } from '../browser.ts';
import { planAccount } from './levels/account.ts';
import { planCustom } from './levels/custom.ts';
import { planCustomer } from './levels/customer.ts';
import { handedAddress } from './handed-address.ts';
import type { LevelPlanner } from './levels/level-planner.ts';
import { planOwn } from './levels/own.ts';
import type { LaunchPlan } from './launch-plan.ts';
import type { LaunchPlaces, LaunchRequest } from './launch-request.ts';
import { isOpenable } from './openable.ts';

/** How each level of isolation is planned. */
const planners: Readonly<Record<IsolationLevel, LevelPlanner>> = {
  profile: planCustomer('shared'),
  account: planAccount,
  sealed: planCustomer('apart'),
  own: planOwn,
  custom: planCustom,
};

/**
 * Plans opening one address for one customer in one browser. Pure and synchronous: a command handler calls it before
 * its first await, so nothing that resolves later can change which customer is opened.
 * Fails with `address-refused`, `profile-unwritable`, `own-profile-missing` or one of the custom command's.
 */
export function planLaunch(
  browser: Browser,
  request: LaunchRequest,
  places: LaunchPlaces,
): Result<LaunchPlan, Problem> {
  const { level } = request;
  const url = handedAddress(request.url);
  if (!isOpenable(url, places.hosts(request.tenantId)))
    return err(problem('address-refused', { address: url.slice(0, 200) }));
  const path = places.platform === 'win32' ? win32 : posix;
  return planners[level]({ browser, request: { ...request, url }, places, path });
}
