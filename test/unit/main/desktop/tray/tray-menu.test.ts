import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TrayList } from '../../../../../src/main/desktop/tray/tray-list.ts';
import { besideLabel, labelWidth, mostMenuWidth } from '../../../../../src/main/desktop/tray/label-width.ts';
import {
  favouritesShown,
  planTray,
  recentsShown,
  type TrayCustomers,
} from '../../../../../src/main/desktop/tray/tray-menu.ts';
import type { TrayItem } from '../../../../../src/main/desktop/tray/tray-item.ts';
import { trayIconName } from '../../../../../src/main/desktop/tray/tray-icon.ts';
import type { Language } from '#shared/locales/language.ts';
import { translator } from '#shared/locales/messages.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { noUsage, type Usage } from '#shared/status/usage.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { addressFor } from '#shared/portals/availability.ts';
import { findPage } from '#shared/portals/pages.ts';
import { problem } from '#shared/problems/problem.ts';
import type { Status } from '#shared/status/status.ts';
import { aCustomer, anAccount, aStatus } from '../../../support/samples.ts';

const languages: readonly Language[] = ['en', 'fr'];
const recent = (customer: Customer) => ({ customer, sharesName: false });
const labels = (items: readonly TrayItem[]) =>
  items.flatMap((item) => (item.kind === 'separator' ? [] : [item.label]));
/** The customers' submenus. */
const customersIn = (items: readonly TrayItem[]) => items.filter((item) => item.kind === 'submenu');
const plan = (
  status: Status,
  customers: Partial<TrayCustomers> = {},
  usage: Usage = noUsage,
  language: Language = 'en',
) => planTray({ status, usage }, { favourites: [], recents: [], ...customers }, translator(language));

