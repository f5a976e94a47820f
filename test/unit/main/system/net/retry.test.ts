import { expect, test } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { askedWait, believedWait } from '../../../../../src/main/system/net/retry-after.ts';
import { statusProblem } from '../../../../../src/main/system/net/read-answer.ts';
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

const waits = fc.oneof(
  fc.string(),
  fc.double().map(String),
  fc.bigInt().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  fc.constantFrom('1e400', '-1e400', '9999999999999', 'Infinity', '-Infinity', 'NaN', '0x10', ' ', '-5'),
);

test('whatever a server asks for, the wait is none to a day, and the time when it ends can be told', () => {
  const names = fc.constantFrom('retry-after', 'retry-after-ms', 'x-ms-retry-after-ms', 'date');
  fc.assert(
    fc.property(fc.dictionary(names, waits), fc.constantFrom(429, 503), (headers, status) => {
      const now = Date.UTC(2026, 10, 29);
      const wait = believedWait({ headers }, now);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(24 * 3_600_000);
      const failure = statusProblem('h', { status, headers, body: '' }, now);
      if (failure?.kind === 'throttled')
        expect(Date.parse(failure.values.until)).toBe(Math.floor(now + wait));
    }),
  );
});

test('a wait that is asked for is believed up to a day, and one that is not is a minute', () => {
  expect(believedWait({ headers: { 'retry-after': '180' } })).toBe(180_000);
  expect(believedWait({ headers: { 'retry-after': '9999999999999' } })).toBe(24 * 3_600_000);
  expect(believedWait({ headers: { 'retry-after': '1e400' } })).toBe(24 * 3_600_000);
  expect(believedWait({ headers: {} })).toBe(60_000);
});
