import { app, globalShortcut, nativeTheme } from 'electron';
import { join } from 'node:path';
import type { Command } from '#shared/commands/command.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { WayIn } from '../commands/entries.ts';
import { onSystemLock } from '../desktop/finder/electron-lock-watch.ts';
import { Finder } from '../desktop/finder/finder.ts';
import { defaultHotkeys } from '../desktop/hotkey/default-hotkeys.ts';
import { Hotkey } from '../desktop/hotkey/hotkey.ts';
import { desktopCommands, hotkeySessions } from '../desktop/hotkey/hotkey-session.ts';
import type { Hotkeys } from '../desktop/hotkey/hotkeys.ts';
import { startEnvironment } from '../system/process/start-environment.ts';
import { DesktopNotices } from '../desktop/notices/electron-notices.ts';
import { StatusNotices } from '../desktop/notices/status-notices.ts';
import { progressOf } from '../desktop/windows/progress.ts';
import { displaySystem } from '../system/process/display-system.ts';
import { ElectronPageWindow } from '../desktop/windows/electron-page-window.ts';
import type { WindowName } from '../desktop/ipc/electron-ipc.ts';
import type { FinderPage } from './finder-page.ts';
import type { Foundation } from './foundation.ts';
import type { Profiles } from './profiles.ts';
import { buildTray } from './tray.ts';

/** What the user sees and presses: finder, forms, tray, hotkeys. */
export type Windows = ReturnType<typeof buildWindows>;

export function buildWindows(
  foundation: Foundation,
  { finderWindow, ipc, preferences }: Pick<FinderPage, 'finderWindow' | 'ipc' | 'preferences'>,
  profiles: Pick<Profiles, 'discover' | 'openCustomers'>,
  ask: (command: Command, wayIn: WayIn) => void,
  appImage: string | undefined,
) {
  const { inBackground, platform, records, status, texts } = foundation;
  const { directory, settings } = records;
  // Windows, dialogs and menus alike.
  const followTheme = (): void => void (nativeTheme.themeSource = settings.current.theme);
  followTheme();
  const assets = join(app.getAppPath(), 'assets');
  const finder = new Finder(finderWindow, {
    shown(showing) {
      ipc.tell('finder:shown', showing, 'finder');
      inBackground(profiles.openCustomers.refresh(), 'the look for open customers');
    },
    hidden: () => ipc.tell('finder:hidden', null, 'finder'),
    forgotten: () => ipc.tell('finder:forget', null, 'finder'),
  });
  ipc.answerShowing(() => finder.showing);
  finderWindow.onClosing(() => finder.hide());
  finderWindow.onBlur(() => finder.blurred());
  const display = displaySystem({
    platform,
    environment: process.env,
    ozonePlatform: app.commandLine.getSwitchValue('ozone-platform'),
    ozonePlatformHint: app.commandLine.getSwitchValue('ozone-platform-hint'),
    electron: process.versions.electron,
  });
  const session = hotkeySessions[display];
  const instead = desktopCommands(appImage);
  const hotkeys: Hotkeys = {
    hotkey: new Hotkey(globalShortcut, {
      candidates: defaultHotkeys[platform],
      onPressed() {
        ask({ kind: 'toggleFinder' }, 'hotkey');
        // The first run teaches the hotkey: pressing it ends the first run, whose form closes behind the
        // finder. Later a press only shows the finder.
        if (setupWindow.window === undefined) return;
        finder.expectIntruder();
        status.update({ hotkeyPresses: status.current.hotkeyPresses + 1 });
      },
      session,
      command: instead.toggle,
    }),
    clipboardHotkey: new Hotkey(globalShortcut, {
      candidates: [],
      onPressed: () => ask({ kind: 'openClipboard' }, 'clipboard-hotkey'),
      session,
      command: instead.clipboard,
    }),
  };
  finderWindow.onChordReleased(() => {
    for (const hotkey of Object.values(hotkeys)) hotkey.released();
  });
  const formWindow = (page: 'setup' | 'settings', size: { width: number; height: number }) =>
    new ElectronPageWindow({
      page,
      size,
      webPreferences: preferences,
      paintsHidden: display !== 'wayland',
      icon: join(assets, 'icons', '256x256.png'),
      onMade: (window) => {
        ipc.admit(page, window.webContents);
        window.setProgressBar(progressOf(status.current));
      },
      onShown: () => inBackground(profiles.discover(), 'the look for browsers'),
      // A form that closes while a hotkey is recorded must not leave the hotkey paused.
      onClosed: () => {
        for (const hotkey of Object.values(hotkeys)) hotkey.record(false);
      },
    });
  const setupWindow = formWindow('setup', { width: 760, height: 820 });
  const settingsWindow = formWindow('settings', { width: 980, height: 760 });
  const forms = { setup: setupWindow, settings: settingsWindow };
  const tray = buildTray(foundation, join(assets, 'tray'), (command) => ask(command, 'tray'));
  const stopLockWatch = onSystemLock(platform, startEnvironment(), () => finder.leave());

  /** Until the first run is finished its form takes the place of the settings. */
  function showSettings(page: SettingsPage | undefined): void {
    if (settings.current.setUp) settingsWindow.show(page);
    // An open first run is told a page in any case: it says why no other form comes.
    else setupWindow.show(setupWindow.window === undefined ? page : (page ?? 'general'));
  }

  /** Shows in the taskbar how far long work has come: forms have a place there. */
  function showProgress(): void {
    for (const { window } of [setupWindow, settingsWindow])
      window?.setProgressBar(progressOf(status.current));
  }

  const statusNotices = new StatusNotices();
  const desktopNotices = new DesktopNotices((command) => ask(command, 'status-notice'), { silent: true });
  /** Shows a notice of the desktop for what the status newly tells and the user should know. */
  function tellNotices(): void {
    for (const { body, page, title } of statusNotices.plan(status.current, directory, Date.now(), texts.t))
      desktopNotices.show({ title, body, command: { kind: 'showSettings', page } });
  }

  /** The form that is open; dialogs belong to it. */
  const form = () => settingsWindow.window ?? setupWindow.window;
  const dispose = (): void => {
    stopLockWatch();
    tray.dispose();
  };
  return {
    ...{ finder, followTheme, form, hotkeys, showSettings, showProgress, tellNotices, dispose },
    followList: tray.followList,
    renderTray: tray.render,
    showSetup: () => setupWindow.show(),
    painted: (page: WindowName) => {
      if (page !== 'finder') forms[page].painted();
    },
    /** Brings a form back to the front, which Microsoft's sign-in page covered. */
    bringForward: (page: 'setup' | 'settings') => forms[page].bringForward(),
  };
}
