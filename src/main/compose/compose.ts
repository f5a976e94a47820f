import { app } from 'electron';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from '#shared/commands/command.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { Accounts } from '../commands/accounts.ts';
import type { WayIn } from '../commands/entries.ts';
import { TellOutcome } from '../commands/tell-outcome.ts';
import { hiddenOption } from '../entry/hidden-option.ts';
import { hasUsualData, wasStartedAtLogin } from '../desktop/login/electron-login.ts';
import { onQuit } from '../desktop/electron-quit.ts';
import { answerRequest } from '../entry/answer-request.ts';
import { channelOf } from '../entry/channel/channel-of.ts';
import { ChannelServer } from '../entry/channel/channel-server.ts';
import { runningState } from '../entry/running-state.ts';
import type { Start } from '../entry/start.ts';
import { enter } from '../entry/ways-in.ts';
import { hotkeySettings } from '../desktop/hotkey/hotkeys.ts';
import { parseCommand } from '../desktop/ipc/command-schema.ts';
import type { Answers } from '../desktop/ipc/electron-ipc.ts';
import { openLog } from '../system/log/electron-log.ts';
import type { Faults } from '../system/log/faults.ts';
import type { Log } from '../system/log/log.ts';
import { netSession } from '../desktop/security/electron-sessions.ts';
import { reasonOf } from '../system/storage/reason.ts';
import { Retention } from '../state/journal/retention.ts';
import type { Wipe } from '../state/wipe/wipe.ts';
import { buildCommands } from './commands.ts';
import { buildAutostart } from './autostart.ts';
import type { FirstPaint } from './first-paint.ts';
import { buildCustomers } from './customers.ts';
import { buildTeamHunts } from './team-hunts.ts';
import type { FinderPage } from './finder-page.ts';
import type { Foundation } from './foundation.ts';
import { buildSupport } from './support.ts';
import { subscribe } from './subscriptions.ts';
import { buildIncidents } from './incidents.ts';
import { buildMicrosoft } from './microsoft.ts';
import { buildProfiles } from './profiles.ts';
import { Texts } from './texts.ts';
import { buildUpdates } from './updates.ts';
import { buildWindows } from './windows.ts';

/** The running application, as main.ts sees it. */
export interface Tidegate {
  /** Tidegate was started again, or with a link: see entry/start. */
  enter(start: Start): void;
}

export interface ComposeOptions {
  readonly firstPaint: FirstPaint;
  /** The finder's, which has begun to load: while it does, all the rest is built. */
  readonly page: FinderPage;
  readonly wipe: Wipe;
  /** What starts the command line: an executable and its first arguments. */
  readonly starter: readonly [string, ...string[]];
  readonly faults: Pick<Faults, 'caught' | 'onFirst'>;
  /** The file of the AppImage that this was started from. */
  readonly appImage: string | undefined;
  /** This start was asked for something that needs the list, such as a link. */
  readonly asked: boolean;
  /** The system starts Tidegate at login: nothing is shown. */
  readonly hidden: boolean;
  /** The file that starts Tidegate. */
  readonly executable: string;
}

/** How long the page has to paint the cached list before the records are read, in milliseconds. */
const paintTime = 250;

/** How long a link or the command line waits to hear who is signed in, in milliseconds. */
const patience = 3_000;

