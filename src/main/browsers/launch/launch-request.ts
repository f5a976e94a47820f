import type { IsolationLevel } from '#shared/customer/isolation.ts';
import type { Platform } from '#shared/platform.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

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
