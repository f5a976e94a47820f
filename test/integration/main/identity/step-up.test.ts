import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Account, Identity } from '../../../../src/main/identity/identity.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
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

const wanted = (index: number) => ({ account, tenantId: desk.customer(index), scopes: [armScope] });
const lastPage = () => new URL(desk.opened.at(-1) ?? '');

test('a customer that wants more proof gets it at its own door, for this account, with what it asked for', async () => {
  desk.world.fault('login.token', { kind: 'entra-error', code: 50076 }, { times: 1 });
  expect(await identity.token(wanted(0))).toMatchObject({ error: { kind: 'mfa-needed' } });
  expect(await identity.stepUp(wanted(0))).toEqual(ok(undefined));
  expect(lastPage().pathname).toBe(`/${desk.customer(0)}/oauth2/v2.0/authorize`);
  expect(lastPage().searchParams.get('login_hint')).toBe(account.username);
  expect(lastPage().searchParams.get('claims')).toContain('capolids');
  const before = desk.tokenRequests();
  expect(await identity.token(wanted(0))).toMatchObject({ value: { tenantId: desk.customer(0) } });
  expect(desk.tokenRequests()).toBe(before);
  expect(await identity.accounts()).toMatchObject([account]);

  // What was proven is not asked for again, and no other customer hears of it.
  await identity.stepUp(wanted(0));
  expect(lastPage().searchParams.get('claims')).not.toContain('capolids');
  await identity.stepUp(wanted(1));
  expect(lastPage().searchParams.get('claims')).not.toContain('capolids');
});

test('somebody else who signs in instead is told apart, and stays out', async () => {
  const other = desk.world.accounts[2]?.username ?? '';
  desk.username = other;
  const another = err(problem('signed-in-as-another', { wanted: account.username, got: other }));
  expect(await identity.stepUp(wanted(0))).toEqual(another);
  expect(await identity.accounts()).toMatchObject([account]);
  expect(await desk.identity().accounts()).toMatchObject([account]);
});

test('somebody else who was in before stays in', async () => {
  desk.username = desk.world.accounts[2]?.username ?? '';
  const other = await desk.signedIn(identity);
  expect(await identity.stepUp(wanted(0))).toMatchObject({ error: { kind: 'signed-in-as-another' } });
  expect((await identity.accounts()).map(({ id }) => id).sort()).toEqual([account.id, other.id].sort());
});

test('a sign-in that ends in another tenant than asked for counts for nothing', async () => {
  const got = desk.customer(1);
  desk.world.fault('login.token', { kind: 'wrong-tenant', tenantId: got }, { times: 1 });
  const wrong = err(problem('token-wrong-tenant', { wanted: desk.customer(0), got }));
  expect(await identity.stepUp(wanted(0))).toEqual(wrong);
});

test('another sign-in takes the place of one that waits', async () => {
  const usual = desk.openPage;
  desk.openPage = () => Promise.resolve(ok(undefined));
  const forgotten = identity.stepUp(wanted(0));
  await expect.poll(() => desk.opened.length).toBe(2);
  desk.openPage = usual;
  expect(await identity.stepUp(wanted(1))).toEqual(ok(undefined));
  expect(await forgotten).toEqual(err(problem('sign-in-cancelled', {})));
  expect(desk.timers.size).toBe(0);
});
