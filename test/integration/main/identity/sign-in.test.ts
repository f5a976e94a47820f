import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { Desk } from '../../support/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.close());

const cancelled = err(problem('sign-in-cancelled', {}));

/** The port that MSAL waits at, from the address it had opened. */
const portOf = (address = '') =>
  Number(new URL(new URL(address).searchParams.get('redirect_uri') ?? '').port);

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(!socket.destroy()));
    socket.on('error', () => resolve(true));
  });
}

test('a user signs in and is listed once, with the home tenant', async () => {
  const identity = desk.identity();
  const { objectId, username } = desk.world.accounts[0] ?? { objectId: '', username: '' };
  const account = { id: `${objectId}.${desk.homeTenant}`, username, homeTenantId: desk.homeTenant };
  expect(await identity.signIn()).toEqual(ok(account));
  expect(await identity.accounts()).toMatchObject([account]);
  expect(desk.timers.size).toBe(0);
});

test('the browser ends on a page in the user’s language, without script or anything from elsewhere', async () => {
  await desk.identity().signIn();
  await vi.waitFor(() => expect(desk.shown).toHaveLength(1));
  expect(desk.shown[0]).toContain('<html lang="fr">');
  expect(desk.shown[0]).toContain('Vous êtes connecté');
  expect(desk.shown[0]).not.toMatch(/<script|src=|href=|url\(/);
});

test('the page asks which account, at the authority of the settings, and expects the answer by form_post', async () => {
  const identity = desk.identity({ authority: desk.world.home.defaultDomain });
  await identity.signIn();
  const page = new URL(desk.opened[0] ?? '');
  expect(page.host).toBe('login.microsoftonline.com');
  expect(page.pathname).toBe(`/${desk.world.home.defaultDomain}/oauth2/v2.0/authorize`);
  expect(page.searchParams.get('prompt')).toBe('select_account');
  expect(page.searchParams.get('response_mode')).toBe('form_post');
});

test('a sign-in whose page was closed ends when it is cancelled, and its port is free again', async () => {
  const identity = desk.identity();
  desk.openPage = () => Promise.resolve(ok(undefined));
  const outcome = identity.signIn();
  await vi.waitFor(() => expect(desk.opened).toHaveLength(1));
  const port = portOf(desk.opened[0]);
  expect(await isFree(port)).toBe(false);
  identity.cancel();
  expect(await outcome).toEqual(cancelled);
  expect(await isFree(port)).toBe(true);
  expect(desk.timers.size).toBe(0);
});

test('a sign-in can be cancelled at once, and while a browser hesitates to open', async () => {
  const identity = desk.identity();
  const early = identity.signIn();
  identity.cancel();
  expect(await early).toEqual(cancelled);
  expect(desk.opened).toEqual([]);

  desk.openPage = () => new Promise(() => undefined);
  const hesitating = identity.signIn();
  await vi.waitFor(() => expect(desk.opened).toHaveLength(1));
  identity.cancel();
  expect(await hesitating).toEqual(cancelled);
  expect(await isFree(portOf(desk.opened[0]))).toBe(true);
});

test('a sign-in nobody finishes ends by itself', async () => {
  const identity = desk.identity();
  desk.openPage = () => Promise.resolve(ok(undefined));
  const outcome = identity.signIn();
  await vi.waitFor(() => expect(desk.opened).toHaveLength(1));
  for (const elapsed of desk.timers) elapsed();
  expect(await outcome).toEqual(err(problem('sign-in-timed-out', { minutes: '5' })));
  expect(await isFree(portOf(desk.opened[0]))).toBe(true);
});

test('after a cancelled sign-in the next one works', async () => {
  const identity = desk.identity();
  const first = identity.signIn();
  identity.cancel();
  await first;
  expect(await identity.signIn()).toMatchObject({ ok: true });
});

test('asking twice opens one page and gives one outcome', async () => {
  const identity = desk.identity();
  const [first, second] = await Promise.all([identity.signIn(), identity.signIn()]);
  expect(desk.opened).toHaveLength(1);
  expect(second).toEqual(first);
});

test('a page that cannot be opened ends the sign-in with the reason', async () => {
  const unopened = problem('sign-in-page-unopened', { reason: 'no browser' });
  desk.openPage = () => Promise.resolve(err(unopened));
  expect(await desk.identity().signIn()).toEqual(err(unopened));
  expect(desk.timers.size).toBe(0);
});

test('what Microsoft refuses is told in its words, with the number to look up', async () => {
  desk.world.answerSignIn({ kind: 'cancel' });
  desk.openPage = async (address) => {
    void desk.world.signInBy(address, null).then(({ body }) => desk.shown.push(body));
    return ok(undefined);
  };
  const reason = 'User declined to consent to access the app.';
  expect(await desk.identity().signIn()).toEqual(
    err(problem('consent-missing', { reason, code: 'AADSTS65004' })),
  );
  await vi.waitFor(() => expect(desk.shown[0]).toContain('Vous n’êtes pas connecté'));
});

test('a network that fails after the page is told as such', async () => {
  desk.world.fault('login.token', { kind: 'cut' });
  const host = 'login.microsoftonline.com';
  expect(await desk.identity().signIn()).toEqual(err(problem('offline', { host })));
});

test('an answer that is no JSON is told as such, and a page as a page', async () => {
  desk.world.fault('login.token', { kind: 'broken-json' }, { times: 1 });
  expect(await desk.identity().signIn()).toMatchObject({ error: { kind: 'answer-invalid' } });
  desk.world.fault('login.token', { kind: 'content-type' });
  expect(await desk.identity().signIn()).toMatchObject({ error: { kind: 'page-instead' } });
});

test('without a good registration nothing is opened and the reason is told', async () => {
  const reasons = [
    [{ clientId: null }, problem('sign-in-unconfigured', {})],
    [{ clientId: 'my app' }, problem('client-id-invalid', { text: 'my app' })],
    [{ authority: 'common' }, problem('authority-invalid', { text: 'common' })],
  ] as const;
  for (const [change, reason] of reasons) {
    const identity = desk.identity(change);
    expect(await identity.signIn()).toEqual(err(reason));
    expect(await identity.accounts()).toEqual([]);
  }
  expect(desk.opened).toEqual([]);
});

test('a token endpoint that asks to wait a moment is waited for, once', async () => {
  desk.world.fault('login.token', { kind: 'status', status: 429, retryAfterSeconds: 0 }, { times: 1 });
  expect(await desk.identity().signIn()).toMatchObject({ ok: true });
  expect(desk.tokenRequests()).toBe(2);
});

test('somebody else who signs in again in the place of an account is told, and turned away', async () => {
  const identity = desk.identity();
  const account = await desk.signedIn(identity);
  desk.username = desk.world.accounts[1]?.username ?? '';
  const another = problem('signed-in-as-another', { wanted: account.username, got: desk.username });
  expect(await identity.signIn(account)).toEqual(err(another));
  expect((await identity.accounts()).map(({ id }) => id)).toEqual([account.id]);
  expect((await desk.identity().accounts()).map(({ id }) => id)).toEqual([account.id]);
});

test('somebody who was signed in before stays so, when they come in the place of another', async () => {
  const identity = desk.identity();
  const account = await desk.signedIn(identity);
  desk.username = desk.world.accounts[1]?.username ?? '';
  const other = await desk.signedIn(identity);
  expect(await identity.signIn(account)).toMatchObject({ error: { kind: 'signed-in-as-another' } });
  expect((await identity.accounts()).map(({ id }) => id)).toEqual([account.id, other.id]);
});
