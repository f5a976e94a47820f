import { expect, it } from 'vitest';
import { ownTenantAmong } from '../../../src/shared/portals/own-tenant.ts';
import { aCustomer } from '../support/samples.ts';

it('of several own tenants the same one is taken in whatever order they come', () => {
  const own = [1, 2, 3].map((at) => aCustomer({ name: `MSSP ${at}`, access: ['own'] }));
  const others = [aCustomer({ name: 'Contoso', access: ['gdap'] })];
  const first = ownTenantAmong([...others, ...own]);
  expect(own).toContain(first);
  expect(ownTenantAmong([...own.toReversed(), ...others])).toBe(first);
});

it('among none there is none', () => {
  expect(ownTenantAmong([aCustomer({ name: 'Contoso', access: ['member'] })])).toBeUndefined();
});
