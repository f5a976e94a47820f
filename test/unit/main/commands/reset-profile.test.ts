import { expect, it } from 'vitest';
import { resetProfile } from '../../../../src/main/commands/reset-profile.ts';
import { problem } from '#shared/problems/problem.ts';
import type { ProfileKey, ProfileRow } from '#shared/commands/profiles.ts';
import { err, ok } from '#shared/problems/result.ts';
import { aTenantId } from '../../support/samples.ts';

const tenantId = aTenantId();

function row(part: Partial<ProfileRow>): ProfileRow {
  return {
    browser: 'chromium',
    kind: 'shared',
    id: 'p',
    browserName: 'Chromium',
    owner: 'customer',
    tenantId,
    name: '',
    colour: null,
    bytes: null,
    lastUsed: null,
    running: false,
    waiting: false,
    ...part,
  };
}

async function reset(...rows: ProfileRow[]) {
  const removed: ProfileKey[] = [];
  const keeper = {
    report: () => Promise.resolve({ rows, counting: false }),
    remove: (keys: readonly ProfileKey[]) => {
      removed.push(...keys);
      return Promise.resolve(ok(undefined));
    },
  };
  return { outcome: await resetProfile(keeper, tenantId), ids: removed.map(({ id }) => id) };
}

it('deletes every profile of this customer, and nobody else’s', async () => {
  const others = [row({ id: 'x', tenantId: aTenantId() }), row({ id: 'y', owner: 'account' })];
  const { outcome, ids } = await reset(row({ id: 'a' }), ...others, row({ id: 'b', kind: 'apart' }));
  expect(outcome.ok).toBe(true);
  expect(ids).toEqual(['a', 'b']);
});

it('deletes nothing while one of them is in use', async () => {
  const { outcome, ids } = await reset(row({ id: 'a' }), row({ id: 'b', running: true }));
  expect(outcome).toEqual(err(problem('profile-in-use', { browser: 'Chromium' })));
  expect(ids).toEqual([]);
});

it('says so where there is none', async () => {
  expect((await reset()).outcome).toEqual(err(problem('profile-gone', {})));
});
