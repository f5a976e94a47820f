import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { AnnotationStore } from '../../../../src/main/customers/annotations/annotation-store.ts';
import { Directory } from '../../../../src/main/customers/store/directory.ts';
import { combineRows } from '../../../../src/main/customers/formats/combine-rows.ts';
import { parseList } from '../../../../src/main/customers/formats/parse-list.ts';
import { ObservationStore } from '../../../../src/main/customers/store/observations.ts';
import { fromAToZInSlices } from '../../../../src/main/customers/cache/order-in-slices.ts';
import { fromAToZ } from '#shared/search/order.ts';
import { aCustomer, aTenantId } from '../../support/samples.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

/** A clock on which each look at it takes a millisecond: with one look for each item, work is counted in items. */
function counting() {
  let now = 0;
  const counted = {
    turns: 0,
    now: () => (now += 1),
    turn: () => {
      counted.turns += 1;
      return turn();
    },
  };
  return counted;
}

/** The most items between two turns: the milliseconds of a slice. */
const slice = 8;
const rows = 4_000;

test('a list is read, compared and put together with a turn for others every few rows', async () => {
  const clock = counting();
  const text = Array.from({ length: rows }, (_, row) => `Customer ${row};c${row}.example`).join('\n');
  expect(await parseList(text, clock)).toMatchObject({ ok: true });
  // Read; names looked at and judged; merged and given out.
  expect(clock.turns).toBeGreaterThanOrEqual((5 * rows) / (slice + 1) - 5);
});

test.each([
  ['domains', 'a.example; '.repeat(rows)],
  ['words', 'x, '.repeat(rows)],
  ['quotes', '"x" , '.repeat(rows)],
])('one line of many cells (%s) has turns within it', async (_what, text) => {
  const clock = counting();
  await parseList(text, clock);
  expect(clock.turns).toBeGreaterThanOrEqual(Math.floor(rows / 50 / (slice + 1)));
});

test('rows of one tenant are put together in slices', async () => {
  const clock = counting();
  const all = Array.from({ length: rows }, (_, line) => ({ line, tenantId: aTenantId(), domains: [] }));
  expect(await combineRows(all, clock)).toHaveLength(rows);
  expect(clock.turns).toBeGreaterThanOrEqual((2 * rows) / (slice + 1) - 2);
});

test('the order from A to Z is made in slices, and is the one that is made at once', async () => {
  const clock = counting();
  const customers = Array.from({ length: rows + 1 }, (_, at) =>
    aCustomer({ tenantId: aTenantId(), name: `Customer ${(at * 7_919) % rows}` }),
  );
  expect(await fromAToZInSlices(customers, clock)).toEqual(fromAToZ(customers));
  expect(clock.turns).toBeGreaterThanOrEqual((3 * rows) / (slice + 1) - 3);
});

test('what an import writes is written, and merged and compared, in slices, and told in parts that windows take', async () => {
  const folder = await temporaryFolder('slices-');
  const clock = counting();
  const many = 12_000;
  const directory = new Directory(
    new ObservationStore(join(folder, 'observations')),
    new AnnotationStore(join(folder, 'annotations.json')),
    () => new Date('2026-03-01T10:00:00Z'),
    null,
    clock,
  );
  await directory.load();
  const told: { readonly revision: number; readonly count: number }[] = [];
  directory.onChange(({ revision, upsert }) => told.push({ revision, count: upsert.length }));
  const steps = Array.from({ length: many }, (_, at) => {
    const tenantId = aTenantId();
    const listed = { tenantId, name: `Customer ${at}`, domains: [], access: 'list' } as const;
    return { tenantId, after: { listed, annotation: { tags: ['gold'] } } };
  });
  expect(await directory.write(steps)).toMatchObject({ ok: true });
  await expect.poll(() => told.reduce((sum, { count }) => sum + count, 0)).toBe(many);
  expect(told.length).toBeGreaterThan(1);
  expect(new Set(told.map(({ revision }) => revision)).size).toBe(told.length);
  // Written; merged and compared.
  expect(clock.turns).toBeGreaterThanOrEqual((2 * many) / (slice + 1) - 2);
  await directory.close();
  await removeFolder(folder);
});

test('an import that was overtaken by a note writes nothing over it', async () => {
  const folder = await temporaryFolder('slices-');
  const directory = new Directory(
    new ObservationStore(join(folder, 'observations')),
    new AnnotationStore(join(folder, 'annotations.json')),
    () => new Date('2026-03-01T10:00:00Z'),
    null,
    counting(),
  );
  await directory.load();
  const steps = Array.from({ length: 100 }, () => {
    const tenantId = aTenantId();
    const listed = { tenantId, domains: [], access: 'list' } as const;
    return { tenantId, before: directory.written(tenantId), after: { listed, annotation: {} } };
  });
  const written = directory.write(steps);
  const [first] = steps;
  if (first === undefined) throw new Error('there are steps');
  await directory.annotate(first.tenantId, { note: 'Mine' });
  expect(await written).toMatchObject({ error: { kind: 'import-outdated' } });
  expect(directory.annotationOf(first.tenantId)).toEqual({ note: 'Mine' });
  await directory.close();
  await removeFolder(folder);
});