/** Builds every service by hand, in the order in which they need each other, and starts them. */
export async function compose({
  appImage,
  asked,
  executable,
  faults,
  firstPaint,
  hidden,
  page,
  starter,
  wipe,
}: ComposeOptions): Promise<Tidegate> {
  const foundation = layFoundation(firstPaint);
  const { inBackground, log, paths, platform, records, status } = foundation;
  const { directory, journal, settings, usage } = records;
  const { shownList } = firstPaint;
  faults.onFirst(() => status.report(problem('own-fault', {})));
  reportEndedProcesses(log);
  const { ipc } = page;
  inBackground(page.loading, 'loading the finder');
  async function readList(): Promise<void> {
    const problems = await shownList.load((list) => ipc.tell('list:changed', list));
    for (const problem of problems) status.report(problem);
  }
  if (asked) void shownList.records();
  // Without a cached list the page has nothing to show: the records are read before anything else is built.
  if (!shownList.isCached) await readList();

  const net = netSession();
  const microsoft = buildMicrosoft(foundation, net, () =>
    inBackground(accounts.refresh(), 'showing who has to sign in again'),
  );
  const { identity } = microsoft;
  const customers = buildCustomers(foundation, net, microsoft);
  const { files, followSharedList, initialDomains, names, sharedList, sources, sync, syncTimer } = customers;
  const incidents = buildIncidents(foundation, microsoft, ask);
  const teamHunts = buildTeamHunts(foundation, net, files);
  const accounts = new Accounts({ identity, directory, status, sync });
  const profiles = buildProfiles(foundation, files);
  const windows = buildWindows(foundation, page, profiles, ask, appImage);
  const { finder, followList, hotkeys, showSettings } = windows;
  const discoverBrowsers = (): void => inBackground(profiles.discover(), 'the look for browsers');
  const tell = new TellOutcome({
    ...{ finder, status, showSettings, discoverBrowsers },
    bringForward: windows.bringForward,
    tellFinder: (problem) => ipc.tell('finder:problem', problem, 'finder'),
    instruct: (asked) => ipc.tell('finder:instruction', asked, 'finder'),
    warn: (message) => log.warn(message),
  });
  const autostart = buildAutostart(foundation, {
    executable,
    option: hiddenOption,
    wanted: settings.current.startAtLogin,
    usual: hasUsualData(),
  });
  const support = buildSupport(foundation, starter);
  const updates = buildUpdates(foundation, net, () => commands, appImage);
  const { accessChecker, commands, context, openCustomer } = buildCommands({
    ...{ foundation, shownList, microsoft, accounts, customers, incidents, profiles, windows, tell, wipe },
    autostart,
    updates,
    support,
    tellSelection: (selection) => ipc.tell('finder:selection', selection, 'finder'),
  });
  const retention = new Retention({
    journal,
    days: () => settings.current.journalDays,
    now: Date.now,
    tell: (trouble) => (trouble === undefined ? status.mended(paths.journal) : status.report(trouble)),
  });
  const channel = new ChannelServer(channelOf(paths.root, platform), async (request) => {
    await ready;
    return answerRequest(request, {
      context,
      plan: (command) => openCustomer.plan(command),
      run: (command) => commands.run(command, 'command-line'),
      state: () =>
        runningState(
          status.current,
          app.getAppMetrics().map(({ pid }) => pid),
        ),
    });
  });

  function ask(command: Command, wayIn: WayIn): void {
    inBackground(commands.run(command, wayIn), `${command.kind} from ${wayIn}`);
  }

  const unsubscribe = subscribe({
    ...{ foundation, ipc, identity, accounts, customers, profiles, teamHunts, windows, updates, autostart },
    retention,
  });
  const rest: Omit<Answers, keyof typeof firstPaint.answers> = {
    'profiles:list': async () => {
      await shownList.records();
      return profiles.keeper.report();
    },
    // SECURITY: of the windows only the settings are told where the data lies.
    'about:read': (window) => {
      if (window !== 'settings') throw new Error('refused');
      return support.about();
    },
    'doctor:check': (window) => {
      if (window !== 'settings') throw new Error('refused');
      return support.look();
    },
    // SECURITY: of the windows only the settings show the journal.
    'journal:read': (window, from) => {
      if (window !== 'settings' || !Number.isSafeInteger(from) || Number(from) < 0)
        throw new Error('refused');
      return journal.read(Number(from));
    },
    'command:run': (window, value) => {
      const command = parseCommand(value);
      // SECURITY: a window of ours sends nothing malformed; the text tells a stranger nothing.
      if (command === undefined) throw new Error('refused');
      return commands.run(command, window);
    },
    'window:painted': (window) => windows.painted(window),
    'finder:height': (window, pixels) => {
      if (window === 'finder' && typeof pixels === 'number' && pixels > 0) finder.setHeight(pixels);
    },
  };
  ipc.answer(rest);

  // At the end nobody is told of changes any more, and everything that is to be kept is written.
  onQuit(app, async () => {
    unsubscribe();
    syncTimer.stop();
    retention.stop();
    updates.stop();
    incidents.close();
    followSharedList.stop();
    teamHunts.stop();
    files.close();
    profiles.keeper.stop();
    sync.cancel();
    accessChecker.cancel();
    identity.cancel();
    for (const hotkey of Object.values(hotkeys)) hotkey.release();
    channel.close();
    windows.dispose();
    ipc.dispose();
    // A list of 50,000 rows is read in slices: what was asked for has to reach the records before they are closed. Less
    // than a quit waits in all, so that the disk gets its part also when a command waits for the network.
    await commands.settled(1_500);
    await Promise.allSettled([
      autostart.settled(),
      directory.close(),
      names.flush(),
      initialDomains.flush(),
      sharedList.flush(),
      teamHunts.flush(),
      usage.flush(),
      records.profiles.flush(),
      journal.flush(),
      identity.flush(),
    ]);
    // Last: the cache can be made again, and what is written before it cannot.
    await shownList.close().catch((error: unknown) => log.warn(cacheTrouble(error)));
    wipe.atEnd();
  });

  // Start: the finder and its hotkey, because they are what the user waits for; then the rest.
  for (const name of hotkeySettings) hotkeys[name].use(settings.current[name]);
  await page.loaded;
  if (shownList.isCached) {
    // The page still paints the cached list, which needs this thread as well: the records wait for it.
    await Promise.race([pause(paintTime), shownList.whenNeeded]);
    await readList();
  }
  status.update({ sync: sync.status });
  followList(directory.snapshot());
  discoverBrowsers();
  if (!settings.current.setUp && !(hidden || wasStartedAtLogin())) showSettings(undefined);
  inBackground(sources.clear(settings.current), 'forgetting sources that are off');
  status.report(await sharedList.load());
  inBackground(retention.start(), 'taking old lines out of the journal');
  followSharedList.start(settings.current.sharedList, settings.current.sharedListEncoding);
  status.report(await teamHunts.load());
  inBackground(teamHunts.read(), 'reading the hunts of the team');
  const accountsKnown = accounts.refresh();
  // While nobody knows who is signed in, no tenant counts as our own: what the cache says may be outdated.
  accountsKnown.catch(() => directory.setOwnTenants([]));
  inBackground(
    accountsKnown.then(() => syncTimer.start()),
    'the first sync',
  );
  inBackground(
    accountsKnown.then(() => incidents.start()),
    'counting incidents',
  );
  // A keyring that asks its user for a password first must not keep links and command line waiting.
  const ready = Promise.race([accountsKnown.catch(() => undefined), pause(patience)]);
  shownList.follow((error) => log.warn(cacheTrouble(error)));
  const listening = await channel.listen(process.getuid?.() ?? -1);
  if (!listening.ok) log.error(`no command line: ${listening.error.kind}`);
  updates.follow(settings.current.updates);
  log.info(`Tidegate ${app.getVersion()} started`);
  const ways = {
    settings: () => settings.current,
    ask: (command: Command, wayIn: WayIn) => commands.run(command, wayIn),
    refuse: (problem: Problem) => {
      log.warn(`a link was refused: ${problem.kind}`);
      tell.showProblem(problem);
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

/** A page or helper that ended by itself: the log has why. Whoever needs it starts it anew. */
function reportEndedProcesses(log: Log): void {
  app.on('render-process-gone', (_event, _page, { exitCode, reason }) => {
    if (reason !== 'clean-exit') log.warn(`a page has ended: ${reason}, ${exitCode}`);
  });
  app.on('child-process-gone', (_event, { exitCode, reason, type }) => {
    if (reason !== 'clean-exit') log.warn(`a helper has ended: ${type}, ${reason}, ${exitCode}`);
  });
}

/** A start is slower without a cache; nothing else is. */
function cacheTrouble(error: unknown): string {
  return `the cache of the list cannot be written: ${reasonOf(error)}`;
}

/** Builds what every other part needs: the log, the texts, and what the first paint has read. */
function layFoundation(firstPaint: FirstPaint): Foundation {
  const log = openLog(firstPaint.paths.logs);
  const { settings } = firstPaint.records;
  return {
    ...firstPaint,
    log,
    texts: new Texts(settings.current.language, () => app.getPreferredSystemLanguages()),
    inBackground: (work, what) => {
      work.catch((error: unknown) => log.error(`${what} failed`, error));
    },
  };
}
