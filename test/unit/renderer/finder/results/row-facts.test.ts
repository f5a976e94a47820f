import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../../../src/renderer/finder/results/row-facts.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { translator } from '#shared/locales/messages.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import { aCustomer, aTenantId } from '../../../support/samples.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const account = (username: string): AccountStatus => ({
  id: username,
  username,
  homeTenantId: aTenantId(),
  state: 'ok',
  problem: null,
});
const [ana, ben] = [account('ana@mssp.example'), account('ben@mssp.example')];
const facts = (customer: Partial<Customer>, accounts: readonly AccountStatus[] = [ana]) =>
  factsOf(aCustomer(customer), { accounts, t: translator('en'), language: 'en', now });

describe('a row says', () => {
  it('when access ends soon, and when it has ended', () => {
    expect(facts({ ends: '2026-12-04T12:00:00.000Z' }).warnings).toEqual(['Access ends in 12 days']);
    expect(facts({ ends: '2026-11-01T00:00:00.000Z' }).warnings).toEqual(['Access has ended']);
    expect(facts({ ends: '2027-11-01T00:00:00.000Z' }).warnings).toEqual([]);
  });

  it('that GDAP brings no security role, unless another access may or nobody knows', () => {
    const without = { access: ['gdap'] as const, securityRoles: [] };
    expect(facts(without).warnings).toEqual(['GDAP without a security role']);
    expect(facts({ ...without, access: ['gdap', 'csp', 'list'] }).warnings).toHaveLength(1);
    expect(facts({ ...without, access: ['member', 'gdap'] }).warnings).toEqual([]);
    expect(facts({ access: ['gdap'], securityRoles: ['security-reader'] }).warnings).toEqual([]);
    expect(facts({ access: ['gdap'] }).warnings).toEqual([]);
    const french = { accounts: [ana], t: translator('fr'), language: 'fr', now } as const;
    expect(factsOf(aCustomer(without), french).warnings).toEqual(['GDAP sans rôle de sécurité']);
  });

  it('since when no source lists the customer any more', () => {
    expect(facts({ lastListed: '2026-11-03T12:00:00.000Z' }).warnings).toEqual([
      'Not listed since Nov 3, 2026',
    ]);
  });

  it('how the customer is reached, without what says nothing', () => {
    expect(facts({ access: ['member', 'gdap', 'list'] }).reached).toEqual(['Guest or member', 'GDAP']);
    expect(facts({ access: ['list'] }).reached).toEqual(['On a list only']);
  });

  it('by which account, when there are several', () => {
    const customer = { access: ['gdap'] as const, accountIds: [ben.id], tags: ['prod'] };
    expect(facts(customer, [ana, ben]).reached).toEqual(['GDAP', ben.username, '#prod']);
    expect(facts(customer, [ben]).reached).toEqual(['GDAP', '#prod']);
  });

  it('no account that would only be tried, for want of one that is known to reach the customer', () => {
    expect(facts({ access: ['list'] }, [ana, ben]).reached).toEqual(['On a list only']);
    const chosen = { access: ['list'] as const, accountId: ben.id };
    expect(facts(chosen, [ana, ben]).reached).toEqual(['On a list only', ben.username]);
    const home = { access: ['list'] as const, tenantId: ana.homeTenantId };
    expect(facts(home, [ana, ben]).reached).toEqual(['On a list only', ana.username]);
  });

  it('what the user wrote to be known', () => {
    const customer = { note: 'Ask Ada', instruction: { text: 'Ring first', atLaunch: false } };
    expect(facts(customer).remarks).toEqual(['Instruction: Ring first', 'Note: Ask Ada']);
    expect(facts({}).remarks).toEqual([]);
  });

  it('that a tenant is the own one, or hidden', () => {
    const { badges, reached } = facts({ access: ['own', 'member'], hidden: true });
    expect(badges).toEqual(['Your own tenant', 'Hidden']);
    expect(reached).toEqual([]);
  });
});
