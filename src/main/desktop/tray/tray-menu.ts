import { canSync } from '#shared/status/can-sync.ts';
import type { Command } from '#shared/commands/command.ts';
import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import { explain, type Translate } from '#shared/locales/messages.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { homeOf } from '#shared/problems/remedy.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { Status } from '#shared/status/status.ts';
import type { Usage } from '#shared/status/usage.ts';
import { customerItem, type TrayCustomer } from './customer-items.ts';
import { firstThatFits, fitLabel, fitValue } from './label-width.ts';
import type { TrayItem } from './tray-item.ts';

export interface TrayView {
  readonly tooltip: string;
  readonly attention: boolean;
  readonly items: readonly TrayItem[];
}

/** The customers that the tray has a line for. */
export interface TrayCustomers {
  /** Sorted by name. */
  readonly favourites: readonly TrayCustomer[];
  /** Newest first. */
  readonly recents: readonly TrayCustomer[];
  /** Lines of customers with urgent incidents: see incident-items. */
  readonly urgent?: readonly TrayItem[];
}

/** How many recent customers and favourites are shown: more are found faster in the finder. */
export const recentsShown = 8;
export const favouritesShown = 10;

/** What the tray shows, from what is so now. */
export function planTray(
  state: { readonly status: Status; readonly usage: Usage },
  { favourites, recents, urgent = [] }: TrayCustomers,
  t: Translate,
): TrayView {
  const { status } = state;
  const troubles = troublesIn(status);
  const group = (title: string, customers: readonly TrayCustomer[], most: number): readonly TrayItem[] =>
    customers.length === 0
      ? []
      : [
          { kind: 'separator' },
          { kind: 'item', label: fitLabel(title) },
          ...customers.slice(0, most).map((each) => customerItem(each, state, t)),
        ];
  // One that is a favourite has its line there already.
  const starred = new Set(favourites.slice(0, favouritesShown).map(({ customer }) => customer.tenantId));
  const others = recents.filter(({ customer }) => !starred.has(customer.tenantId));
  const items: TrayItem[] = [
    { kind: 'item', label: statusLine(status, t) },
    ...troubleItems(troubles, t),
    ...updateItems(status, t),
    { kind: 'separator' },
    { kind: 'item', label: finderLabel(status, t), command: { kind: 'toggleFinder' } },
    { kind: 'item', label: clipboardLabel(status, t), command: { kind: 'openClipboard' } },
    ...pauseItems(status, t),
    ...urgent,
    ...group(t('tray.favourites'), favourites, favouritesShown),
    ...group(t('tray.recent'), others, recentsShown),
    { kind: 'separator' },
    { kind: 'item', label: t('tray.sync'), ...when(canSync(status.sync), { kind: 'sync' }) },
    ...signInItems(status, t),
    { kind: 'item', label: t('tray.handOver'), command: { kind: 'showSettings', page: 'journal' } },
    { kind: 'item', label: t('tray.settings'), command: { kind: 'showSettings' } },
    { kind: 'item', label: t('tray.help'), command: { kind: 'showSettings', page: 'help' } },
    { kind: 'separator' },
    { kind: 'item', label: t('tray.quit'), command: { kind: 'quit' } },
  ];
  return { tooltip: statusLine(status, t), attention: troubles.length > 0, items };
}

/** What is wrong now, and the page of the settings that tells it whole. */
interface Trouble {
  readonly problem: Problem;
  readonly page: SettingsPage;
}

function troublesIn({ accounts, problems, sync }: Status): readonly Trouble[] {
  const ended = accounts.flatMap(({ problem }) => (problem === null ? [] : [problem]));
  return [
    ...ended.map((problem) => ({ problem, page: 'accounts' as const })),
    ...(sync.problem === null ? [] : [{ problem: sync.problem, page: 'sources' as const }]),
    ...problems.toReversed().map((problem) => ({ problem, page: homeOf(problem) })),
  ];
}

/** One short line that leads to where the problem is told whole. */
function troubleItems(troubles: readonly Trouble[], t: Translate): readonly TrayItem[] {
  const [first] = troubles;
  if (first === undefined) return [];
  const count = t('tray.problems', { count: troubles.length });
  // Half a sentence says less than that there is one.
  const label = troubles.length === 1 ? firstThatFits(explain(t, first.problem).message, count) : count;
  return [{ kind: 'item', label, command: { kind: 'showSettings', page: first.page } }];
}

/** What there is to do about a newer version; nothing while there is nothing. */
function updateItems({ update }: Status, t: Translate): TrayItem[] {
  if (update.kind === 'ready') {
    const label = t('tray.restartToUpdate', { version: update.version });
    return [{ kind: 'item', label, command: { kind: 'restartToUpdate' } }];
  }
  if (update.kind !== 'offered') return [];
  const label = t('tray.updateOffered', { version: update.version });
  return [{ kind: 'item', label, command: { kind: 'showSettings', page: 'general' } }];
}

function statusLine(status: Status, t: Translate): string {
  if (status.sync.running) return t('tray.status.syncing');
  if (status.signIn === 'waiting') return t('tray.status.signingIn');
  const first = status.accounts[0];
  if (first === undefined) return t('tray.status.signedOut');
  if (status.sync.problem !== null) return t('tray.status.syncFailed');
  const key = status.tokensKept === false ? 'tray.status.signedInForNow' : 'tray.status.signedIn';
  return fitValue((account) => t(key, { account }), first.username);
}

function finderLabel({ hotkey, hotkeysPaused, platform }: Status, t: Translate): string {
  if (hotkey.active === null || hotkeysPaused) return t('tray.find');
  const key = formatAccelerator(hotkey.active, platform, t);
  return firstThatFits(t('tray.findWithHotkey', { hotkey: key }), t('tray.find'));
}

function clipboardLabel({ clipboardHotkey, hotkeysPaused, platform }: Status, t: Translate): string {
  if (clipboardHotkey.active === null || hotkeysPaused) return t('tray.clipboard');
  const key = formatAccelerator(clipboardHotkey.active, platform, t);
  return firstThatFits(t('tray.clipboardWithHotkey', { hotkey: key }), t('tray.clipboard'));
}

function pauseItems({ clipboardHotkey, hotkey, hotkeysPaused }: Status, t: Translate): readonly TrayItem[] {
  if (hotkey.active === null && clipboardHotkey.active === null && !hotkeysPaused) return [];
  const command = { kind: 'pauseHotkeys', paused: !hotkeysPaused } as const;
  return [{ kind: 'item', label: t('tray.pauseHotkeys'), command, checked: hotkeysPaused }];
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
      label: fitValue((account) => t('tray.signInAgain', { account }), username),
      command: { kind: 'signIn', accountId: id },
    })),
    { kind: 'item', label: t('tray.signInAnother'), command: { kind: 'signIn' } },
    ...accounts.map(({ id, username }): TrayItem => ({
      kind: 'item',
      label: fitValue((account) => t('tray.signOut', { account }), username),
      command: { kind: 'signOut', accountId: id },
    })),
    { kind: 'item', label: t('tray.endShift'), command: { kind: 'endShift' } },
  ];
}

function when(condition: boolean, command: Command): { readonly command?: Command } {
  return condition ? { command } : {};
}
