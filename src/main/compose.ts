import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron';
import { join } from 'node:path';
import { clouds } from '../shared/cloud.ts';
import type { Command, CommandOutcome } from '../shared/command.ts';
import { chooseLanguage, translator, type Translate } from '../shared/locales/messages.ts';
import type { Problem } from '../shared/problem.ts';
import type { Settings } from '../shared/settings.ts';
import type { Status } from '../shared/status.ts';
import type { Platform } from './browsers/browser.ts';
import { Browsers } from './browsers/browsers.ts';
import { discoverBrowsers } from './browsers/discovery/discover.ts';
import { LaunchQueue } from './browsers/launch/launch-queue.ts';
import { ProcessLauncher } from './browsers/launch/process-launcher.ts';
import { readSalt } from './browsers/profile/salt.ts';
import { Accounts } from './commands/accounts.ts';
import { Commands } from './commands/commands.ts';
import type { Entry } from './commands/entries.ts';
import { handlersOf } from './commands/handlers.ts';
import { OpenCustomer } from './commands/open-customer.ts';
import { endedBy } from './commands/standing-problems.ts';
import { AnnotationStore } from './directory/annotations.ts';
import { Directory } from './directory/directory.ts';
import { Importer } from './directory/importer.ts';
import { ObservationStore } from './directory/observations.ts';
import { AzureTenants } from './directory/sources/azure-tenants.ts';
import { DomainLookup } from './directory/sources/domain-lookup.ts';
import { Sync } from './directory/sync.ts';
import { ElectronFinderWindow } from './finder/electron-finder-window.ts';
import { Finder } from './finder/finder.ts';
import { defaultHotkeys } from './hotkey/default-hotkeys.ts';
import { Hotkey } from './hotkey/hotkey.ts';
import { createIdentity } from './identity/create-identity.ts';
import { CurrentIdentity } from './identity/current-identity.ts';
import { signInPages } from './identity/sign-in-page.ts';
import { parseCommand } from './ipc/command-schema.ts';
import { ElectronIpc } from './ipc/electron-ipc.ts';
import { Journal } from './journal/journal.ts';
import { openLog } from './log/electron-log.ts';
import { ApiClient } from './net/api-client.ts';
import { apiHosts } from './net/api-hosts.ts';
import { ElectronHttpClient } from './net/electron-http-client.ts';
import type { Paths } from './paths.ts';
import { safeStorageVault } from './secrets/safe-storage-vault.ts';
import { appProtocolHandler, appScheme } from './security/app-protocol.ts';
import { denyPermissions, forbidNavigation, forbidNetwork } from './security/electron-lockdown.ts';
import { Opener } from './security/opener.ts';
import { webPreferences } from './security/web-preferences.ts';
import { openSettingsFile } from './settings/electron-settings-file.ts';
import { readPolicy } from './settings/policy.ts';
import { SettingsService } from './settings/settings-service.ts';
import { ElectronSetupWindow } from './setup/electron-setup-window.ts';
import { StatusStore } from './status/status-store.ts';
import { ElectronTray } from './tray/electron-tray.ts';
import { planTray } from './tray/tray-menu.ts';
import { UsageStore } from './usage/usage-store.ts';

/** The running application, as main.ts sees it. */
export interface Tidegate {
  /** Somebody started Tidegate again: the way in that needs neither tray nor hotkey. */
  secondStart(): void;
}

/** Not kept on disk, and without a cache: the windows' own session and the one of the API calls. */
const windowPartition = 'windows';
const netPartition = 'net';

