import { app, clipboard, globalShortcut, ipcMain, safeStorage, shell } from 'electron';
import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clouds } from '../shared/cloud.ts';
import type { Command, CommandOutcome } from '../shared/command.ts';
import { chooseLanguage, translator } from '../shared/locales/messages.ts';
import { scopeOf, signInScopes } from '../shared/permissions.ts';
import { packDelta } from '../shared/packed-delta.ts';
import { problem, type Problem } from '../shared/problem.ts';
import type { SettingsPage } from '../shared/settings-page.ts';
import type { Settings } from '../shared/settings.ts';
import type { Platform } from './browsers/browser.ts';
import { browsersHere } from './browsers/browsers-here.ts';
import { browserStatus } from './browsers/browser-status.ts';
import { signalProcess } from './browsers/running/signal-process.ts';
import { holderOf } from './browsers/running/lock-holder.ts';
import { OpenCustomers } from './browsers/running/open-customers.ts';
import { ProfileKeeper } from './browsers/profiles/profile-keeper.ts';
import { LaunchQueue } from './browsers/launch/launch-queue.ts';
import { ProcessLauncher } from './browsers/launch/process-launcher.ts';
import { accountFor } from './browsers/profile/account-for.ts';
import { allSnapRoots, snapRoots } from './browsers/profile/profile-folders.ts';
import { ProfileLooks } from './browsers/profile/profile-looks.ts';
import { wantedLook } from './browsers/profile/wanted-look.ts';
import { Accounts } from './commands/accounts.ts';
import { Commands } from './commands/commands.ts';
import type { Entry } from './commands/entries.ts';
import { handlersOf } from './commands/handlers.ts';
import { readListFile } from './commands/imports.ts';
import { Leaving } from './commands/leaving.ts';
import { OpenCustomer } from './commands/open-customer.ts';
import { stepUp } from './commands/step-up.ts';
import { endedBy, mendedOn } from './commands/standing-problems.ts';
import { answerRequest } from './entry/answer-request.ts';
import { ChannelServer } from './entry/channel/channel-server.ts';
import { channelOf } from './entry/channel/channel-of.ts';
import { runningState } from './entry/running-state.ts';
import type { Start } from './entry/start.ts';
import { enter } from './entry/ways-in.ts';
import { Importer } from './directory/imports/importer.ts';
import { PackedSnapshot } from './directory/packed-snapshot.ts';
import { AccountListings } from './directory/account-listings.ts';
import { FollowSources } from './directory/follow-sources.ts';
import { AzureTenants } from './directory/sources/azure-tenants.ts';
import { Contracts } from './directory/sources/contracts.ts';
import { DomainLookup } from './directory/sources/domain-lookup.ts';
import { FillNames } from './directory/sources/fill-names.ts';
import { Gdap } from './directory/sources/gdap.ts';
import { NameLookup } from './directory/sources/name-lookup.ts';
import { FollowSharedList } from './directory/shared-list/follow-shared-list.ts';
import { SharedList } from './directory/shared-list/shared-list.ts';
import { sharedListFile } from './directory/shared-list/shared-list-store.ts';
import { Sync } from './directory/sync.ts';
import { SyncTimer } from './directory/sync-timer.ts';
import { ElectronFinderWindow } from './finder/electron-finder-window.ts';
import { Finder } from './finder/finder.ts';
import { defaultHotkeys } from './hotkey/default-hotkeys.ts';
import { Hotkey } from './hotkey/hotkey.ts';
import { AccessChecker } from './help/access-checker.ts';
import { copyHelp } from './help/copy-help.ts';
import { hotkeySettings, type Hotkeys } from './hotkey/hotkeys.ts';
import { createIdentity } from './identity/create-identity.ts';
import { CurrentIdentity } from './identity/current-identity.ts';
import { atKnownAuthority } from './identity/known-authority.ts';
import { signInPages } from './identity/sign-in-page.ts';
import { parseCommand } from './ipc/command-schema.ts';
import { ElectronIpc } from './ipc/electron-ipc.ts';
import { openLog } from './log/electron-log.ts';
import { ApiClient } from './net/api-client.ts';
import { apiHosts } from './net/api-hosts.ts';
import { ElectronHttpClient } from './net/electron-http-client.ts';
import { onQuit } from './electron-quit.ts';
import type { Paths } from './paths.ts';
import { openRecords } from './records.ts';
import { safeStorageVault } from './secrets/safe-storage-vault.ts';
import { AppFiles, appScheme } from './security/app-protocol.ts';
import { lockedSessions, windowPartition } from './security/electron-sessions.ts';
import { Opener } from './security/opener.ts';
import { webPreferences } from './security/web-preferences.ts';
import { firstStatus } from './status/first-status.ts';
import { StatusStore } from './status/status-store.ts';
import { ElectronTray } from './tray/electron-tray.ts';
import { SameNames } from './tray/same-names.ts';
import { planTray } from './tray/tray-menu.ts';
import { chooseList } from './windows/electron-choose-list.ts';
import { choosePlace } from './windows/electron-choose-place.ts';
import { confirmFarewell } from './windows/electron-confirm.ts';
import { ElectronPageWindow } from './windows/electron-page-window.ts';
import { heldByBrowsers } from './wipe/running-browsers.ts';
import type { Wipe } from './wipe/wipe.ts';

