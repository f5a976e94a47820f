import { expect, test } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import {
  mergeCustomers,
  mergeInto,
  noOwnTenants,
  type Customers,
} from '../../../../../src/main/customers/merge/merge.ts';
import { ObservationIndex } from '../../../../../src/main/customers/merge/observation-index.ts';
import type { Observation } from '#shared/customer/customer.ts';
import { aTenantId } from '../../../support/samples.ts';

const tenantIds = Array.from({ length: 4 }, aTenantId);
const names = ['Contoso', 'Fabrikam', undefined] as const;

const observation: fc.Arbitrary<Observation> = fc
  .record({
    source: fc.constantFrom('azure-tenants', 'gdap', 'list'),
    accountId: fc.constantFrom('anne', 'bert'),
    at: fc.constantFrom('2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'),
    rows: fc.uniqueArray(
      fc.record({ tenant: fc.nat(3), name: fc.constantFrom(...names), gone: fc.boolean() }),
      { selector: ({ tenant }) => tenant },
    ),
  })
  .map(({ rows, ...rest }) => ({
    ...rest,
    customers: rows.flatMap(({ tenant, name, gone }) => {
      const tenantId = tenantIds[tenant];
      if (tenantId === undefined) return [];
      return {
        tenantId,
        ...(name !== undefined && { name }),
        domains: [],
        access: rest.source === 'gdap' ? ('gdap' as const) : ('member' as const),
        ...(gone && { lastListed: '2026-02-01T00:00:00.000Z' }),
      };
    }),
  }));

const step = fc.oneof(
  observation.map((each) => ({ kind: 'replace' as const, each })),
  fc.constantFrom('anne', 'bert').map((accountId) => ({ kind: 'remove' as const, accountId })),
);

test('merging only what a change touches gives what merging everything gives', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const observationIndex = new ObservationIndex();
      let merged: Customers = new Map();
      for (const change of steps) {
        const touched =
          change.kind === 'replace'
            ? observationIndex.replace(change.each)
            : observationIndex.remove(({ accountId }) => accountId === change.accountId);
        merged = mergeInto(merged, touched, observationIndex, new Map(), noOwnTenants);
        expect(merged).toEqual(mergeCustomers(observationIndex.observations, new Map(), noOwnTenants));
      }
    }),
  );
});

test('what is proposed shows until a whole listing follows, and changes nobody who is listed', () => {
  const [known, fresh] = tenantIds;
  if (known === undefined || fresh === undefined) throw new Error('two tenants');
  const row = (tenantId: typeof known, name: string) => ({
    tenantId,
    name,
    domains: [],
    access: 'member' as const,
  });
  const observationIndex = new ObservationIndex();
  const at = '2026-03-01T00:00:00.000Z';
  const whole: Observation = { source: 'gdap', accountId: 'anne', at, customers: [row(known, 'Contoso')] };
  observationIndex.replace(whole);
  expect([...observationIndex.propose(whole, [row(known, 'Renamed'), row(fresh, 'Fabrikam')])]).toEqual([
    fresh,
  ]);
  expect(observationIndex.of(known)[0]?.customer.name).toBe('Contoso');
  expect(observationIndex.of(fresh)[0]?.customer.name).toBe('Fabrikam');
  expect(observationIndex.observations).toEqual([whole]);
  expect([...observationIndex.replace(whole)]).toEqual([known, fresh]);
  expect(observationIndex.of(known)[0]?.customer.name).toBe('Contoso');
  expect(observationIndex.of(fresh)).toEqual([]);
});

test('an observation that was never whole is none', () => {
  const observationIndex = new ObservationIndex();
  const [tenantId] = tenantIds;
  if (tenantId === undefined) throw new Error('a tenant');
  observationIndex.propose({ source: 'gdap', accountId: 'anne' }, [
    { tenantId, domains: [], access: 'gdap' },
  ]);
  expect(observationIndex.observations).toEqual([]);
  expect(observationIndex.get({ source: 'gdap', accountId: 'anne' })).toBeUndefined();
  expect([...observationIndex.remove(({ accountId }) => accountId === 'anne')]).toEqual([tenantId]);
});
