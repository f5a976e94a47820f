import { expect, test } from 'vitest';
import { doubtOf } from '../../../../../src/main/customers/sync/doubt.ts';
import type { Observation, ObservedCustomer } from '#shared/customer/customer.ts';
import { problem } from '#shared/problems/problem.ts';
import { aTenantId } from '../../../support/samples.ts';

const host = 'graph.microsoft.com';
const customers = (count: number, change: Partial<ObservedCustomer> = {}): readonly ObservedCustomer[] =>
  Array.from({ length: count }, () => ({ tenantId: aTenantId(), domains: [], access: 'gdap', ...change }));
const observed = (rows: readonly ObservedCustomer[]): Observation => ({
  source: 'gdap',
  accountId: 'a',
  at: '2026-01-01T00:00:00.000Z',
  customers: rows,
});
const listed = (rows: readonly ObservedCustomer[]) => new Map(rows.map((row) => [row.tenantId, row]));

test.each<[had: number, stayed: number, doubted: boolean]>([
  [714, 0, true],
  [714, 356, true],
  [714, 357, false],
  [10, 4, true],
  [10, 5, false],
  [5, 2, true],
  [4, 1, true],
  [3, 1, false],
  [3, 0, true],
  [2, 0, true],
  [1, 0, true],
  [0, 0, false],
])('a list of %i of which %i are left: doubted %j', (had, stayed, doubted) => {
  const before = customers(had);
  const shrunk = problem('list-shrunk', { host, before: String(had), now: String(stayed) });
  expect(doubtOf(observed(before), listed(before.slice(0, stayed)), host)).toEqual(
    doubted ? shrunk : undefined,
  );
});

test('the own tenant is nobody’s customer, and who was gone before is lost no more', () => {
  const [own] = customers(1, { access: 'own' });
  const gone = customers(9, { lastListed: '2025-12-01T00:00:00.000Z' });
  const rows = own === undefined ? [] : [own];
  expect(doubtOf(observed([...rows, ...gone]), listed(rows), host)).toBeUndefined();
  const [customer, ...others] = customers(1);
  expect(others).toEqual([]);
  expect(doubtOf(observed([...rows, ...(customer ? [customer] : [])]), listed(rows), host)).toMatchObject({
    values: { before: '1', now: '0' },
  });
});

test('other customers in the place of most are doubted like none; a few that change are not', () => {
  const before = customers(6);
  const others = customers(6);
  expect(doubtOf(observed(before), listed(others), host)).toMatchObject({
    values: { before: '6', now: '0' },
  });
  expect(doubtOf(observed(before.slice(0, 2)), listed(others), host)).toBeUndefined();
});

test.each<[had: number, stayed: number, doubted: boolean]>([
  [460, 0, true],
  [460, 229, true],
  [460, 230, false],
  [3, 0, true],
  [2, 0, false],
])('%i ends of access of which %i are left: doubted %j', (had, stayed, doubted) => {
  const kept = customers(stayed, { ends: '2026-09-01T00:00:00.000Z' });
  const lost = customers(had - stayed);
  const before = [...kept, ...lost.map((customer) => ({ ...customer, ends: '2026-09-01T00:00:00.000Z' }))];
  const after = [...kept, ...lost];
  const shrunk = problem('ends-shrunk', { host, before: String(had), now: String(stayed) });
  expect(doubtOf(observed(before), listed(after), host)).toEqual(doubted ? shrunk : undefined);
});

test('a first listing has nothing to be held against', () => {
  expect(doubtOf(undefined, listed([]), host)).toBeUndefined();
});