/** Builds every service by hand, in the order in which they need each other, and starts them. */
export async function compose(paths: Paths): Promise<Tidegate> {
  const platform = process.platform as Platform;
  const log = openLog(paths.logs);
  const now = () => new Date();

  // What is on disk.
  const directory = new Directory(
    new ObservationStore(paths.observations),
    new AnnotationStore(paths.annotations),
    now,
  );
  const usage = new UsageStore(paths.usage);
  const journal = new Journal(paths.journal);
  const [settingsFile, policy, salt, directoryProblems, usageProblem] = await Promise.all([
    openSettingsFile(paths.settingsFolder),
    readPolicy(platform),
    readSalt(paths.installation),
    directory.load(),
    usage.load(),
  ]);
  const settings = new SettingsService(settingsFile.file, policy);

  // What everybody shows.
  const languageOf = ({ language }: Settings) => chooseLanguage(language, app.getPreferredSystemLanguages());
  let t: Translate = translator(languageOf(settings.current));
  const status = new StatusStore(firstStatus(settings, languageOf(settings.current), platform));
  for (const problem of [settingsFile.problem, salt.problem, usageProblem, ...directoryProblems]) {
    status.report(problem);
  }

  // The network: one session that keeps nothing.
  forbidNavigation(app);
  const cloud = clouds[settings.current.cloud];
  const netSession = session.fromPartition(netPartition, { cache: false });
  const windowSession = session.fromPartition(windowPartition, { cache: false });
  for (const each of [session.defaultSession, netSession, windowSession]) denyPermissions(each);
  for (const each of [session.defaultSession, windowSession]) forbidNetwork(each);
  const http = new ElectronHttpClient(netSession, apiHosts(cloud));
  const api = new ApiClient(http);

  // Sign-in and the directory.
  const opener = new Opener((url) => shell.openExternal(url), new Set([new URL(cloud.login).hostname]));
  const vault = safeStorageVault(safeStorage, platform);
  const identity = new CurrentIdentity(settings.current, (current) =>
    createIdentity(current, {
      http,
      vault,
      path: paths.tokens,
      openPage: (url) => opener.open(url),
      pages: () => signInPages(t, languageOf(settings.current)),
      report: (problem) => status.report(problem),
    }),
  );
  const sync = new Sync({
    accounts: identity,
    tokens: identity,
    sources: [new AzureTenants(api)],
    directory,
    cloud: () => clouds[settings.current.cloud],
    now,
  });
  const importer = new Importer(directory, new DomainLookup(api, () => clouds[settings.current.cloud]));
  const accounts = new Accounts({ identity, directory, status, sync: () => sync.run() });

  // Browsers.
  const browsers = new Browsers({
    places: {
      platform,
      home: app.getPath('home'),
      dataRoot: paths.root,
      salt: salt.salt,
      hosts: [new URL(cloud.defender).hostname],
    },
    discover: () => discoverBrowsers({ platform, home: app.getPath('home'), environment: process.env }),
    launcher: new LaunchQueue(new ProcessLauncher(process.env)),
  });

  // Windows, tray and hotkey.
  const pages = join(app.getAppPath(), 'out', 'renderer');
  protocol.handle(appScheme, appProtocolHandler(pages));
  windowSession.protocol.handle(appScheme, appProtocolHandler(pages));
  const preferences = webPreferences(
    join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
    windowPartition,
  );
  const ipc = new ElectronIpc(ipcMain);
  const finderWindow = new ElectronFinderWindow(preferences);
  ipc.admit('finder', finderWindow.window.webContents);
  const finder = new Finder(finderWindow, () => ipc.tell('finder:shown', null, 'finder'));
  const setup = new ElectronSetupWindow(
    preferences,
    (window) => ipc.admit('setup', window.webContents),
    () => hotkey.record(false),
  );
  const hotkey = new Hotkey(globalShortcut, defaultHotkeys[platform], () =>
    ask({ kind: 'toggleFinder' }, 'hotkey'),
  );

  // What can be asked.
  const openCustomer = new OpenCustomer({
    find: (tenantId) => directory.find(tenantId),
    settings: () => settings.current,
    browsers,
    onStarted: ({ tenantId, query }) => {
      finder.hide();
      void usage.record(tenantId, query ?? '', Date.now()).then((problem) => status.report(problem));
    },
    onLateFailure: (problem) => showProblem(problem),
    journal: (line) => journal.append(line, (error) => log.error('the journal could not be written', error)),
    now,
  });
  const commands = new Commands(
    handlersOf({
      openCustomer,
      accounts,
      sync,
      importer,
      directory,
      settings,
      hotkey,
      finder,
      setup,
      chooseList: () => chooseList(t, setup.window),
      quit: () => app.quit(),
    }),
    onOutcome,
  );

  function ask(command: Command, entry: Entry): void {
    void commands.run(command, entry);
  }

  /** A window shows the outcome of what it asked; for the others the finder does. */
  function onOutcome(command: Command, entry: Entry, outcome: CommandOutcome): void {
    if (outcome.ok) {
      status.resolve(...(endedBy[command.kind] ?? []));
      return;
    }
    log.warn(`${command.kind} from ${entry}: ${outcome.error.kind}`);
    // A failed sync shows in the status by itself, and a cancelled one is what the user wanted.
    const told = entry === 'finder' || entry === 'setup' || command.kind === 'sync';
    if (!told && outcome.error.kind !== 'sign-in-cancelled') showProblem(outcome.error);
  }

  function showProblem(problem: Problem): void {
    status.report(problem);
    finder.show();
  }

  // Who hears of what.
  const tray = new ElectronTray(join(app.getAppPath(), 'assets', 'tray'), (command) => ask(command, 'tray'));
  const renderTray = () => {
    const recents = usage.current.recents.flatMap((tenantId) => directory.find(tenantId) ?? []);
    tray.render(planTray(status.current, recents, t));
  };
  const showHotkey = () => {
    status.resolve('hotkey-taken');
    status.update({ hotkey: hotkey.status });
    status.report(hotkey.problem);
  };
  directory.onChange((delta) => {
    ipc.tell('list:changed', delta);
    renderTray();
  });
  usage.onChange((current) => {
    ipc.tell('usage:changed', current);
    renderTray();
  });
  status.onChange((current) => {
    ipc.tell('status:changed', current);
    renderTray();
  });
  sync.onChange((current) => status.update({ sync: current }));
  hotkey.onChange(showHotkey);
  settings.onChange((current) => {
    t = translator(languageOf(current));
    status.update({ settings: current, locked: settings.locked, language: languageOf(current) });
    if (identity.follow(current)) void accounts.refresh();
    renderTray();
  });
  ipc.handle('window:state', () => ({
    list: directory.snapshot(),
    usage: usage.current,
    status: status.current,
  }));
  ipc.handle('command:run', (window, value) => {
    const command = parseCommand(value);
    // SECURITY: a window of ours sends nothing malformed; the text tells a stranger nothing.
    if (command === undefined) throw new Error('refused');
    return commands.run(command, window);
  });
  ipc.handle('finder:height', (window, pixels) => {
    if (window === 'finder' && typeof pixels === 'number' && pixels > 0) finder.setHeight(pixels);
  });

  app.on('will-quit', () => {
    hotkey.release();
    sync.cancel();
    tray.dispose();
    ipc.dispose();
  });

  // Start: the finder and its hotkey first, because they are what the user waits for.
  hotkey.use(settings.current.hotkey);
  renderTray();
  await finderWindow.load();
  const { browsers: found } = await browsers.discover();
  status.update({ browsers: found.map(({ id, name }) => ({ id, name })) });
  if (!settings.current.setUp) setup.show();
  void accounts.refresh().then((count) => (count > 0 ? sync.run() : undefined));
  log.info(`Tidegate ${app.getVersion()} started`);
  return { secondStart: () => ask({ kind: 'toggleFinder' }, 'second-start') };
}

function firstStatus(settings: SettingsService, language: Status['language'], platform: Platform): Status {
  return {
    language,
    settings: settings.current,
    locked: settings.locked,
    platform,
    hotkey: { active: null, refused: null },
    accounts: [],
    signIn: 'idle',
    sync: { running: false, lastSuccess: null, problem: null, empty: false },
    browsers: [],
    tokensKept: null,
    problems: [],
  };
}

async function chooseList(t: Translate, parent: BrowserWindow | undefined): Promise<string | undefined> {
  const options = {
    title: t('dialog.openList.title'),
    filters: [
      { name: t('dialog.openList.lists'), extensions: ['csv', 'tsv', 'txt', 'json'] },
      { name: t('dialog.openList.all'), extensions: ['*'] },
    ],
    properties: ['openFile' as const],
  };
  const chosen = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
  return chosen.canceled ? undefined : chosen.filePaths[0];
}
