import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { FaultDesk, anywhere, kindOf, ofAnswers } from '../../support/fault-desk.ts';

let faults: FaultDesk;

describe('a silent token', () => {
  // Tokens so short that each sync needs a new one.
  beforeAll(async () => {
    faults = await FaultDesk.open('gdap', { tokenSeconds: 200 });
  });
  afterAll(() => faults.close());
  afterEach(() => vi.useRealTimers());

  const odd: typeof anywhere = [
    ...anywhere.filter(([what]) => what !== '200 with an error in it'),
    ...ofAnswers.filter(([, fault]) => fault.kind !== 'marked'),
    ['503, short', { kind: 'status', status: 503, retryAfterSeconds: 0 }, { times: 1 }, 'ok'],
    ['429 again and again', { kind: 'status', status: 429, retryAfterSeconds: 1 }, {}, 'throttled'],
    [
      'the wrong tenant',
      { kind: 'wrong-tenant', tenantId: '11111111-2222-4333-8444-555555555555' },
      {},
      'token-wrong-tenant',
    ],
  ];
  test.each(odd)('%s', async (_fault, fault, scope, kind) => {
    expect(kindOf(await faults.synced.sync.run())).toBe('ok');
    const before = await faults.onDisk();
    const asked = faults.desk.world.requests().length;
    faults.breakRoute('login.token', fault, scope);
    expect(kindOf(await faults.synced.sync.run())).toBe(kind);
    if (kind !== 'ok') expect(await faults.onDisk()).toEqual(before);
    const since = faults.desk.world.requests().slice(asked);
    const told = since.filter(({ host }) => host === 'graph.microsoft.com');
    expect(told.length === 0).toBe(kind !== 'ok');
    expect(faults.wentElsewhere()).toEqual([]);
    faults.mend();
    // MSAL keeps quiet for a while after some of them.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    expect(kindOf(await faults.synced.sync.run())).toBe('ok');
  });
});

test.each(anywhere.filter(([what]) => what !== '429, short'))(
  'the token of a sign-in: %s',
  async (_fault, fault, scope, kind) => {
    faults = await FaultDesk.open('gdap');
    try {
      await faults.synced.identity.signOut((await faults.synced.identity.accounts())[0]?.id ?? '');
      faults.breakRoute('login.token', fault, scope);
      const outcome = await faults.synced.identity.signIn();
      // An error that the token endpoint words itself is a refusal, whatever its status.
      if (fault.kind === 'error-body') expect(outcome.ok).toBe(false);
      else expect(kindOf(outcome)).toBe(kind);
      expect(await faults.synced.identity.accounts()).toEqual([]);
      expect(faults.wentElsewhere()).toEqual([]);
      faults.mend();
      // MSAL keeps quiet for a while after some of them.
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
      expect(kindOf(await faults.synced.identity.signIn())).toBe('ok');
      expect(kindOf(await faults.synced.sync.run())).toBe('ok');
    } finally {
      vi.useRealTimers();
      await faults.close();
    }
  },
);

describe.each([10, -10])('with Microsoft’s clock %i minutes ahead', (minutes) => {
  beforeAll(async () => {
    faults = await FaultDesk.open('azure-tenants');
  });
  afterAll(() => faults.close());

  test('the list comes all the same', async () => {
    faults.desk.world.setClockAhead(minutes * 60_000);
    await faults.synced.signIn(0);
    expect(kindOf(await faults.synced.sync.run())).toBe('ok');
    expect(faults.synced.directory.customers().size).toBe(8);
  });

  test('a token that the API finds expired is replaced once', async () => {
    expect(kindOf(await faults.synced.sync.run())).toBe('ok');
    const before = await faults.onDisk();
    // Nobody but the API knows that an hour has passed.
    faults.desk.world.setClockAhead(minutes * 60_000 + 3_600_000);
    expect(kindOf(await faults.synced.sync.run())).toBe('ok');
    expect(await faults.onDisk()).toEqual(before);
  });
});
