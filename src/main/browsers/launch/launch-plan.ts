import type { TenantId } from '../../../shared/tenant-id.ts';

/** Everything a launch will do, decided at once and never changed afterwards. */
export interface LaunchPlan {
  readonly customer: { readonly tenantId: TenantId; readonly name: string };
  readonly browser: { readonly id: string; readonly name: string };
  /** Absolute path. */
  readonly executable: string;
  /** One array entry, one argument; the address is the last. */
  readonly args: readonly string[];
  /** Absolute folder that all customers of this browser share. */
  readonly userDataDir: string;
  /** Absolute folder of this customer's profile, directly in `userDataDir`. */
  readonly profileFolder: string;
  /** Written before the first start only. */
  readonly preferences: { readonly path: string; readonly content: string };
  readonly url: string;
}
