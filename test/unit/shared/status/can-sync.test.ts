import { expect, test } from 'vitest';
import { canSync } from '#shared/status/can-sync.ts';
import type { SourceStatus } from '#shared/status/status.ts';

const idle = { state: 'idle', until: null, listed: null, at: null, problem: null } as const;

test.each<[string, readonly SourceStatus[], boolean]>([
  ['nothing', [], false],
  ['a shared list, which nobody signs in to', [{ ...idle, source: 'shared-list' }], true],
  ['an account', [{ ...idle, source: 'gdap', accountId: 'ana', username: 'ana@mssp.example' }], true],
  ['what an account listed that is signed out', [{ ...idle, source: 'gdap', accountId: 'ana' }], false],
])('with %s', (_what, sources, can) => {
  expect(canSync({ sources })).toBe(can);
});
