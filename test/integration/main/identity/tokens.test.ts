import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Account, Identity } from '../../../../src/main/identity/identity.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { armScope, Desk } from '../../support/desk.ts';

let desk: Desk;
let identity: Identity;
let account: Account;
beforeEach(async () => {
  desk = await Desk.open();
  identity = desk.identity();
  account = await desk.signedIn(identity);
});
afterEach(() => desk.close());

const host = 'login.microsoftonline.com';
const token = (tenantId: TenantId, scopes = [armScope], signal?: AbortSignal) =>
  identity.token({ account, tenantId, scopes, ...(signal ? { signal } : {}) });

/** The tenant a token is really for. */
function tenantIn(outcome: Awaited<ReturnType<typeof token>>): string {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  const claims = outcome.value.value.split('.')[1] ?? '';
  return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { tid: string }).tid;
}

test('the home tenant’s token comes from memory', async () => {
  const before = desk.tokenRequests();
  expect(tenantIn(await token(desk.homeTenant))).toBe(desk.homeTenant);
  expect(desk.tokenRequests()).toBe(before);
});

test('a customer’s token is the customer’s, never the home tenant’s, and is then remembered', async () => {
  const before = desk.tokenRequests();
  expect(tenantIn(await token(desk.customer(0)))).toBe(desk.customer(0));
  expect(tenantIn(await token(desk.customer(0)))).toBe(desk.customer(0));
  expect(tenantIn(await token(desk.customer(1)))).toBe(desk.customer(1));
  expect(desk.tokenRequests()).toBe(before + 2);
  expect(await identity.accounts()).toMatchObject([account]);
});

test('a token for another tenant than asked is refused, and the next one heals', async () => {
  const [wanted, got] = [desk.customer(0), desk.customer(1)];
  desk.world.fault('login.token', { kind: 'wrong-tenant', tenantId: got }, { times: 1 });
  expect(await token(wanted)).toEqual(err(problem('token-wrong-tenant', { wanted, got })));
  expect(tenantIn(await token(wanted))).toBe(wanted);
});

test('what is asked at the same time does not mix', async () => {
  const tenants = [0, 1, 2, 3, 4].map((index) => desk.customer(index));
  const outcomes = await Promise.all(tenants.map((tenant) => token(tenant)));
  expect(outcomes.map(tenantIn)).toEqual(tenants);
});

test('a sign-in that ends while tokens are asked for is not lost', async () => {
  const username = desk.world.accounts[1]?.username ?? '';
  desk.openPage = async (address) => {
    await desk.world.signInBy(address, username);
    return { ok: true, value: undefined };
  };
  await Promise.all([identity.signIn(), ...[0, 1, 2].map((index) => token(desk.customer(index)))]);
  expect((await identity.accounts()).map((each) => each.username)).toEqual([account.username, username]);
  expect((await desk.identity().accounts()).map((each) => each.username)).toEqual([
    account.username,
    username,
  ]);
});

test('a customer the account was not invited to is told as such, in Microsoft’s words, and changes nothing else', async () => {
  desk.world.fault('login.token', { kind: 'entra-error', code: 50020 }, { times: 1 });
  const reason =
    'User account from identity provider does not exist in tenant and cannot access the application.';
  const refused = problem('not-invited', { account: account.username, reason, code: 'AADSTS50020' });
  expect(await token(desk.customer(0))).toEqual(err(refused));
  expect(tenantIn(await token(desk.customer(1)))).toBe(desk.customer(1));
  expect(await identity.accounts()).toMatchObject([{ state: 'ok', problem: null }]);
});

test.each([
  [50076, 'mfa-needed'],
  [53003, 'access-blocked'],
  [65001, 'consent-missing'],
  [700016, 'consent-missing'],
  [90002, 'sign-in-refused'],
])('what the error %i of one customer means is told, and the account goes on working', async (code, kind) => {
  desk.world.fault('login.token', { kind: 'entra-error', code }, { times: 1 });
  expect(await token(desk.customer(0))).toMatchObject({
    error: { kind, values: { code: `AADSTS${code}` } },
  });
  expect(await identity.accounts()).toMatchObject([{ state: 'ok' }]);
  expect(desk.changes).toBe(0);
});

