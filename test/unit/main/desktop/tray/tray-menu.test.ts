import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SameNames } from '../../../../../src/main/desktop/tray/same-names.ts';
import { planTray, recentsShown, type TrayItem } from '../../../../../src/main/desktop/tray/tray-menu.ts';
import { trayIconName } from '../../../../../src/main/desktop/tray/tray-icon.ts';
import { translator } from '#shared/locales/messages.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { problem } from '#shared/problems/problem.ts';
import type { Status } from '#shared/status/status.ts';
import { aCustomer, anAccount, aStatus } from '../../../support/samples.ts';

const t = translator('en');
const recent = (customer: Customer) => ({ customer, sharesName: false });
const labels = (items: readonly TrayItem[]) =>
  items.flatMap((item) => (item.kind === 'item' ? [item.label] : []));

describe('the tray shows', () => {
  it('the recent customers, newest first, each opening its own tenant', () => {
    const [first, second] = [aCustomer({ name: 'Fabrikam' }), aCustomer({ name: 'Contoso' })];
    const { items } = planTray(aStatus(), [recent(first), recent(second)], t);
    const opens = items.filter((item) => item.kind === 'item' && item.command?.kind === 'open');
    expect(labels(opens)).toEqual(['Fabrikam', 'Contoso']);
    expect(opens.map((item) => item.kind === 'item' && item.command)).toEqual([
      { kind: 'open', tenantId: first.tenantId, page: 'defender' },
      { kind: 'open', tenantId: second.tenantId, page: 'defender' },
    ]);
  });

  it('no more than eight recent customers', () => {
    const many = Array.from({ length: 12 }, (_, index) => aCustomer({ name: `Customer ${index}` }));
    const opens = planTray(aStatus(), many.map(recent), t).items.filter(
      (item) => item.kind === 'item' && item.command?.kind === 'open',
    );
    expect(opens).toHaveLength(recentsShown);
  });

  it('domain and end of the tenant id beside a recent customer whose name another one of the list has', () => {
    const one = aCustomer({ name: 'Contoso Ltd', defaultDomain: 'contoso.example' });
    const other = aCustomer({ name: 'CONTOSO, Ltd.' });
    const list = new Map([one, other, aCustomer({ name: 'Fabrikam' })].map((each) => [each.tenantId, each]));
    const sameNames = new SameNames();
    const recents = [...list.values()].map((customer) => ({
      customer,
      sharesName: sameNames.has(list, customer),
    }));
    const shown = labels(planTray(aStatus(), recents, t).items);
    expect(shown).toContain(`Contoso Ltd (contoso.example, ${one.tenantId.slice(-6)})`);
    expect(shown).toContain(`CONTOSO, Ltd. (${other.tenantId.slice(-6)})`);
    expect(shown).toContain('Fabrikam');
  });

  it('a failed sync in words, and calls for attention', () => {
    const sync = {
      running: false,
      lastSuccess: null,
      problem: problem('offline', { host: 'example' }),
      empty: false,
      names: null,
      sources: [],
    };
    const view = planTray(aStatus({ sync }), [], t);
    expect(view.attention).toBe(true);
    expect(labels(view.items)).toContain('example could not be reached.');
  });

  it('sign-in when nobody is signed in, cancel while waiting, sign-out when somebody is', () => {
    expect(labels(planTray(aStatus(), [], t).items)).toContain('Sign in…');
    expect(labels(planTray(aStatus({ signIn: 'waiting' }), [], t).items)).toContain('Cancel the sign-in');
    const shown = labels(planTray(aStatus({ accounts: [anAccount('ana')] }), [], t).items);
    expect(shown).toContain('Sign out ana@mssp.example');
    expect(shown).toContain('Sign in with another account…');
    expect(shown).toContain('End shift: sign everyone out');
  });

  it('a sync whenever there is something to ask, also a shared list with nobody signed in', () => {
    const syncs = (status: Status): unknown =>
      planTray(status, [], t).items.find((item) => item.kind === 'item' && item.command?.kind === 'sync');
    expect(syncs(aStatus())).toBeUndefined();
    const { sync } = aStatus();
    const list = {
      source: 'shared-list',
      state: 'idle',
      until: null,
      listed: 3,
      at: null,
      problem: null,
    } as const;
    expect(syncs(aStatus({ sync: { ...sync, sources: [list] } }))).toMatchObject({ label: 'Sync now' });
  });

  it('which account has to sign in again, why, and the way to it', () => {
    const ana = anAccount('ana');
    const ended = problem('sign-in-needed', { account: ana.username });
    const accounts = [{ ...ana, state: 'needs-sign-in', problem: ended } as const, anAccount('bert')];
    const view = planTray(aStatus({ accounts }), [], t);
    expect(view.attention).toBe(true);
    expect(labels(view.items)).toContain('The sign-in of ana@mssp.example has ended.');
    const again = view.items.filter((item) => item.kind === 'item' && item.label.startsWith('Sign in again'));
    expect(again).toEqual([
      {
        kind: 'item',
        label: 'Sign in again: ana@mssp.example',
        command: { kind: 'signIn', accountId: 'ana' },
      },
    ]);
  });

  it('an icon for each kind of bar, and every one of them exists', () => {
    expect(trayIconName({ platform: 'darwin', dark: true }, false)).toBe('trayTemplate.png');
    expect(trayIconName({ platform: 'darwin', dark: true }, true)).toBe('trayAttentionTemplate.png');
    expect(trayIconName({ platform: 'win32', dark: true }, false)).toBe('dark.ico');
    expect(trayIconName({ platform: 'win32', dark: false }, true)).toBe('light-attention.ico');
    expect(trayIconName({ platform: 'linux', dark: false }, true)).toBe('dark-attention-22.png');
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      for (const dark of [true, false]) {
        for (const attention of [true, false]) {
          expect(existsSync(join('assets/tray', trayIconName({ platform, dark }, attention)))).toBe(true);
        }
      }
    }
  });
});
