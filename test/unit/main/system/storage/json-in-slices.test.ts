import { expect, test } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { jsonInSlices } from '../../../../../src/main/system/storage/json-in-slices.ts';

const data = fc.jsonValue({ depthSize: 'small' });

test('what is written in slices is what JSON.stringify writes', async () => {
  await fc.assert(
    fc.asyncProperty(data, fc.integer({ min: 1, max: 1_200 }), async (value, count) => {
      const list = Array.from({ length: count }, (_, index) => ({ index, value, left: undefined }));
      const names = Object.fromEntries(list.map((each) => [`name ${each.index}`, each]));
      const whole = { version: 1, data: { list, names, value, left: undefined } };
      const pieces = await jsonInSlices(whole);
      expect(pieces.join('')).toBe(JSON.stringify(whole));
    }),
    { numRuns: 30 },
  );
});

test('a long list is written in pieces, and what is short in one', async () => {
  const list = Array.from({ length: 10_000 }, (_, index) => ({ tenantId: `tenant ${index}`, domains: [] }));
  const pieces = await jsonInSlices({ version: 1, data: { list } });
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(65_536);
  expect(pieces.length).toBeLessThan(20);
  const each = Object.fromEntries(list.slice(0, 400).map((customer) => [customer.tenantId, customer]));
  expect(await jsonInSlices({ version: 1, data: each })).toHaveLength(1);
});