/** The longest that the start stands back for the finder's page, in milliseconds. */
const mostPageWait = 1_000;

/** The running application, as main.ts sees it. */
export interface Tidegate {
  /** Tidegate was started again, or with a link: see entry/start. */
  enter(start: Start): void;
}

/** How long a link or the command line waits to hear who is signed in, in milliseconds. */
const patience = 3_000;

/** Builds every service by hand, in the order in which they need each other, and starts them. `notWiped`: see Wipe.atStart. */
export async function compose(paths: Paths, wipe: Wipe, notWiped?: Problem): Promise<Tidegate> {
  const platform = process.platform as Platform;
  const home = app.getPath('home');
  const now = () => new Date();
  const log = openLog(paths.logs);

  // First of all the finder's page: while its process starts and it loads, all the rest is built.
  const sessions = lockedSessions();
  const built = join(app.getAppPath(), 'out');
  const appFiles = new AppFiles(join(built, 'renderer'));
  sessions.windows.protocol.handle(appScheme, appFiles.answer);
  const preferences = webPreferences(join(built, 'preload', 'preload.cjs'), windowPartition);
  const ipc = new ElectronIpc(ipcMain);
  const finderWindow = new ElectronFinderWindow(preferences);
  ipc.admit('finder', finderWindow.window.webContents);
  const finderLoaded = finderWindow.load();
  // Heard of again where the start waits for it.
  const failed = finderLoaded.catch(() => undefined);
  // A page that starts asks the main process time and again, and waits while that works: our files take their turn when
  // the page has come to reading its own. Without a page that does there is still a tray.
  await Promise.race([appFiles.codeGiven, failed, pause(mostPageWait)]);

  const { directory, journal, problems, profiles, salt, settings, usage } = await openRecords(
    paths,
    platform,
    now,
  );

  const languageOf = ({ language }: Settings) => chooseLanguage(language, app.getPreferredSystemLanguages());
  let t = translator(languageOf(settings.current));
  const status = new StatusStore(firstStatus(settings, languageOf(settings.current), platform));
  for (const problem of problems) status.report(problem);
  status.report(notWiped);

  // Microsoft: the one session for API calls, sign-in, and the directory that is filled by it.
  const cloud = () => clouds[settings.current.cloud];
  const everyCloud = Object.values(clouds);
  const http = new ElectronHttpClient(sessions.net, apiHosts(...everyCloud));
  const api = new ApiClient(http);
  const domains = new DomainLookup(api, cloud);
  const signInHosts = new Set(everyCloud.map(({ login }) => new URL(login).hostname));
  const opener = new Opener((url) => shell.openExternal(url), signInHosts);
  const vault = safeStorageVault(safeStorage, platform);
  const identity = new CurrentIdentity(settings.current, (current) =>
    createIdentity(current, {
      http,
      vault,
      path: paths.tokens,
      scopes: () => signInScopes(settings.current, cloud()),
      openPage: atKnownAuthority(domains, (url) => opener.open(url)),
      pages: () => signInPages(t, languageOf(settings.current)),
      // A system without a keyring is a fact of that system, shown where sign-in is, and no trouble to mend today.
      report: (problem) => status.report(problem.kind === 'tokens-not-kept' ? undefined : problem),
      changed: () => inBackground(accounts.refresh(), 'showing who has to sign in again'),
    }),
  );
  const names = new NameLookup({
    path: paths.names,
    api,
    tokens: identity,
    cloud,
    mayAsk: () => settings.current.lookUpNames,
  });
  const listings = new AccountListings({
    accounts: identity,
    tokens: identity,
    sources: [new AzureTenants(api), new Gdap(api), new Contracts(api)].map(
      (source) => new FillNames(source, names),
    ),
    settings: () => settings.current,
    cloud,
  });
  const sharedList = new SharedList({
    place: () => settings.current.sharedList,
    file: sharedListFile(paths.sharedList),
    directory,
    lookup: domains,
    now,
    readFile: readListFile,
    clientFor: (host) => new ElectronHttpClient(sessions.net, new Set([host])),
  });
  const sync = new Sync({
    plan: async () => [...(await listings.plan()), ...sharedList.plan()],
    directory,
    names: () => names.problem,
    now,
  });
  const followSharedList = new FollowSharedList({
    directory,
    sync,
    watch: (file, changed) => {
      // By looking again and again: shares do not tell.
      watchFile(file, { interval: 5_000, persistent: false }, changed);
      return () => unwatchFile(file, changed);
    },
  });
  const syncTimer = new SyncTimer({
    sync: async () => {
      const outcome = await sync.run();
      return outcome.ok ? null : outcome.error;
    },
    minutes: () => settings.current.syncMinutes,
    now: Date.now,
    everyMinute: (tick) => {
      const timer = setInterval(tick, 60_000);
      return () => clearInterval(timer);
    },
  });
  const sources = new FollowSources(directory, sync, settings.current);
  const accounts = new Accounts({ identity, directory, status, sync });

  const looks = new ProfileLooks({
    records: profiles,
    wanted: wantedLook({
      find: (tenantId) => directory.find(tenantId),
      accounts: () => status.current.accounts,
      windowsSso: () => settings.current.windowsSso,
    }),
    platform,
  });
  const keeper = new ProfileKeeper({
    roots: () => [paths.root, ...snapRoots(browsers.found, home)],
    platform,
    salt: salt.ok ? salt.value : undefined,
    customers: () => directory.customers().values(),
    accounts: () => status.current.accounts,
    browserName: (id) => browsers.found.find((browser) => browser.id === id)?.name ?? id,
    records: profiles,
    looks,
  });
  const browsers = browsersHere({
    ...{ platform, home, salt, settings, directory },
    dataRoot: paths.root,
    launcher: new LaunchQueue(
      new ProcessLauncher({ environment: process.env, platform, records: profiles, looks, now }),
    ),
  });

  // Windows, tray and hotkey.
  const assets = join(app.getAppPath(), 'assets');
  const openCustomers = new OpenCustomers(platform, (open) => status.update({ open }));
  const finder = new Finder(finderWindow, () => {
    ipc.tell('finder:shown', null, 'finder');
    inBackground(openCustomers.look(), 'the look for open customers');
  });
  finderWindow.onBlur(() => finder.blurred());
  const formWindow = (page: 'setup' | 'settings', size: { width: number; height: number }) =>
    new ElectronPageWindow({
      page,
      size,
      webPreferences: preferences,
      icon: join(assets, 'icons', '256x256.png'),
      onMade: (window) => ipc.admit(page, window.webContents),
      onShown: () => inBackground(lookForBrowsers(), 'the look for browsers'),
      // A hotkey that was being recorded must not stay let go.
      onClosed: () => {
        for (const hotkey of Object.values(hotkeys)) hotkey.record(false);
      },
    });
  const setupWindow = formWindow('setup', { width: 760, height: 820 });
  const settingsWindow = formWindow('settings', { width: 980, height: 760 });
  const hotkeys: Hotkeys = {
    hotkey: new Hotkey(globalShortcut, defaultHotkeys[platform], () =>
      ask({ kind: 'toggleFinder' }, 'hotkey'),
    ),
    clipboardHotkey: new Hotkey(globalShortcut, [], () => ask({ kind: 'openClipboard' }, 'clipboard-hotkey')),
  };
  const sameNames = new SameNames();
  const tray = new ElectronTray(join(assets, 'tray'), (command) => ask(command, 'tray'));

  // What can be asked.
  const ground = () => ({
    customers: directory.customers(),
    settings: settings.current,
    usage: usage.current,
  });
  const openCustomer = new OpenCustomer({
    ground,
    accountFor: (customer) => accountFor(customer, status.current.accounts),
    browsers,
    onPlanned: () => {
      finder.done();
      finder.expectIntruder();
    },
    onStarted: ({ tenantId, query, page, plan }) => {
      openCustomers.opened(plan);
      void usage.record(tenantId, query, Date.now(), page).then((problem) => status.report(problem));
    },
    onLateFailure: showProblem,
    journal: (line) => journal.append(line, (error) => log.error('the journal could not be written', error)),
    now,
  });
  const accessChecker = new AccessChecker({
    tokens: identity,
    directory,
    status,
    scopes: () => [scopeOf('azure-tenants', cloud())],
    now,
  });
  const commands = new Commands(
    handlersOf({
      openCustomer,
      accounts,
      stepUp: stepUp({ identity, directory, status, scopes: () => [scopeOf('azure-tenants', cloud())] }),
      accessChecker,
      copyHelp: copyHelp({ directory, status, t: () => t, write: (text) => clipboard.writeText(text) }),
      lookUpError: (number) => opener.open(`${cloud().login}/error?code=${number}`),
      leaving: new Leaving({
        directory,
        usage,
        journal,
        wipe,
        heldByBrowsers: () => heldByBrowsers([paths.root, ...allSnapRoots(home)], platform),
        confirm: (farewell) => confirmFarewell(t, settingsWindow.window, farewell),
        restart: () => {
          app.relaunch();
          app.quit();
        },
        // Once whoever asked has been answered.
        end: () => setImmediate(() => app.quit()),
      }),
      sync,
      importer: new Importer(directory, domains),
      sharedList,
      directory,
      settings,
      profiles: keeper,
      usage,
      copy: {
        ground,
        usualTemplate: () => t('ticket.template'),
        write: (text) => clipboard.writeText(text),
      },
      closing: {
        platform,
        folders: () => keeper.dataFolders(),
        holderOf,
        signal: signalProcess,
      },
      hotkeys,
      readClipboard: () => clipboard.readText(),
      platform,
      finder,
      showSettings,
      chooseList: () => chooseList(t, settingsWindow.window ?? setupWindow.window),
      choosePlace: (format) => choosePlace(t, format, settingsWindow.window),
      locale: () => app.getSystemLocale(),
      quit: () => app.quit(),
    }),
    onOutcome,
  );

  const channel = new ChannelServer(channelOf(paths.root, platform), async (request) => {
    await ready;
    return answerRequest(request, {
      ground,
      plan: (command) => openCustomer.plan(command),
      run: (command) => commands.run(command, 'command-line'),
      state: () =>
        runningState(
          status.current,
          app.getAppMetrics().map(({ pid }) => pid),
        ),
    });
  });

  function ask(command: Command, entry: Entry): void {
    inBackground(commands.run(command, entry), `${command.kind} from ${entry}`);
  }

  /** What nobody waits for must not fail unseen: an exception is a fault of ours, and the log has it. */
  function inBackground(work: Promise<unknown>, what: string): void {
    work.catch((error: unknown) => log.error(`${what} failed`, error));
  }

  /** A window shows the outcome of what it asked; for the others the finder does. */
  function onOutcome(command: Command, entry: Entry, outcome: CommandOutcome): void {
    if (outcome.ok) {
      status.resolve(...(endedBy[command.kind] ?? []));
      // Who could not be opened is told by the finder, by name.
      if (outcome.value.kind === 'openedMany' && outcome.value.failed.length > 0) finder.bringBack();
      return;
    }
    log.warn(`${command.kind} from ${entry}: ${outcome.error.kind}`);
    // Whoever asked, the finder is where instructions are read.
    if (outcome.error.kind === 'instruction-unread' && entry !== 'finder') {
      finder.show();
      ipc.tell('finder:instruction', command, 'finder');
      return;
    }
    // A failed sync shows in the status by itself; the finder is gone before a sign-in that it asked for can fail.
    const told =
      entry === 'setup' ||
      entry === 'settings' ||
      entry === 'command-line' ||
      (entry === 'finder' && command.kind !== 'signIn') ||
      command.kind === 'sync';
    if (command.kind === 'open' || command.kind === 'openLink' || command.kind === 'openClipboard') {
      // Installed since, perhaps, as the message asks.
      inBackground(lookForBrowsers(), 'the look for browsers');
      if (entry !== 'command-line') finder.bringBack();
    }
    // A cancelled sign-in is what the user wanted.
    if (told || outcome.error.kind === 'sign-in-cancelled') return;
    // What only a form can mend is shown by the form.
    const page = mendedOn.get(outcome.error.kind);
    if (page !== undefined) {
      status.report(outcome.error);
      showSettings(page);
    } else showProblem(outcome.error);
  }

  /** Until the first run has been confirmed its form is all the settings there are. */
  function showSettings(page: SettingsPage | undefined): void {
    if (settings.current.setUp) settingsWindow.show(page);
    else setupWindow.show();
  }

  function showProblem(problem: Problem): void {
    status.report(problem);
    finder.bringBack();
  }

  async function followIdentity(current: Settings): Promise<void> {
    const followed = await identity.follow(current);
    if (!followed.ok && followed.error.kind !== 'tokens-not-kept') status.report(followed.error);
    await accounts.refresh();
    const sourcesFollowed = await sources.follow(current);
    if (!sourcesFollowed.ok) status.report(sourcesFollowed.error);
    await followSharedList.follow(current.sharedList);
  }

  async function lookForBrowsers(): Promise<void> {
    const { browsers: found, unusablePath: path } = await browsers.discover();
    const chosen = browsers.choose(settings.current.browser);
    status.update({
      browsers: found.map(browserStatus),
      browserProblem: chosen.ok ? null : chosen.error,
      browserPathProblem: path === undefined ? null : problem('browser-path-invalid', { path }),
    });
  }

  function renderTray(): void {
    const recents = usage.current.recents.flatMap((tenantId) => {
      const customer = directory.find(tenantId);
      return customer ? [{ customer, sharesName: sameNames.has(directory.customers(), customer) }] : [];
    });
    tray.render(planTray(status.current, recents, t));
  }

  // Who hears of what.
  const releases = [
    directory.onChange((delta) => {
      ipc.tell('list:changed', packDelta(delta));
      // When the last sync was, and whether it listed anybody, is told by what is in the directory.
      status.update({ sync: sync.status });
      renderTray();
    }),
    sharedList.onChange((held) => {
      status.update({ held });
      const [first] = held;
      if (first) status.report(problem('shared-list-held', { customer: first.name }));
      else status.resolve('shared-list-held');
    }),
    usage.onChange((current) => {
      ipc.tell('usage:changed', current);
      renderTray();
    }),
    keeper.onChange((report) => ipc.tell('profiles:changed', report, 'settings')),
    status.onChange((current) => {
      ipc.tell('status:changed', current);
      renderTray();
    }),
    sync.onChange((current) => status.update({ sync: current })),
    ...hotkeySettings.map((name) =>
      hotkeys[name].onChange(() => {
        status.resolve('hotkey-taken');
        status.update({ [name]: hotkeys[name].status });
        for (const each of Object.values(hotkeys)) status.report(each.problem);
      }),
    ),
    settings.onChange((current) => {
      const { browserPath } = status.current.settings;
      t = translator(languageOf(current));
      status.update({ settings: current, language: languageOf(current) });
      inBackground(followIdentity(current), 'following the settings of sign-in');
      const chosen = browsers.choose(current.browser);
      status.update({ browserProblem: chosen.ok ? null : chosen.error });
      if (current.browserPath !== browserPath) inBackground(lookForBrowsers(), 'the look for browsers');
      renderTray();
    }),
  ];
  const snapshots = new PackedSnapshot(directory);
  snapshots.prepare();
  ipc.answer({
    'window:state': () => ({
      list: snapshots.take(),
      usage: usage.current,
      status: status.current,
    }),
    'profiles:list': () => keeper.look(),
    'command:run': (window, value) => {
      const command = parseCommand(value);
      // SECURITY: a window of ours sends nothing malformed; the text tells a stranger nothing.
      if (command === undefined) throw new Error('refused');
      return commands.run(command, window);
    },
    'finder:height': (window, pixels) => {
      if (window === 'finder' && typeof pixels === 'number' && pixels > 0) finder.setHeight(pixels);
    },
  });
  // The end: nothing is told any more, and what has been asked to be kept is on disk.
  onQuit(app, async () => {
    for (const release of releases) release();
    syncTimer.stop();
    followSharedList.stop();
    keeper.stop();
    sync.cancel();
    accessChecker.cancel();
    identity.cancel();
    for (const hotkey of Object.values(hotkeys)) hotkey.release();
    channel.close();
    tray.dispose();
    ipc.dispose();
    // A list of 50,000 rows is read in slices: what was asked for has to reach the records before they are closed.
    await commands.settled(5_000);
    await Promise.allSettled([
      directory.close(),
      names.flush(),
      sharedList.flush(),
      usage.flush(),
      profiles.flush(),
      journal.flush(),
      identity.flush(),
    ]);
    wipe.atEnd();
  });

  // Start: the finder and its hotkey, because they are what the user waits for; then the rest.
  status.update({ sync: sync.status });
  for (const name of hotkeySettings) hotkeys[name].use(settings.current[name]);
  renderTray();
  await finderLoaded;
  inBackground(lookForBrowsers(), 'the look for browsers');
  if (!settings.current.setUp) setupWindow.show();
  inBackground(sources.clear(settings.current), 'forgetting sources that are off');
  status.report(await sharedList.load());
  followSharedList.start(settings.current.sharedList);
  const accountsKnown = accounts.refresh();
  inBackground(
    accountsKnown.then(() => syncTimer.start()),
    'the first sync',
  );
  // A keyring that asks its user for a password first must not keep links and command line waiting.
  const ready = Promise.race([accountsKnown.catch(() => undefined), pause(patience)]);
  const listening = await channel.listen(process.getuid?.() ?? -1);
  if (!listening.ok) log.error(`no command line: ${listening.error.kind}`);
  log.info(`Tidegate ${app.getVersion()} started`);
  const ways = {
    settings: () => settings.current,
    ask: (command: Command, entry: Entry) => commands.run(command, entry),
    refuse: (problem: Problem) => {
      log.warn(`a link was refused: ${problem.kind}`);
      showProblem(problem);
    },
  };
  return {
    enter: (start) =>
      inBackground(
        // Whoever presses a key that starts Tidegate again wants the finder now.
        start.kind === 'plain' ? enter(start, ways) : ready.then(() => enter(start, ways)),
        `${start.kind} start`,
      ),
  };
}
