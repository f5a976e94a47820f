import { expect, it } from 'vitest';
import { nextSync } from '../../../../src/main/customers/sync/sync-timer.ts';
import { asksAgain } from '#shared/problems/passing-problem.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';

const host = 'graph.microsoft.com';
const at = Date.parse('2026-03-01T10:00:00Z');

it.each<[Problem, boolean]>([
  [problem('throttled', { host, until: '2026-03-01T10:05:00Z' }), true],
  [problem('server-fault', { host, status: '500' }), true],
  [problem('page-instead', { host }), true],
  [problem('connection-untrusted', { host, code: 'ERR_CERT_DATE_INVALID' }), true],
  [problem('offline', { host }), true],
  [problem('proof-needed', { host }), false],
  [problem('list-shrunk', { host, before: '9', now: '0' }), false],
  [problem('access-refused', { host, code: '403' }), false],
  [problem('cancelled', {}), false],
])('%j is said to be asked again by itself where it is: %j', (failure, again) => {
  expect(asksAgain(failure, 60)).toBe(again);
  const soon = nextSync({ at, problem: failure, failures: 1 }, 60);
  expect(soon !== undefined && soon < at + 60 * 60_000).toBe(again);
  // Who never wants to sync is not told that it happens.
  expect(asksAgain(failure, 0)).toBe(false);
  expect(nextSync({ at, problem: failure, failures: 1 }, 0)).toBeUndefined();
});

it.each(['throttled', 'server-fault'] as const)(
  'the words of %s promise nothing that only a sync does',
  async (kind) => {
    const { catalogues } = await import('#shared/locales/messages.ts');
    for (const texts of Object.values(catalogues))
      expect(texts[`problem.${kind}.next`]).not.toMatch(/Tidegate/);
  },
);
