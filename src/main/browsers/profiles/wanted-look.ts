import type { Customer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { WantedLook } from './profile-looks.ts';
import { accountLook, customerLook } from './profile-look.ts';
import type { ProfileRecord } from './profile-records.ts';

export interface WantedLookSources {
  readonly find: (tenantId: TenantId) => Customer | undefined;
  readonly accounts: () => readonly { readonly id: string; readonly username: string }[];
  readonly windowsSso: () => boolean;
}

/** Gives how a profile should look now, from what is known of its customer or account. */
export function wantedLook(sources: WantedLookSources): (record: ProfileRecord) => WantedLook | undefined {
  return ({ tenantId, accountId }) => {
    const customer = tenantId && sources.find(tenantId);
    const account = sources.accounts().find(({ id }) => id === accountId);
    const look = customer ? customerLook(customer) : account && accountLook(account);
    return look && { look, windowsSso: sources.windowsSso() };
  };
}