test('one customer that does not take the refresh token costs no other customer theirs', async () => {
  const inFirst = ({ url }: { readonly url: URL }) => url.pathname.includes(desk.customer(0));
  desk.world.fault('login.token', { kind: 'entra-error', code: 700082 }, { when: inFirst });
  expect(await token(desk.customer(0))).toMatchObject({
    error: { kind: 'step-up-needed', values: { account: account.username, code: 'AADSTS700082' } },
  });
  expect(tenantIn(await token(desk.customer(1)))).toBe(desk.customer(1));
  expect(await identity.accounts()).toMatchObject([{ state: 'ok' }]);

  // All at once, also after a restart: the home tenant is asked once whether the sign-in still stands.
  const later = desk.identity();
  const before = desk.tokenRequests();
  const outcomes = await Promise.all(
    [0, 1, 2, 3].map((index) => later.token({ account, tenantId: desk.customer(index), scopes: [armScope] })),
  );
  expect(outcomes.map(({ ok }) => ok)).toEqual([false, true, true, true]);
  expect(desk.tokenRequests()).toBeLessThanOrEqual(before + 4);
});

test('a sign-in that is too old for one customer is asked for there, and costs no other customer theirs', async () => {
  const inFirst = ({ url }: { readonly url: URL }) => url.pathname.includes(desk.customer(0));
  desk.world.fault('login.token', { kind: 'entra-error', code: 70043 }, { when: inFirst });
  expect(await token(desk.customer(0))).toMatchObject({
    error: { kind: 'step-up-needed', values: { account: account.username, code: 'AADSTS70043' } },
  });
  expect(tenantIn(await token(desk.customer(1)))).toBe(desk.customer(1));
  expect(await identity.accounts()).toMatchObject([{ state: 'ok' }]);
});

test('when the home tenant finds it too old, the account has to sign in again', async () => {
  desk.world.fault('login.token', { kind: 'entra-error', code: 70043 });
  expect(await token(desk.customer(0))).toEqual(
    err(problem('sign-in-needed', { account: account.username, code: 'AADSTS70043' })),
  );
});

test('when the home tenant does not take it either, every tenant asks for the same one sign-in, which mends all', async () => {
  const needed = problem('sign-in-needed', { account: account.username, code: 'AADSTS700082' });
  desk.world.revokeRefreshTokens();
  expect(await Promise.all([0, 1].map((index) => token(desk.customer(index))))).toEqual([
    err(needed),
    err(needed),
  ]);
  expect(desk.changes).toBeGreaterThan(0);
  expect(await identity.accounts()).toMatchObject([{ state: 'needs-sign-in', problem: needed }]);

  // Microsoft is not asked again, neither now nor after a restart, which forgets only why.
  const before = desk.tokenRequests();
  expect(await token(desk.customer(2))).toEqual(err(needed));
  const later = desk.identity();
  const forgotten = problem('sign-in-needed', { account: account.username });
  expect(await later.accounts()).toMatchObject([{ state: 'needs-sign-in', problem: forgotten }]);
  expect(desk.tokenRequests()).toBe(before);

  expect(await identity.signIn(account)).toMatchObject({ ok: true });
  const page = new URL(desk.opened.at(-1) ?? '').searchParams;
  expect([page.get('login_hint'), page.get('prompt')]).toEqual([account.username, null]);
  expect(await identity.accounts()).toMatchObject([{ state: 'ok', problem: null }]);
  expect(tenantIn(await token(desk.customer(1)))).toBe(desk.customer(1));
});

test('a home tenant that wants more proof gets it by the next sign-in, with what it asked for', async () => {
  desk.world.fault('login.token', { kind: 'entra-error', code: 50076 }, { times: 1 });
  const wanted = await identity.token({
    account,
    tenantId: desk.homeTenant,
    scopes: [armScope],
    fresh: true,
  });
  expect(wanted).toMatchObject({ error: { kind: 'mfa-needed' } });
  expect(await identity.accounts()).toMatchObject([
    { state: 'needs-sign-in', problem: { kind: 'mfa-needed' } },
  ]);
  await identity.signIn(account);
  expect(new URL(desk.opened.at(-1) ?? '').searchParams.get('claims')).toContain('capolids');
  expect(await identity.accounts()).toMatchObject([{ state: 'ok' }]);
});

test('a server fault is told once; while MSAL keeps quiet, so is that, and not that the server is down', async () => {
  desk.world.fault('login.token', { kind: 'status', status: 500 }, { times: 1 });
  expect(await token(desk.customer(0))).toEqual(err(problem('server-fault', { host, status: '500' })));
  const before = desk.tokenRequests();
  expect(await token(desk.customer(0))).toMatchObject({ error: { kind: 'throttled', values: { host } } });
  expect(desk.tokenRequests()).toBe(before);
  expect(tenantIn(await token(desk.customer(1)))).toBe(desk.customer(1));
});

