import { expect, test } from 'vitest';
import { nextSync, SyncTimer } from '../../../src/main/directory/sync-timer.ts';
import { problem, type Problem } from '../../../src/shared/problem.ts';

const minute = 60_000;
const offline = problem('offline', { host: 'management.azure.com' });
const throttled = problem('throttled', { host: 'h', until: new Date(5 * minute).toISOString() });
const refused = problem('access-refused', { host: 'h', code: '403' });

test.each<[string, Problem | null, number, number, number | undefined]>([
  ['after a good one, by the setting', null, 0, 60, 60],
  ['never, when switched off', offline, 1, 0, undefined],
  ['offline: soon', offline, 1, 60, 1],
  ['offline again: later', offline, 4, 60, 8],
  ['offline for long: by the setting', offline, 9, 60, 60],
  ['throttled: as asked', throttled, 1, 60, 5],
  ['refused: nothing will be better soon', refused, 1, 60, 60],
])('%s', (_what, trouble, failures, minutes, due) => {
  const next = nextSync({ at: 0, problem: trouble, failures }, minutes);
  expect(next).toBe(due === undefined ? undefined : due * minute);
});

/** A timer at a clock that the test moves, and how often it has synced. */
function timer(outcome: () => Problem | null = () => null) {
  const world = { now: 0, synced: 0, minutes: 60, tick: async () => {}, stopped: false };
  const made = new SyncTimer({
    sync: () => {
      world.synced += 1;
      return Promise.resolve(outcome());
    },
    minutes: () => world.minutes,
    now: () => world.now,
    everyMinute: (tick) => {
      world.tick = async () => {
        tick();
        await Promise.resolve();
        await Promise.resolve();
      };
      return () => (world.stopped = true);
    },
  });
  return { made, world };
}

test('it syncs at the start, and then when it is due', async () => {
  const { made, world } = timer();
  await made.start();
  world.now = 59 * minute;
  await world.tick();
  expect(world.synced).toBe(1);
  world.now = 60 * minute;
  await world.tick();
  expect(world.synced).toBe(2);
});

test('a night of sleep is one sync soon after waking', async () => {
  const { made, world } = timer();
  await made.start();
  world.now = 9 * 60 * minute;
  await world.tick();
  await world.tick();
  expect(world.synced).toBe(2);
});

test('a clock that is set back does not stop it', async () => {
  const { made, world } = timer();
  world.now = 1_000 * minute;
  await made.start();
  world.now = 0;
  await world.tick();
  world.now = 60 * minute;
  await world.tick();
  expect(world.synced).toBe(2);
});

test('a changed setting counts at once, and stopping releases the clock', async () => {
  const { made, world } = timer();
  await made.start();
  world.minutes = 5;
  world.now = 5 * minute;
  await world.tick();
  expect(world.synced).toBe(2);
  made.stop();
  expect(world.stopped).toBe(true);
});
