import { app, globalShortcut, nativeTheme } from 'electron';
import { join } from 'node:path';
import type { Command } from '#shared/commands/command.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { WayIn } from '../commands/entries.ts';
import { Finder } from '../desktop/finder/finder.ts';
import { defaultHotkeys } from '../desktop/hotkey/default-hotkeys.ts';
import { Hotkey } from '../desktop/hotkey/hotkey.ts';
import type { Hotkeys } from '../desktop/hotkey/hotkeys.ts';
import { ElectronTray } from '../desktop/tray/electron-tray.ts';
import { SameNames } from '../desktop/tray/same-names.ts';
import { incidentItems } from '../desktop/tray/incident-items.ts';
import { planTray, tellApart } from '../desktop/tray/tray-menu.ts';
import { ElectronPageWindow } from '../desktop/windows/electron-page-window.ts';
import type { WindowName } from '../desktop/ipc/electron-ipc.ts';
import type { FinderPage } from './finder-page.ts';
import type { Foundation } from './foundation.ts';
import type { Profiles } from './profiles.ts';

/** What the user sees and presses: finder, forms, tray, hotkeys. */
export type Windows = ReturnType<typeof buildWindows>;

export function buildWindows(
  { inBackground, platform, records, status, texts }: Foundation,
  { finderWindow, ipc, preferences }: Pick<FinderPage, 'finderWindow' | 'ipc' | 'preferences'>,
  profiles: Pick<Profiles, 'discover' | 'openCustomers'>,
  ask: (command: Command, wayIn: WayIn) => void,
) {
  const { directory, settings, usage } = records;
  // Windows, dialogs and menus alike.
  const followTheme = (): void => void (nativeTheme.themeSource = settings.current.theme);
  followTheme();
  const assets = join(app.getAppPath(), 'assets');
  const finder = new Finder(finderWindow, {
    shown(showing) {
      ipc.tell('finder:shown', showing, 'finder');
      inBackground(profiles.openCustomers.look(), 'the look for open customers');
    },
    hidden: () => ipc.tell('finder:hidden', null, 'finder'),
  });
  ipc.answerShowing(() => finder.showing);
  finderWindow.onClosing(() => finder.hide());
  finderWindow.onBlur(() => finder.blurred());
  const hotkeys: Hotkeys = {
    hotkey: new Hotkey(globalShortcut, defaultHotkeys[platform], () => {
      ask({ kind: 'toggleFinder' }, 'hotkey');
      // The first run ends with this, and its form goes from under the finder. Later nothing stands between key and finder.
      if (setupWindow.window === undefined) return;
      finder.expectIntruder();
      status.update({ hotkeyPresses: status.current.hotkeyPresses + 1 });
    }),
    clipboardHotkey: new Hotkey(globalShortcut, [], () => ask({ kind: 'openClipboard' }, 'clipboard-hotkey')),
  };
  finderWindow.onChordReleased(() => {
    for (const hotkey of Object.values(hotkeys)) hotkey.released();
  });
  const formWindow = (page: 'setup' | 'settings', size: { width: number; height: number }) =>
    new ElectronPageWindow({
      page,
      size,
      webPreferences: preferences,
      icon: join(assets, 'icons', '256x256.png'),
      onMade: (window) => ipc.admit(page, window.webContents),
      onShown: () => inBackground(profiles.discover(), 'the look for browsers'),
      // A hotkey that was being recorded must not stay let go.
      onClosed: () => {
        for (const hotkey of Object.values(hotkeys)) hotkey.record(false);
      },
    });
  const setupWindow = formWindow('setup', { width: 760, height: 820 });
  const settingsWindow = formWindow('settings', { width: 980, height: 760 });
  const forms = { setup: setupWindow, settings: settingsWindow };
  const sameNames = new SameNames();
  const tray = new ElectronTray(join(assets, 'tray'), (command) => ask(command, 'tray'));

  /** Until the first run has been confirmed its form is all the settings there are. */
  function showSettings(page: SettingsPage | undefined): void {
    if (settings.current.setUp) settingsWindow.show(page);
    // It is there already: it says why no other form comes.
    else setupWindow.show(setupWindow.window === undefined ? page : (page ?? 'general'));
  }

  function renderTray(): void {
    const recents = usage.current.recents.flatMap((tenantId) => {
      const customer = directory.find(tenantId);
      return customer ? [{ customer, sharesName: sameNames.has(directory.customers(), customer) }] : [];
    });
    const urgent = incidentItems(status.current.incidents.customers, {
      nameOf: (tenantId) => {
        const customer = directory.find(tenantId);
        return (
          customer && (sameNames.has(directory.customers(), customer) ? tellApart(customer) : customer.name)
        );
      },
      t: texts.t,
      language: texts.language,
      now: Date.now(),
    });
    tray.render(planTray(status.current, recents, texts.t, urgent));
  }

  /** The form that is open; dialogs belong to it. */
  const form = () => settingsWindow.window ?? setupWindow.window;
  return {
    ...{ finder, followTheme, form, hotkeys, renderTray, showSettings, tray },
    showSetup: () => setupWindow.show(),
    painted: (page: WindowName) => {
      if (page !== 'finder') forms[page].painted();
    },
    /** Microsoft's page took the place of the form that sent the user there. */
    bringForward: (page: 'setup' | 'settings') => forms[page].bringForward(),
  };
}
