import { posix, win32 } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, type Result } from '#shared/problems/result.ts';
import type { IsolationLevel } from '#shared/customer/isolation.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Browser } from '../browser.ts';
import { planAccount } from './levels/account.ts';
import { planCustom } from './levels/custom.ts';
import { planCustomer } from './levels/customer.ts';
import { handedAddress } from './handed-address.ts';
import type { LevelPlanner } from './levels/level-planner.ts';
import { planOwn } from './levels/own.ts';
import type { LaunchPlan } from './launch-plan.ts';
import { isOpenable } from './openable.ts';

/** Where this installation keeps things, and what it may open. */
export interface LaunchPlaces {
  readonly platform: Platform;
  /** The user's home folder, absolute. */
  readonly home: string;
  /** The application's own data folder, absolute, not roaming. */
  readonly dataRoot: string;
  /** This installation's secret for folder ids: see profiles/salt. */
  readonly salt: string;
  /** Hosts whose pages may be opened for a customer, such as `security.microsoft.com`. */
  readonly hosts: (tenantId: TenantId) => readonly string[];
}

export interface LaunchRequest {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly url: string;
  readonly level: IsolationLevel;
  /** `#rrggbb`; absent for the one that belongs to the tenant id. */
  readonly colour?: string;
  /** The account that reaches the customer, for level `account`; absent when nobody is signed in. */
  readonly account?: { readonly id: string; readonly username: string };
  /** For level `own`: the id of a profile of the user's. */
  readonly ownProfile: string | null;
  /** For level `custom`: the command, or null when it may not run or there is none. */
  readonly customCommand: string | null;
  /** More arguments for the browser, already checked: see extra-arguments. */
  readonly extraArguments: readonly string[];
  /** See Settings. */
  readonly windowsSso: boolean;
}

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
