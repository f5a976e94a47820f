import { expect, test } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { nextSync, SyncTimer } from '../../../../../src/main/customers/sync/sync-timer.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';

const minute = 60_000;
const offline = problem('offline', { host: 'management.azure.com' });
const asked = (wait: number) =>
  problem('throttled', { host: 'h', until: new Date(wait * minute).toISOString() });
const throttled = asked(5);
const refused = problem('access-refused', { host: 'h', code: '403' });

test.each<[string, Problem | null, number, number, number | undefined]>([
  ['after a good one, by the setting', null, 0, 60, 60],
  ['never, when switched off', offline, 1, 0, undefined],
  ['offline: soon', offline, 1, 60, 1],
  ['offline again: later', offline, 4, 60, 8],
  ['offline for long: by the setting', offline, 9, 60, 60],
  ['throttled: as asked', throttled, 1, 60, 5],
  ['throttled for longer than the setting: as asked', asked(180), 1, 60, 180],
  ['throttled for a moment: a minute', asked(0.1), 1, 60, 1],
  ['throttled for more than anybody believes: a day', asked(9_000), 1, 60, 24 * 60],
  ['a proxy in between: soon', problem('proxy-refused', { host: 'h', code: '407' }), 2, 60, 2],
  ['called off: by the setting', problem('cancelled', {}), 1, 60, 60],
  ['refused: nothing will be better soon', refused, 1, 60, 60],
])('%s', (_what, trouble, failures, minutes, due) => {
  const next = nextSync({ at: 0, problem: trouble, failures }, minutes);
  expect(next).toBe(due === undefined ? undefined : due * minute);
});

test('no server is asked before its wait is over, and none is left alone for more than a day', () => {
  const day = 24 * 60 * minute;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 * day }),
      fc.integer({ min: 1, max: 1_440 }),
      fc.integer({ min: 1, max: 50 }),
      (wait, minutes, failures) => {
        const at = Date.UTC(2026, 10, 29);
        const trouble = problem('throttled', { host: 'h', until: new Date(at + wait).toISOString() });
        const next = nextSync({ at, problem: trouble, failures }, minutes) ?? Number.NaN;
        expect(next - at).toBe(Math.min(day, Math.max(minute, wait)));
      },
    ),
  );
});

/** A timer at a clock that the test moves, and how often it has synced. */
function timer(outcome: () => Problem | null | Promise<Problem | null> = () => null) {
  const world = { now: 0, synced: 0, minutes: 60, tick: async () => {}, stopped: false };
  const made = new SyncTimer({
    sync: async () => {
      world.synced += 1;
      return outcome();
    },
    minutes: () => world.minutes,
    now: () => world.now,
    everyMinute: (tick) => {
      world.tick = tick;
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

/** The minutes at which it syncs until `end`. */
async function syncsUntil(
  end: number,
  { made, world }: ReturnType<typeof timer>,
): Promise<readonly number[]> {
  const at: number[] = [];
  await made.start();
  for (let passed = 1; passed <= end; passed += 1) {
    const before = world.synced;
    world.now = passed * minute;
    await world.tick();
    if (world.synced > before) at.push(passed);
  }
  return at;
}

test('each failure in a row doubles the wait, up to the setting', async () => {
  expect(
    await syncsUntil(
      190,
      timer(() => offline),
    ),
  ).toEqual([1, 3, 7, 15, 31, 63, 123, 183]);
});

test('a good one in between begins the count anew', async () => {
  const outcomes = [offline, offline, offline, null, offline, offline];
  const waiting = timer(() => outcomes.shift() ?? null);
  expect(await syncsUntil(80, waiting)).toEqual([1, 3, 7, 67, 68, 70]);
});

test('a sync that throws is told, and the next one comes all the same', async () => {
  const { made, world } = timer(() => Promise.reject(new Error('a fault of ours')));
  await expect(made.start()).rejects.toThrow('a fault of ours');
  world.now = 60 * minute;
  await expect(world.tick()).rejects.toThrow('a fault of ours');
  world.now = 120 * minute;
  await expect(world.tick()).rejects.toThrow('a fault of ours');
  expect(world.synced).toBe(3);
});

test('nothing is due while one runs, however long it takes', async () => {
  let end = (_problem: Problem | null): void => {};
  const { made, world } = timer(() => new Promise((resolve) => (end = resolve)));
  const started = made.start();
  world.now = 200 * minute;
  await world.tick();
  expect(world.synced).toBe(1);
  end(null);
  await started;
  await world.tick();
  expect(world.synced).toBe(1);
});
