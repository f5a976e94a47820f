import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { SharedListRecord } from '../../../../../src/main/customers/shared-list/shared-list-store.ts';
import { Sieve } from '../../../../../src/main/customers/shared-list/sieve.ts';
import type { Annotation, Observation, ObservedCustomer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { aTenantId } from '../../../support/samples.ts';

const listed = (name: string): ObservedCustomer => ({
  tenantId: aTenantId(),
  name,
  domains: [],
  access: 'list',
});
const record = (...rows: readonly ObservedCustomer[]): SharedListRecord => ({
  place: '/l',
  rows,
  refused: [],
});

/** A directory that a test changes, and how often it was gone through. */
function aDirectory(...customers: readonly ObservedCustomer[]) {
  const directory = {
    settledRevision: 0,
    gone: 0,
    known: customers,
    observations: (): readonly Observation[] => {
      directory.gone += 1;
      return [{ source: 'gdap', accountId: 'a', at: '2026-03-01T10:00:00.000Z', customers: directory.known }];
    },
    annotations: (): ReadonlyMap<TenantId, Annotation> => new Map(),
  };
  return directory;
}

test('a record is sifted once, and again when what is known has changed', async () => {
  const directory = aDirectory();
  const sieve = new Sieve(directory);
  const [contoso, fabrikam] = [listed('Contoso'), listed('Fabrikam')];
  const list = record(contoso, fabrikam);
  expect(await sieve.sift(list)).toEqual({ listed: [contoso, fabrikam], held: [] });
  await sieve.sift(list);
  expect(directory.gone).toBe(1);

  directory.known = [listed('Contoso')];
  directory.settledRevision += 1;
  expect(await sieve.sift(list)).toMatchObject({
    listed: [fabrikam],
    held: [{ tenantId: contoso.tenantId }],
  });
  await sieve.sift({ ...list, refused: [contoso.tenantId] });
  expect(directory.gone).toBe(3);
});

test('of a long list everything else gets its turn, and what becomes known meanwhile counts', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) =>
    listed(`Customer ${index} of the North, Limited`),
  );
  const directory = aDirectory(...rows);
  const impostor = { ...rows[0], tenantId: aTenantId() } as ObservedCustomer;
  const ended: unknown[] = [];
  let turns = 0;
  const sifting = new Sieve(directory).sift(record(...rows)).then((sifted) => {
    ended.push(sifted);
    return sifted;
  });
  while (ended.length === 0) {
    await setImmediate();
    turns += 1;
    if (turns !== 2) continue;
    directory.known = [impostor];
    directory.settledRevision += 1;
  }
  expect(turns).toBeGreaterThan(2);
  expect((await sifting).held).toMatchObject([{ tenantId: rows[0]?.tenantId, known: [impostor.tenantId] }]);
});
