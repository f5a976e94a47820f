import { describe, expect, it } from 'vitest';
import type { AccessCheck, AccessVerdict } from '#shared/status/access-check.ts';
import { causesFor } from '#shared/access/causes.ts';
import type { BrowserPolicyStatus } from '#shared/status/policy-effect.ts';
import { problem } from '#shared/problems/problem.ts';
import { aCustomer, anAccount, aStatus } from '../../support/samples.ts';

const now = Date.parse('2026-11-28T12:00:00Z');
const account = anAccount('ada');
const customer = aCustomer({ accountIds: [account.id] });
const checked = (verdict: AccessVerdict): { readonly access: { checking: []; checked: AccessCheck[] } } => ({
  access: {
    checking: [],
    checked: [
      {
        tenantId: customer.tenantId,
        verdict,
        at: '2026-11-28T11:00:00Z',
        account: account.username,
        problem: null,
      },
    ],
  },
});
/** What nobody can see from here comes last, always. */
const unseen = ['device', 'other-account', 'roles'];
const signedIn = aStatus({ accounts: [account] });

describe('why a portal did not open', () => {
  it('is, with nothing known against it, one of what cannot be seen', () => {
    expect(causesFor(customer, signedIn, now)).toEqual(unseen);
    expect(causesFor(customer, aStatus(), now)).toEqual(['nobody', ...unseen]);
  });

  it.each(['blocked', 'interaction', 'not-invited', 'signed-out'] as const)(
    'is first what the last check said: %s',
    (verdict) => {
      expect(causesFor(customer, aStatus({ accounts: [account], ...checked(verdict) }), now)).toEqual([
        verdict,
        ...unseen,
      ]);
    },
  );

  it.each(['unknown', 'unreached', 'reached'] as const)('is nothing that %s could tell', (verdict) => {
    expect(causesFor(customer, aStatus({ accounts: [account], ...checked(verdict) }), now)).toEqual(unseen);
  });

  it('is an access that has ended, unless a check has found it open', () => {
    const ended = { ...customer, ends: '2026-11-27T12:00:00Z', lastListed: '2026-11-20T12:00:00Z' };
    expect(causesFor(ended, signedIn, now)).toEqual(['access-ended', 'not-listed', ...unseen]);
    const open = aStatus({ accounts: [account], ...checked('reached') });
    expect(causesFor(ended, open, now)).toEqual(unseen);
  });

  it('says nothing of another customer by what was checked for one', () => {
    const other = aCustomer({ accountIds: [account.id] });
    expect(causesFor(other, aStatus({ accounts: [account], ...checked('blocked') }), now)).toEqual(unseen);
  });

  it('puts a browser that is not there before all, and one that mixes customers before what cannot be seen', () => {
    const none = aStatus({ ...checked('blocked'), browserProblem: problem('no-browser', {}) });
    expect(causesFor(customer, none, now).slice(0, 2)).toEqual(['no-browser', 'blocked']);
    const policies = [{ policy: 'UserDataDir', effect: 'moved' as const }];
    const browsers = [{ id: 'edge', name: 'Edge', isDefault: true, ownProfiles: [], policies }];
    expect(causesFor(customer, aStatus({ accounts: [account], browsers }), now)[0]).toBe('moved-profile');
  });

  it('names the policy that hides the device instead of guessing, and one that moves pages', () => {
    const with_ = (...policies: readonly BrowserPolicyStatus[]) =>
      aStatus({
        accounts: [account],
        browsers: [{ id: 'edge', name: 'Edge', isDefault: true, ownProfiles: [], policies }],
      });
    const hidden = { policy: 'BrowserSignin', effect: 'no-device' } as const;
    const switched = { policy: 'AutomaticProfileSwitchingSiteList', effect: 'switched' } as const;
    expect(causesFor(customer, with_(hidden), now)).toEqual(['device-policy', 'other-account', 'roles']);
    expect(causesFor(customer, with_(switched), now)).toEqual(['switched-profile', ...unseen]);
    // One that has a browser of its own, or opens in the user's own profile, is not concerned.
    const sealed = aCustomer({ ...customer, isolation: 'sealed' });
    expect(causesFor(sealed, with_(switched), now)).toEqual(unseen);
    const own = aCustomer({ ...customer, isolation: 'own' });
    expect(causesFor(own, with_(hidden, switched), now)).toEqual(['other-account', 'roles']);
  });

  it('knows that the last launch failed, until one works', () => {
    const exited = problem('browser-exited', { browser: 'Edge', code: '1' });
    expect(causesFor(customer, { ...signedIn, problems: [exited] }, now)).toEqual([
      'browser-failed',
      ...unseen,
    ]);
  });

  it('is GDAP without a security role, also where the tenant lets the account in', () => {
    const gdap = aCustomer({ ...customer, access: ['gdap'], securityRoles: [] });
    const open = aStatus({ accounts: [account], ...checked('reached') });
    for (const status of [signedIn, open])
      expect(causesFor(gdap, status, now)).toEqual(['no-security-role', ...unseen]);
    expect(causesFor({ ...gdap, securityRoles: ['global-reader'] }, signedIn, now)).toEqual(unseen);
  });

  it('asks nothing of a device where the browser’s own profile is used, and knows a contract from access', () => {
    const own = aCustomer({ accountIds: [account.id], isolation: 'own', access: ['csp', 'list'] });
    expect(causesFor(own, signedIn, now)).toEqual(['contract-only', 'other-account', 'roles']);
  });
});
