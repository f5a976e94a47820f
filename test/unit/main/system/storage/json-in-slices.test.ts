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
      expect(await jsonInSlices(whole)).toBe(JSON.stringify(whole));
    }),
    { numRuns: 30 },
  );
});