describe('the tray shows', () => {
  it('the recent customers, newest first, each with its pages, which open in its own tenant', () => {
    const [first, second] = [aCustomer({ name: 'Fabrikam' }), aCustomer({ name: 'Contoso' })];
    const menus = customersIn(plan(aStatus(), { recents: [recent(first), recent(second)] }).items);
    expect(labels(menus)).toEqual(['Fabrikam', 'Contoso']);
    for (const [at, { tenantId }] of [first, second].entries()) {
      const opens = menus[at]?.items.flatMap((item) => (item.kind === 'item' ? [item.command] : [])) ?? [];
      expect(opens.length).toBeGreaterThan(5);
      expect(opens[0]).toEqual({ kind: 'open', tenantId, page: 'defender' });
      for (const command of opens) expect(command).toMatchObject({ kind: 'open', tenantId });
      const pages = opens.map((command) => command?.kind === 'open' && command.page);
      expect(new Set(pages).size).toBe(pages.length);
    }
  });

  it('the hand-over of this shift, also to whoever is signed out', () => {
    for (const status of [aStatus(), aStatus({ accounts: [anAccount('a')] })])
      expect(plan(status).items).toContainEqual({
        kind: 'item',
        label: 'Hand over this shift…',
        command: { kind: 'showSettings', page: 'journal' },
      });
  });

  it('first the page that Enter opens: the one opened last, where the setting says so', () => {
    const customer = aCustomer();
    const usage: Usage = { ...noUsage, pages: { [customer.tenantId]: 'incidents' } };
    const firstPage = (repeatDestination: boolean): unknown => {
      const status = aStatus({ settings: { ...defaultSettings, repeatDestination } });
      const [menu] = customersIn(plan(status, { recents: [recent(customer)] }, usage).items);
      return menu?.items[0];
    };
    const open = (page: string) => ({
      command: { kind: 'open', tenantId: customer.tenantId, page },
    });
    expect(firstPage(true)).toMatchObject(open('incidents'));
    expect(firstPage(false)).toMatchObject(open('defender'));
  });

  it('only pages that can be opened there: none that is hidden, and none of the provider’s own', () => {
    const customer = aCustomer({ access: ['member'] });
    const settings = { ...defaultSettings, hiddenPortals: ['incidents'] };
    const [menu] = customersIn(plan(aStatus({ settings }), { recents: [recent(customer)] }).items);
    const offered = menu?.items.flatMap((item) =>
      item.kind === 'item' && item.command?.kind === 'open' ? [item.command.page] : [],
    );
    expect(offered).not.toContain('incidents');
    for (const id of offered ?? []) {
      const page = findPage(id, settings, customer);
      expect(page && addressFor(page, customer, settings).ok, id).toBe(true);
    }
  });

  it('no more than eight recent customers and ten favourites, and nobody twice', () => {
    const many = Array.from({ length: 12 }, (_, index) => recent(aCustomer({ name: `Recent ${index}` })));
    const starred = Array.from({ length: 12 }, (_, index) => recent(aCustomer({ name: `Star ${index}` })));
    expect(customersIn(plan(aStatus(), { recents: many }).items)).toHaveLength(recentsShown);
    expect(customersIn(plan(aStatus(), { favourites: starred }).items)).toHaveLength(favouritesShown);
    const [both] = starred;
    if (both === undefined) throw new Error('there are favourites');
    const shown = customersIn(plan(aStatus(), { favourites: [both], recents: [both] }).items);
    expect(labels(shown)).toEqual(['Star 0']);
  });

  it('favourites from A to Z, and none that is hidden', () => {
    const list = ['beta', 'Älpha', 'gamma'].map((name) => aCustomer({ name, favourite: true }));
    const hidden = aCustomer({ name: 'delta', favourite: true, hidden: true });
    const trayList = new TrayList();
    trayList.apply({ reset: true, upsert: [...list, hidden, aCustomer()], remove: [] });
    expect(trayList.favourites('en').map(({ name }) => name)).toEqual(['Älpha', 'beta', 'gamma']);
  });

  it.each(languages)('no line wider than its place: %s, at any depth, however long names are', (language) => {
    const long = 'The Wholesale Manufacturing & Merchandising Company of the WWW — München '.repeat(3);
    const cjk = '株式会社東京証券取引所'.repeat(6);
    const accounts = [
      { ...anAccount('w'.repeat(60)), state: 'needs-sign-in' as const },
      anAccount('m'.repeat(90)),
    ];
    const names = [long, cjk, 'W'.repeat(90), '\u{1f512}'.repeat(60)].map((name) => ({
      customer: aCustomer({ name, defaultDomain: `${'mw'.repeat(60)}.example` }),
      sharesName: true,
    }));
    const trouble = problem('offline', { host: 'm'.repeat(200) });
    const states: readonly Partial<Status>[] = [
      { accounts, problems: [trouble] },
      { accounts, problems: [trouble, trouble] },
      { signIn: 'waiting' },
      { accounts, sync: { ...aStatus().sync, running: true } },
      { accounts, tokensKept: false, sync: { ...aStatus().sync, problem: trouble } },
      { clipboardHotkey: { active: 'Control+Alt+Shift+PageDown', refused: null, instead: null } },
      { hotkey: { active: 'Control+Alt+Shift+PageDown', refused: null, instead: null }, hotkeysPaused: true },
    ];
    for (const state of states) {
      const view = plan(aStatus(state), { favourites: names, recents: names }, noUsage, language);
      const every = (items: readonly TrayItem[]): readonly string[] =>
        items.flatMap((item) =>
          item.kind === 'separator'
            ? []
            : [item.label, ...(item.kind === 'submenu' ? every(item.items) : [])],
        );
      for (const label of every(view.items))
        expect(labelWidth(label), label).toBeLessThanOrEqual(mostMenuWidth - besideLabel);
      // What tells two of one name apart is not cut.
      for (const { customer } of names)
        expect(every(view.items).some((label) => label.includes(customer.tenantId.slice(-6)))).toBe(true);
    }
  });

  it.each(languages)('no text of the catalogue is cut: %s', (language) => {
    const states: readonly Partial<Status>[] = [
      { problems: [] },
      { accounts: [anAccount('ana')], tokensKept: false },
      { signIn: 'waiting' },
      { sync: { ...aStatus().sync, running: true } },
    ];
    for (const state of states)
      for (const label of labels(plan(aStatus(state), {}, noUsage, language).items))
        expect(/.…./.test(label), label).toBe(false);
  });

  it('that hotkeys are paused, and takes them back; the finder’s line names none then', () => {
    const line = (status: Status) =>
      plan(status).items.find((item) => item.kind === 'item' && item.command?.kind === 'pauseHotkeys');
    expect(line(aStatus())).toMatchObject({ checked: false, command: { paused: true } });
    const paused = aStatus({ hotkeysPaused: true });
    expect(line(paused)).toMatchObject({ checked: true, command: { paused: false } });
    expect(labels(plan(paused).items)).toContain('Find a customer');
    expect(line(aStatus({ hotkey: { active: null, refused: null, instead: null } }))).toBeUndefined();
  });

  it('domain and end of the tenant id beside a recent customer whose name another one of the list has', () => {
    const one = aCustomer({ name: 'Contoso Ltd', defaultDomain: 'contoso.example' });
    const other = aCustomer({ name: 'CONTOSO, Ltd.' });
    const upsert = [one, other, aCustomer({ name: 'Fabrikam' })];
    const trayList = new TrayList();
    trayList.apply({ reset: true, upsert, remove: [] });
    const recents = upsert.map((customer) => ({ customer, sharesName: trayList.sharesName(customer) }));
    const shown = labels(plan(aStatus(), { recents }).items);
    expect(shown).toContain(`Contoso Ltd (contoso.example, ${one.tenantId.slice(-6)})`);
    expect(shown).toContain(`CONTOSO, Ltd. (${other.tenantId.slice(-6)})`);
    expect(shown).toContain('Fabrikam');
  });

  it('one problem in words, several as their number, and leads to where they are told', () => {
    const failed = { ...aStatus().sync, problem: problem('offline', { host: 'example' }) };
    const one = plan(aStatus({ sync: failed }));
    expect(one.attention).toBe(true);
    expect(one.items).toContainEqual({
      kind: 'item',
      label: 'example could not be reached.',
      command: { kind: 'showSettings', page: 'sources' },
    });
    const taken = problem('hotkey-taken', { hotkey: 'Control+A' });
    const two = plan(aStatus({ sync: failed, problems: [taken] }));
    expect(two.items).toContainEqual({
      kind: 'item',
      label: '2 problems: show them',
      command: { kind: 'showSettings', page: 'sources' },
    });
    expect(labels(two.items)).not.toContain('example could not be reached.');
    expect(plan(aStatus()).attention).toBe(false);
  });

  it('sign-in when nobody is signed in, cancel while waiting, sign-out when somebody is', () => {
    expect(labels(plan(aStatus()).items)).toContain('Sign in…');
    expect(labels(plan(aStatus({ signIn: 'waiting' })).items)).toContain('Cancel the sign-in');
    const shown = labels(plan(aStatus({ accounts: [anAccount('ana')] })).items);
    expect(shown).toContain('Sign out ana@mssp.example');
    expect(shown).toContain('Sign in with another account…');
    expect(shown).toContain('End shift…');
  });

  it('a sync whenever there is something to ask, also a shared list with nobody signed in', () => {
    const syncs = (status: Status): unknown =>
      plan(status).items.find((item) => item.kind === 'item' && item.command?.kind === 'sync');
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
    const view = plan(aStatus({ accounts }));
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

describe('a newer version', () => {
  const itemsFor = (update: Status['update']) => plan(aStatus({ update })).items;

  it('that is here waits in the tray for a restart', () => {
    expect(itemsFor({ kind: 'ready', version: '0.2.0' })).toContainEqual({
      kind: 'item',
      label: 'Restart to update to 0.2.0',
      command: { kind: 'restartToUpdate' },
    });
  });

  it('that the user has to install leads to what to type', () => {
    const offered = { kind: 'offered', version: '0.2.0', file: 'f', command: 'c' } as const;
    expect(itemsFor(offered)).toContainEqual({
      kind: 'item',
      label: 'Version 0.2.0 is available…',
      command: { kind: 'showSettings', page: 'general' },
    });
  });

  it('that is only looked for, or could not be had, takes no place there', () => {
    const quiet: readonly Status['update'][] = [
      { kind: 'off' },
      { kind: 'checking' },
      { kind: 'downloading', version: '0.2.0' },
      { kind: 'current', checked: null },
      { kind: 'none', why: 'no-feed' },
      { kind: 'failed', problem: problem('update-no-space', {}) },
    ];
    for (const update of quiet)
      expect(labels(itemsFor(update)).filter((label) => /version|update/i.test(label))).toEqual([]);
  });
});
