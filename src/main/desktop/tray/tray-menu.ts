import { canSync } from '#shared/status/can-sync.ts';
import type { Command } from '#shared/commands/command.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import { explain, type Translate } from '#shared/locales/messages.ts';
import type { Status } from '#shared/status/status.ts';
import { tenantIdTail } from '#shared/tenant/tenant-id.ts';

/** One line of the tray's menu, as data. A line without a command is for reading only. */
export type TrayItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'item'; readonly label: string; readonly command?: Command };

export interface TrayView {
  readonly tooltip: string;
  readonly attention: boolean;
  readonly items: readonly TrayItem[];
}

/** A customer that was opened lately, and whether another one of the list has its name: see same-names. */
export interface RecentCustomer {
  readonly customer: Customer;
  readonly sharesName: boolean;
}

export const recentsShown = 8;

/** What the tray shows, from what is so now. `recents` newest first; `urgent`: see incident-items. */
export function planTray(
  status: Status,
  recents: readonly RecentCustomer[],
  t: Translate,
  urgent: readonly TrayItem[] = [],
): TrayView {
  const ended = status.accounts.find(({ problem }) => problem !== null)?.problem;
  const trouble = ended ?? status.sync.problem ?? status.problems.at(-1);
  const items: TrayItem[] = [
    { kind: 'item', label: statusLine(status, t) },
    ...(trouble === undefined ? [] : [{ kind: 'item', label: explain(t, trouble).message } as const]),
    { kind: 'separator' },
    { kind: 'item', label: finderLabel(status, t), command: { kind: 'toggleFinder' } },
    { kind: 'item', label: clipboardLabel(status, t), command: { kind: 'openClipboard' } },
    ...urgent,
    ...recentItems(recents, t),
    { kind: 'separator' },
    { kind: 'item', label: t('tray.sync'), ...when(canSync(status.sync), { kind: 'sync' }) },
    ...signInItems(status, t),
    { kind: 'item', label: t('tray.settings'), command: { kind: 'showSettings' } },
    { kind: 'item', label: t('tray.help'), command: { kind: 'showSettings', page: 'help' } },
    { kind: 'separator' },
    { kind: 'item', label: t('tray.quit'), command: { kind: 'quit' } },
  ];
  return { tooltip: statusLine(status, t), attention: trouble !== undefined, items };
}

function statusLine(status: Status, t: Translate): string {
  if (status.sync.running) return t('tray.status.syncing');
  if (status.signIn === 'waiting') return t('tray.status.signingIn');
  const first = status.accounts[0];
  if (first === undefined) return t('tray.status.signedOut');
  if (status.sync.problem !== null) return t('tray.status.syncFailed');
  const key = status.tokensKept === false ? 'tray.status.signedInForNow' : 'tray.status.signedIn';
  return t(key, { account: first.username });
}

function finderLabel(status: Status, t: Translate): string {
  const { active } = status.hotkey;
  if (active === null) return t('tray.find');
  return t('tray.findWithHotkey', { hotkey: formatAccelerator(active, status.platform, t) });
}

function clipboardLabel(status: Status, t: Translate): string {
  const { active } = status.clipboardHotkey;
  if (active === null) return t('tray.clipboard');
  return t('tray.clipboardWithHotkey', { hotkey: formatAccelerator(active, status.platform, t) });
}

/** One click opens it: the name alone must not stand for two. */
export function tellApart({ defaultDomain, name, tenantId }: Customer): string {
  const tail = tenantIdTail(tenantId);
  return `${name} (${defaultDomain === undefined ? tail : `${defaultDomain}, ${tail}`})`;
}

function recentItems(recents: readonly RecentCustomer[], t: Translate): TrayItem[] {
  if (recents.length === 0) return [];
  const shown = recents.slice(0, recentsShown);
  return [
    { kind: 'separator' },
    { kind: 'item', label: t('tray.recent') },
    ...shown.map(({ customer, sharesName }): TrayItem => ({
      kind: 'item',
      label: sharesName ? tellApart(customer) : customer.name,
      command: { kind: 'open', tenantId: customer.tenantId, page: 'defender' },
    })),
  ];
}

function signInItems(status: Status, t: Translate): TrayItem[] {
  if (status.signIn === 'waiting') {
    return [{ kind: 'item', label: t('tray.cancelSignIn'), command: { kind: 'cancelSignIn' } }];
  }
  const { accounts } = status;
  if (accounts.length === 0) return [{ kind: 'item', label: t('tray.signIn'), command: { kind: 'signIn' } }];
  const ended = accounts.filter(({ state }) => state === 'needs-sign-in');
  return [
    ...ended.map(({ id, username }): TrayItem => ({
      kind: 'item',
      label: t('tray.signInAgain', { account: username }),
      command: { kind: 'signIn', accountId: id },
    })),
    { kind: 'item', label: t('tray.signInAnother'), command: { kind: 'signIn' } },
    ...accounts.map(({ id, username }): TrayItem => ({
      kind: 'item',
      label: t('tray.signOut', { account: username }),
      command: { kind: 'signOut', accountId: id },
    })),
    { kind: 'item', label: t('tray.endShift'), command: { kind: 'endShift' } },
  ];
}

function when(condition: boolean, command: Command): { readonly command?: Command } {
  return condition ? { command } : {};
}
