import { expect, it } from 'vitest';
import { ownTenantAmong } from '#shared/portals/own-tenant.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { aCustomer, aTenantId } from '../../support/samples.ts';

const listed = (...customers: readonly Customer[]) =>
  new Map(customers.map((customer) => [customer.tenantId, customer]));
const own = [1, 2, 3].map((at) => aCustomer({ name: `MSSP ${at}`, access: ['own'] }));

it('of several own tenants the same one is taken in whatever order they come', () => {
  const others = [aCustomer({ name: 'Contoso', access: ['gdap'] })];
  const first = ownTenantAmong(listed(...others, ...own), null);
  expect(own).toContain(first);
  expect(ownTenantAmong(listed(...own.toReversed(), ...others), null)).toBe(first);
});

it('among none there is none', () => {
  const contoso = aCustomer({ name: 'Contoso', access: ['member'] });
  expect(ownTenantAmong(listed(contoso), null)).toBeUndefined();
  expect(ownTenantAmong(listed(contoso), contoso.tenantId)).toBeUndefined();
});

it('the one that the user named comes before those of sign-ins, as long as it is on the list', () => {
  for (const named of own) expect(ownTenantAmong(listed(...own), named.tenantId)).toBe(named);
  expect(own).toContain(ownTenantAmong(listed(...own), aTenantId()));
});
