import { describe, expect, it } from 'vitest';
import {
  afterAnswer,
  askedSooner,
  everybodyWaits,
  planRound,
  type Asked,
} from '../../../../src/main/incidents/plan-round.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { aCustomer, anAccount } from '../../support/samples.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 28, 12);
const anne = anAccount('anne');
const of = { accountIds: ['anne'] };
const asked = (part: Partial<Asked> = {}): Asked => ({
  at: now - 20 * minute,
  next: now - minute,
  until: 0,
  failures: 0,
  ...part,
});

describe('a round', () => {
  const favourite = aCustomer({ ...of, favourite: true });
  const [recent, other, third] = [aCustomer(of), aCustomer(of), aCustomer(of)];
  const plan = (
    customers = [other, recent, favourite],
    known: ReadonlyMap<typeof other.tenantId, Asked> = new Map(),
    accounts = [anne],
  ) =>
    planRound({ customers, accounts, recents: [recent.tenantId] }, known, now).map(
      ({ tenantId }) => tenantId,
    );

  it('asks favourites first, then recent customers, then the others', () => {
    expect(plan()).toEqual([favourite.tenantId, recent.tenantId, other.tenantId]);
  });

  it('asks first, among equals, who waits longest', () => {
    const known = new Map([
      [other.tenantId, asked({ at: now - 20 * minute })],
      [third.tenantId, asked({ at: now - 40 * minute })],
    ]);
    expect(plan([other, third], known)).toEqual([third.tenantId, other.tenantId]);
  });

  it('asks nobody before their time', () => {
    expect(plan([other], new Map([[other.tenantId, asked({ next: now + 1 })]]))).toEqual([]);
    expect(plan([other], new Map([[other.tenantId, asked({ next: now })]]))).toEqual([other.tenantId]);
  });

  it('tries nobody: only tenants that an account is known to reach are asked', () => {
    expect(plan([aCustomer({ access: ['list'] })])).toEqual([]);
    const chosen = aCustomer({ access: ['list'], accountId: 'anne' });
    expect(plan([chosen])).toEqual([chosen.tenantId]);
  });

  it('asks neither hidden customers nor as an account that has to sign in', () => {
    expect(plan([aCustomer({ ...of, hidden: true })])).toEqual([]);
    expect(plan([other], new Map(), [{ ...anne, state: 'needs-sign-in' }])).toEqual([]);
    expect(plan([other], new Map(), [])).toEqual([]);
  });
});

describe('the next question', () => {
  const wait = (answer: Problem | null, random = 0, minutes = 15, before?: Asked) =>
    (afterAnswer(before, answer, now, minutes, random).next - now) / minute;
  const throttled = (minutes: number, host = 'graph.microsoft.com') =>
    problem('throttled', { host, until: new Date(now + minutes * minute).toISOString() });
  const fault = problem('server-fault', { host: 'graph.microsoft.com', status: '500' });

  it('comes after the setting, spread at random and never sooner than ten minutes', () => {
    expect(wait(null)).toBe(15);
    expect(wait(null, 1)).toBeCloseTo(18);
    expect(wait(null, 0, 0)).toBe(10);
  });

  it('waits as long as the tenant asks, however long, and never less than ten minutes', () => {
    expect(wait(throttled(90))).toBe(90);
    expect(wait(throttled(0.1), 0, 1)).toBeGreaterThanOrEqual(10);
  });

  it('comes later after each failure, up to an hour', () => {
    let before: Asked | undefined;
    const waits = Array.from({ length: 6 }, () => {
      before = afterAnswer(before, fault, now, 10, 0);
      return (before.next - now) / minute;
    });
    expect(waits).toEqual([20, 40, 60, 60, 60, 60]);
    expect(afterAnswer(before, null, now, 10, 0).failures).toBe(0);
  });

  it.each([
    problem('consent-missing', { reason: '', code: 'AADSTS65001' }),
    problem('access-refused', { host: 'graph.microsoft.com', code: 'Forbidden' }),
    problem('mfa-needed', { account: 'anne', reason: '', code: 'AADSTS50076' }),
  ])('comes hours after a refusal: $kind', (refusal) => {
    expect(wait(refusal)).toBe(360);
  });

  it('comes sooner when the user wants it, but neither within ten minutes nor against a server’s word', () => {
    const refused = asked({ at: now, next: now + 360 * minute });
    expect(askedSooner(refused).next).toBe(now + 10 * minute);
    expect(askedSooner({ ...refused, until: now + 30 * minute }).next).toBe(now + 30 * minute);
    expect(askedSooner(asked({ next: now })).next).toBeLessThanOrEqual(now);
  });

  it('is nobody’s while the sign-in asks to wait, which is one for every tenant', () => {
    const login = 'login.microsoftonline.com';
    expect(everybodyWaits(throttled(5, login), login)).toBe(now + 5 * minute);
    expect(everybodyWaits(throttled(5), login)).toBe(0);
    expect(everybodyWaits(fault, login)).toBe(0);
    expect(everybodyWaits(null, login)).toBe(0);
  });
});
