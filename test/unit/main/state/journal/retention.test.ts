import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { Retention } from '../../../../../src/main/state/journal/retention.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-28T12:00:00Z');
beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

function aRetention() {
  const pruned: number[] = [];
  const told: unknown[] = [];
  const kept = { days: 90, works: true };
  const trouble = problem('storage-unwritable', { record: 'journal', path: '/x', reason: 'EIO' });
  const retention = new Retention({
    journal: {
      forgetBefore: async (time) => {
        pruned.push(time);
        return kept.works ? ok(undefined) : err(trouble);
      },
    },
    days: () => kept.days,
    now: Date.now,
    tell: (each) => void told.push(each),
  });
  return { kept, pruned, retention, told, trouble };
}

it('takes old lines out at the start, and once a day', async () => {
  const { pruned, retention } = aRetention();
  await retention.start();
  expect(pruned).toEqual([start - 90 * day]);
  await vi.advanceTimersByTimeAsync(day - 1);
  expect(pruned).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2 * day);
  expect(pruned).toHaveLength(3);
  retention.stop();
  await vi.advanceTimersByTimeAsync(3 * day);
  expect(pruned).toHaveLength(3);
});

it('also where the computer slept for days', async () => {
  const { pruned, retention } = aRetention();
  await retention.start();
  // Timers stand still meanwhile.
  vi.setSystemTime(start + 3 * day);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(pruned).toHaveLength(2);
});

it('at once when the days change, and not when anything else does', async () => {
  const { kept, pruned, retention } = aRetention();
  await retention.follow();
  expect(pruned).toEqual([]);
  await retention.start();
  await retention.follow();
  expect(pruned).toHaveLength(1);
  kept.days = 7;
  await retention.follow();
  expect(pruned.at(-1)).toBe(start - 7 * day);
});

it('tells what went wrong, and later that nothing did', async () => {
  const { kept, retention, told, trouble } = aRetention();
  kept.works = false;
  await retention.start();
  kept.works = true;
  kept.days = 30;
  await retention.follow();
  expect(told).toEqual([trouble, undefined]);
});
