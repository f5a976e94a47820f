import { expect, it } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import type { ListDelta } from '#shared/commands/list-delta.ts';
import { accessKinds, type Customer } from '#shared/customer/customer.ts';
import { packDelta, unpackDelta } from '#shared/commands/packed-delta.ts';
import { securityRoles } from '#shared/customer/security-role.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { aCustomer } from '../../support/samples.ts';

const id = fc.uuid().map((text) => text as TenantId);
const words = fc.array(fc.string(), { maxLength: 3 });

/** As the merge makes them: most with nothing but a name and a domain, others with anything. */
const customer: fc.Arbitrary<Customer> = fc.record(
  {
    tenantId: id,
    name: fc.string({ unit: 'binary' }),
    defaultDomain: fc.constantFrom('contoso.com', ''),
    domains: fc.constantFrom([], ['contoso.com'], ['contoso.com', 'contoso.fr'], ['fabrikam.com']),
    aliases: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, words),
    tags: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, words),
    favourite: fc.boolean(),
    hidden: fc.constantFrom(false, false, true),
    access: fc.subarray([...accessKinds]),
    accountIds: fc.subarray(['one.home', 'other,home', 'other home']),
    securityRoles: fc.subarray([...securityRoles]),
    ends: fc.constant('2027-01-01T00:00:00.000Z'),
    note: fc.string(),
  },
  {
    requiredKeys: [
      'tenantId',
      'name',
      'domains',
      'aliases',
      'tags',
      'favourite',
      'hidden',
      'access',
      'accountIds',
    ],
  },
);
const delta: fc.Arbitrary<ListDelta> = fc.record(
  {
    revision: fc.nat(),
    reset: fc.boolean(),
    ordered: fc.boolean(),
    upsert: fc.array(customer),
    remove: fc.array(id),
  },
  { requiredKeys: ['revision', 'reset', 'upsert', 'remove'] },
);

it('gives back every change as it was, in its order', () => {
  fc.assert(
    fc.property(delta, (given) => {
      expect(unpackDelta(packDelta(given))).toEqual(given);
    }),
  );
});

it('keeps the order when what is plain and what is not alternate', () => {
  const plain = (name: string): Customer => ({ ...aCustomer({ name }), domains: [], access: ['list'] });
  const upsert = [{ ...plain('a'), note: 'x' }, plain('b'), { ...plain('c'), tags: ['t'] }, plain('d')];
  for (const some of [upsert, upsert.slice(1), upsert.slice(0, 3), upsert.toReversed()])
    expect(
      unpackDelta(packDelta({ revision: 1, reset: false, upsert: some, remove: [] })).upsert.map(
        ({ name }) => name,
      ),
    ).toEqual(some.map(({ name }) => name));
});

it('writes the usual customers in a third of the room', () => {
  const upsert = Array.from({ length: 1_000 }, (_, at): Customer => ({
    ...aCustomer({ name: `Customer ${at}` }),
    defaultDomain: `customer-${at}.example`,
    domains: [`customer-${at}.example`],
  }));
  const packed = packDelta({ revision: 1, reset: true, upsert, remove: [] });
  expect(packed.length).toBeLessThan(JSON.stringify(upsert).length / 2.5);
});
