import type { IsolationLevel } from '#shared/customer/isolation.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Brand } from '../browser.ts';
import type { ProfileLook, ProfileOptions, ProfilePlace, SeedFile } from '../engines/engine.ts';

/** Everything a launch will do, decided at once and never changed afterwards. */
export interface LaunchPlan {
  readonly customer: { readonly tenantId: TenantId; readonly name: string };
  readonly level: IsolationLevel;
  readonly browser: { readonly id: string; readonly name: string; readonly version?: string };
  /** Absolute path. */
  readonly executable: string;
  /** One array entry, one argument. */
  readonly args: readonly string[];
  /** The profile of ours that it opens in; null where nothing of ours is made or touched. */
  readonly profile: ProfilePlan | null;
  readonly url: string;
}

/** A profile of ours, and what it is to look like. */
export interface ProfilePlan {
  /** Folder id: see profiles/folder-id. */
  readonly id: string;
  /** Id of the browser it belongs to. */
  readonly browser: string;
  readonly brand: Brand;
  /** `shared`: in the browser's one data folder. `apart`: in a data folder of its own. */
  readonly kind: 'shared' | 'apart';
  /** Whom the profile is for: a customer, or the account that several customers are reached with. */
  readonly owner: ProfileOwner;
  readonly place: ProfilePlace;
  readonly look: ProfileLook;
  readonly options: ProfileOptions;
  /** Written before the first start only. */
  readonly seeds: readonly SeedFile[];
}

export type ProfileOwner = { readonly tenantId: TenantId } | { readonly accountId: string };