test('throttling says how long to wait', async () => {
  desk.world.fault('login.token', { kind: 'status', status: 429, retryAfterSeconds: 300 });
  const before = Date.now();
  for (const outcome of [await token(desk.customer(0)), await token(desk.customer(0))]) {
    if (outcome.ok || outcome.error.kind !== 'throttled') throw new Error(JSON.stringify(outcome));
    const wait = Date.parse(outcome.error.values.until) - before;
    expect(Math.floor(wait / 60_000)).toBe(5);
  }
});

test('without a network the token in memory still serves, and a new one is told to be out of reach', async () => {
  await desk.world.goOffline();
  expect(await token(desk.homeTenant)).toMatchObject({ ok: true });
  expect(await token(desk.customer(0))).toEqual(err(problem('offline', { host })));
});

test('a request that is called off ends at once, also when there is no answer', async () => {
  desk.world.fault('login.token', { kind: 'silent' }, { times: 1 });
  const [first, second] = [new AbortController(), new AbortController()];
  const outcomes = [
    token(desk.customer(0), [armScope], first.signal),
    token(desk.customer(1), [armScope], second.signal),
  ];
  await desk.world.waitForRequest((request) => request.url.pathname.includes(desk.customer(0)));
  second.abort();
  expect(await outcomes[1]).toEqual(err(problem('cancelled', {})));
  first.abort();
  expect(await outcomes[0]).toEqual(err(problem('cancelled', {})));
});

test('an account that has signed out needs a sign-in', async () => {
  expect(await identity.signOut(account.id)).toMatchObject({ ok: true });
  expect(await identity.accounts()).toEqual([]);
  expect(await token(desk.homeTenant)).toEqual(err(problem('sign-in-needed', { account: account.username })));
});

test('an answer that was on its way does not undo a sign-out', async () => {
  desk.world.fault('login.token', { kind: 'slow', milliseconds: 200 });
  const late = token(desk.customer(0));
  await desk.world.waitForRequest((request) => request.url.pathname.includes(desk.customer(0)));
  expect(await identity.signOut(account.id)).toMatchObject({ ok: true });
  await late;
  expect(await identity.accounts()).toEqual([]);
  expect(await desk.files()).toEqual([]);
});

/** Not invited, application not let in, a loop: none of them says that the refresh token has ended. */
test.each([50020, 90099, 50196])(
  'the error %i of the home tenant is told in its words, not as a sign-in that has ended',
  async (code) => {
    desk.world.fault('login.token', { kind: 'entra-error', code });
    const home = await identity.token({
      account,
      tenantId: desk.homeTenant,
      scopes: [armScope],
      fresh: true,
    });
    expect(home).toMatchObject({
      error: { kind: 'home-refused', values: { account: account.username, code: `AADSTS${code}` } },
    });
    if (home.ok || home.error.kind !== 'home-refused') throw new Error();
    expect(home.error.values.reason.length).toBeGreaterThan(10);
    // A customer's refusal stays the customer's.
    expect(await token(desk.customer(0))).toMatchObject({ error: { kind: 'not-invited' } });
    desk.world.heal();
    expect(tenantIn(await token(desk.customer(1)))).toBe(desk.customer(1));
  },
);

test('several tokens of one tenant wait together for a busy endpoint, and each is told until when', async () => {
  desk.world.fault('login.token', { kind: 'status', status: 429, retryAfterSeconds: 1 }, { times: 1 });
  const tenantId = desk.customer(0);
  const waits: number[] = [];
  const ask = (scope: string) =>
    identity.token({ account, tenantId, scopes: [scope], onWait: (until) => waits.push(until.getTime()) });
  const before = desk.tokenRequests();
  const first = ask(armScope);
  await expect.poll(() => waits).toHaveLength(1);
  // Asked while the endpoint is busy: not refused as well, but not sent before.
  const outcomes = await Promise.all([first, ask('https://graph.microsoft.com/Directory.Read.All')]);
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
  expect(new Set(waits).size).toBe(1);
  expect(waits).toHaveLength(2);
  expect(desk.tokenRequests()).toBe(before + 3);
});

test('an endpoint that is still busy after the wait is told so to all who waited, who do not wait again', async () => {
  desk.world.fault('login.token', { kind: 'status', status: 503, retryAfterSeconds: 1 });
  const tenantId = desk.customer(0);
  const before = desk.tokenRequests();
  let waits = 0;
  const ask = (scope: string) =>
    identity.token({ account, tenantId, scopes: [scope], onWait: () => (waits += 1) });
  const first = ask(armScope);
  await expect.poll(() => waits).toBe(1);
  const outcomes = await Promise.all([first, ask('https://graph.microsoft.com/Directory.Read.All')]);
  expect(outcomes).toMatchObject([{ error: { kind: 'throttled' } }, { error: { kind: 'throttled' } }]);
  expect(desk.tokenRequests()).toBe(before + 3);
});
