import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { systemClock } from '../../../../../src/main/system/process/in-slices.ts';

test('of several works one goes on at a time, and each in its turn', async () => {
  const wentOn: string[] = [];
  const works = ['merge', 'tell', 'write'];
  for (const work of works) void systemClock.turn().then(() => wentOn.push(work));
  for (let before = 0; wentOn.length < works.length; before = wentOn.length) {
    await turn();
    expect(wentOn.length - before).toBeLessThanOrEqual(1);
  }
  expect(wentOn).toEqual(works);
});
