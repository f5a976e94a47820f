import { colourFrom, colourOf, tenantColour } from '#shared/customer/colour.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { ProfileLook } from '../engines/engine.ts';
import { displayName } from './display-name.ts';

/** What a customer's profile shows: the customer's name, and the colour the user gave or the tenant id's own. */
export function customerLook(customer: {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly colour?: string;
}): ProfileLook {
  const { tenantId, name, colour } = customer;
  return {
    name: displayName(name, tenantId),
    colour: colour === undefined ? tenantColour(tenantId) : colourFrom(colour),
  };
}

/** What the profile of an account shows: who is signed in there. */
export function accountLook(account: { readonly id: string; readonly username: string }): ProfileLook {
  return { name: displayName(account.username, 'Tidegate'), colour: colourOf(account.id) };
}
