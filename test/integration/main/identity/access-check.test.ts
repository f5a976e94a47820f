import { afterEach, beforeEach, expect, test } from 'vitest';
import { AccessChecker } from '../../../../src/main/access/access-checker.ts';
import type { Identity } from '../../../../src/main/identity/identity.ts';
import { StatusStore } from '../../../../src/main/state/status/status-store.ts';
import type { AccessKind } from '#shared/customer/customer.ts';
import { sampleCustomers } from '#shared/customer/samples.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { aCustomer, aStatus } from '../../../unit/support/samples.ts';
import { armScope, Desk } from '../../support/desk.ts';

let desk: Desk;
let identity: Identity;
let status: StatusStore;
let access: readonly AccessKind[];
let checker: AccessChecker;
beforeEach(async () => {
  desk = await Desk.open({ customers: 12 });
  identity = desk.identity();
  await desk.signedIn(identity);
  status = new StatusStore(aStatus({ accounts: await identity.accounts() }));
  access = ['list'];
  checker = new AccessChecker({
    tokens: identity,
    directory: { find: (tenantId) => aCustomer({ tenantId, access }) },
    status,
    scopes: () => [armScope],
    now: () => new Date('2026-11-28T12:00:00Z'),
  });
});
afterEach(() => desk.close());

const verdictOf = async (tenantId: TenantId): Promise<string | undefined> => {
  await checker.check({ kind: 'checkAccess', tenantIds: [tenantId] });
  return status.current.access.checked.find((each) => each.tenantId === tenantId)?.verdict;
};
/** The first customer answers so; the account's home does not. */
const answers = (code: number) =>
  desk.world.fault(
    'login.token',
    { kind: 'entra-error', code },
    { when: ({ url }) => url.pathname.includes(desk.customer(0)) },
  );

test('a tenant that lets the account in is reached, and who was asked when is kept', async () => {
  expect(await verdictOf(desk.customer(0))).toBe('reached');
  expect(status.current.access).toEqual({
    checking: [],
    checked: [
      {
        tenantId: desk.customer(0),
        verdict: 'reached',
        at: '2026-11-28T12:00:00.000Z',
        account: desk.username,
        problem: null,
      },
    ],
  });
});

test.each([65001, 700016])('a tenant that has not consented reads unknown: AADSTS%i', async (code) => {
  answers(code);
  expect(await verdictOf(desk.customer(0))).toBe('unknown');
});

test('an application that delegated administrators may not use yet reads unknown', async () => {
  access = ['gdap'];
  answers(90099);
  expect(await verdictOf(desk.customer(0))).toBe('unknown');
});

test.each([
  [53003, 'blocked'],
  [50076, 'interaction'],
  [50020, 'not-invited'],
] as const)('AADSTS%i reads %s', async (code, verdict) => {
  answers(code);
  expect(await verdictOf(desk.customer(0))).toBe(verdict);
  desk.world.heal();
  // What was answered before does not stay true: the next check asks anew.
  expect(await verdictOf(desk.customer(0))).toBe('reached');
  answers(code);
  expect(await verdictOf(desk.customer(0))).toBe(verdict);
});

test('a token for another tenant proves nothing', async () => {
  desk.world.fault('login.token', { kind: 'wrong-tenant', tenantId: desk.customer(1) }, { times: 1 });
  expect(await verdictOf(desk.customer(0))).toBe('unknown');
  const [check] = status.current.access.checked;
  expect(check?.problem).toMatchObject({ kind: 'token-wrong-tenant' });
});

test('only the chosen customers are asked, at most four at once, and what is cancelled is not answered', async () => {
  const chosen = Array.from({ length: 9 }, (_, index) => desk.customer(index));
  let most = 0;
  let running = 0;
  const tokens: Pick<Identity, 'token'> = {
    async token(request) {
      most = Math.max(most, (running += 1));
      const outcome = await identity.token(request);
      running -= 1;
      return outcome;
    },
  };
  const directory = { find: (tenantId: TenantId) => aCustomer({ tenantId, access }) };
  const counted = new AccessChecker({
    tokens,
    directory,
    status,
    scopes: () => [armScope],
    now: () => new Date(),
  });
  await counted.check({ kind: 'checkAccess', tenantIds: chosen });
  expect(most).toBe(4);
  expect(status.current.access.checked.map(({ tenantId }) => tenantId).sort()).toEqual([...chosen].sort());

  const checking = checker.check({
    kind: 'checkAccess',
    tenantIds: [desk.customer(10), desk.customer(11)],
  });
  expect(status.current.access.checking).toHaveLength(2);
  checker.cancel();
  await checking;
  expect(status.current.access.checking).toEqual([]);
  expect(status.current.access.checked).toHaveLength(9);
});

test('a sample is asked for nowhere', async () => {
  const [sample] = sampleCustomers();
  if (sample === undefined) throw new Error('there are samples');
  const before = desk.tokenRequests();
  expect(await verdictOf(sample.tenantId)).toBeUndefined();
  expect(desk.tokenRequests()).toBe(before);
});
