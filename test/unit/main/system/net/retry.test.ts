import { expect, test } from 'vitest';
import { askedWait } from '../../../../../src/main/system/net/retry-after.ts';
import { patience, planRetry } from '../../../../../src/main/system/net/retry.ts';

const answer = (status: number, headers: Readonly<Record<string, string>> = {}) => ({ status, headers });

test.each([
  ['as long as asked, and a little more', answer(429, { 'retry-after': '5' }), 0, 5_000, 5_500],
  ['503 that says when', answer(503, { 'retry-after': '5' }), 2, 5_000, 5_500],
  ['429 that does not say', answer(429), 0, 500, 1_000],
  ['500', answer(500), 0, 500, 1_000],
  ['500 again', answer(500), 2, 2_000, 4_000],
  ['at most half a minute', answer(500), 10, 15_000, 30_000],
])('waits %s', (_what, refusal, done, least, most) => {
  expect(planRetry(refusal, done, patience, 0)).toBe(least);
  expect(planRetry(refusal, done, patience, 1)).toBeCloseTo(most);
});

test.each([
  ['more than a minute asked for', answer(429, { 'retry-after': '61' })],
  ['403', answer(403)],
  ['501', answer(501)],
  ['200', answer(200)],
])('does not ask again after %s', (_what, refusal) => {
  expect(planRetry(refusal, 0, patience, 0.5)).toBeUndefined();
});

test('a date is read by the server’s own clock', () => {
  const headers = {
    date: 'Sun, 01 Mar 2026 10:10:00 GMT',
    'retry-after': 'Sun, 01 Mar 2026 10:10:30 GMT',
  };
  expect(askedWait({ headers }, Date.parse('2026-03-01T10:00:00Z'))).toBe(30_000);
});
