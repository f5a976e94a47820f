import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Account, Identity } from '../../../../src/main/identity/identity.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import { armScope, Desk } from '../../support/desk.ts';

let desk: Desk;
let identity: Identity;
let ada: Account;
let cleo: Account;
beforeEach(async () => {
  desk = await Desk.open();
  identity = desk.identity();
  ada = await desk.signedIn(identity);
  desk.username = desk.world.accounts[2]?.username ?? '';
  cleo = await desk.signedIn(identity);
});
afterEach(() => desk.close());

/** Who a token for a customer is really of, and for which tenant. */
async function claims(of: Identity, account: Account, tenantId = desk.customer(0)) {
  const token = await of.token({ account, tenantId, scopes: [armScope] });
  if (!token.ok) throw new Error(JSON.stringify(token.error));
  const payload = Buffer.from(token.value.value.split('.')[1] ?? '', 'base64url').toString();
  const { upn, tid } = JSON.parse(payload) as { readonly upn: string; readonly tid: string };
  return { upn, tid };
}

test('two accounts of two home tenants that reach one customer each get a token of their own for it', async () => {
  expect(ada.homeTenantId).not.toBe(cleo.homeTenantId);
  const tid = desk.customer(0);
  const both = [
    { upn: ada.username, tid },
    { upn: cleo.username, tid },
  ];
  expect(await Promise.all([claims(identity, ada), claims(identity, cleo)])).toEqual(both);
  // From memory, and after a restart.
  expect(await Promise.all([claims(identity, ada), claims(identity, cleo)])).toEqual(both);
  const later = desk.identity();
  expect(await Promise.all([claims(later, ada), claims(later, cleo)])).toEqual(both);
  expect(await later.accounts()).toMatchObject([ada, cleo]);
});

test('one that signs out takes its own tokens along and no others', async () => {
  await Promise.all([claims(identity, ada), claims(identity, cleo)]);
  await identity.signOut(ada.id);
  expect(await identity.accounts()).toMatchObject([cleo]);
  const gone = err(problem('sign-in-needed', { account: ada.username }));
  expect(await identity.token({ account: ada, tenantId: desk.customer(0), scopes: [armScope] })).toEqual(
    gone,
  );
  expect(await claims(identity, cleo, desk.customer(1))).toMatchObject({ upn: cleo.username });
});

test('one whose sign-in has ended does not end the other’s', async () => {
  const ofAda = ({ url }: { readonly url: URL }) => url.pathname.includes(ada.homeTenantId);
  desk.world.fault('login.token', { kind: 'entra-error', code: 700082 }, { when: ofAda });
  const ended = await identity.token({
    account: ada,
    tenantId: ada.homeTenantId,
    scopes: [armScope],
    fresh: true,
  });
  expect(ended).toMatchObject({ error: { kind: 'sign-in-needed' } });
  expect(await identity.accounts()).toMatchObject([
    { id: ada.id, state: 'needs-sign-in' },
    { id: cleo.id, state: 'ok' },
  ]);
  expect(await claims(identity, cleo)).toMatchObject({ upn: cleo.username });
});
