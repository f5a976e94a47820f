import { wantsSignIn } from '#shared/incidents/incidents.ts';
import { app, clipboard } from 'electron';
import type { Events } from '#shared/commands/channels.ts';
import { pageSettings } from '#shared/portals/pages.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { accountFor } from '../browsers/profiles/account-for.ts';
import { allSnapRoots } from '../browsers/profiles/profile-folders.ts';
import { systemListSeparator } from '../customers/exports/list-separator.ts';
import { closerOf } from '../browsers/running/closer-of.ts';
import { startEnvironment } from '../system/process/start-environment.ts';
import type { Accounts } from '../commands/accounts.ts';
import { AskFirst } from '../commands/ask-first.ts';
import { Commands } from '../commands/commands.ts';
import { handlersOf } from '../commands/handlers.ts';
import { Leaving } from '../commands/leaving.ts';
import { OpenCustomer } from '../commands/open-customer.ts';
import { stepUp } from '../commands/step-up.ts';
import type { TellOutcome } from '../commands/tell-outcome.ts';
import type { ShownList } from '../customers/cache/shown-list.ts';
import { AccessChecker } from '../access/access-checker.ts';
import { copyHelp } from '../access/copy-help.ts';
import { chooseList } from '../desktop/windows/electron-choose-list.ts';
import { choosePlace } from '../desktop/windows/electron-choose-place.ts';
import { chooseProgram } from '../desktop/windows/electron-choose-program.ts';
import { confirmInDialog } from '../desktop/windows/electron-confirm.ts';
import { heldByBrowsers } from '../state/wipe/running-browsers.ts';
import type { Updates } from '../updates/updates.ts';
import type { Wipe } from '../state/wipe/wipe.ts';
import type { Autostart } from './autostart.ts';
import type { Customers } from './customers.ts';
import type { Support } from './support.ts';
import type { Foundation } from './foundation.ts';
import type { Incidents } from './incidents.ts';
import type { Microsoft } from './microsoft.ts';
import type { Profiles } from './profiles.ts';
import type { Windows } from './windows.ts';

interface Options {
  readonly foundation: Foundation;
  readonly shownList: Pick<ShownList, 'isRead' | 'records'>;
  readonly microsoft: Microsoft;
  readonly accounts: Accounts;
  readonly customers: Customers;
  readonly incidents: Pick<Incidents, 'rounds'>;
  readonly profiles: Profiles;
  readonly windows: Windows;
  readonly support: Pick<Support, 'copyReport' | 'showPlace'>;
  readonly tell: TellOutcome;
  readonly wipe: Wipe;
  readonly autostart: Pick<Autostart, 'follow'>;
  readonly updates: Updates;
  /** Tells the finder whom to select. */
  readonly tellSelection: (selection: Events['finder:selection']) => void;
}

/** Builds what can be asked of the application, and who carries it out. */
export function buildCommands(options: Options) {
  const { accounts, customers, foundation, microsoft, profiles, shownList, tell, windows } = options;
  const { home, log, now, paths, platform, records, status, texts } = foundation;
  const { directory, journal, settings, usage } = records;
  const { identity, probeScopes } = microsoft;
  const { finder, form, hotkeys } = windows;
  const copyText = (text: string) => clipboard.writeText(text);

  const context = () => ({
    customers: directory.customers(),
    settings: { ...settings.current, teamHunts: status.current.teamHunts },
    usage: usage.current,
  });
  const kept = (file: string, problem: Problem | undefined): void =>
    problem === undefined ? status.mended(file) : status.report(problem);
  const journalFailed = (error: unknown): void => log.error('the journal could not be written', error);
  const openCustomer = new OpenCustomer({
    context,
    accountFor: (customer) => accountFor(customer, status.current.accounts),
    browsers: profiles.browsers,
    confirmAct: (act, { customer, url }) =>
      finder.whileAsking(() =>
        confirmInDialog(texts.t, form(), { kind: 'act', act, customer, address: url }),
      ),
    onPlanned: () => finder.done(),
    onLaunched: () => finder.expectIntruder(),
    onStarted: ({ tenantId, query, page, plan }) => {
      profiles.openCustomers.opened(plan);
      void usage.record(tenantId, query, Date.now(), page).then((problem) => kept(paths.usage, problem));
    },
    onLateFailure: (problem) => tell.showProblem(problem),
    journal: (line) => journal.append(line, journalFailed),
    now,
  });
  const accessChecker = new AccessChecker({ tokens: identity, directory, status, scopes: probeScopes, now });
  const askFirst = new AskFirst(
    { settings, directory, profiles: profiles.keeper, accounts: () => status.current.accounts, platform },
    (question) => finder.whileAsking(() => confirmInDialog(texts.t, form(), question)),
  );
  const leaving = new Leaving({
    ...{ directory, usage, journal, settings },
    wipe: {
      ask: () => {
        const asked = options.wipe.ask();
        // What the system starts at login lies outside our folder.
        if (asked.ok) void options.autostart.follow(false);
        return asked;
      },
    },
    heldByBrowsers: () => heldByBrowsers([paths.root, ...allSnapRoots(home)], platform),
    confirm: (question) => askFirst.confirm(question),
    restart: () => {
      app.relaunch();
      app.quit();
    },
    // Once whoever asked has been answered.
    end: () => setImmediate(() => app.quit()),
  });
  const { importer, sharedList, sync } = customers;
  const handlers = handlersOf({
    ...{ openCustomer, accounts, accessChecker, leaving },
    incidents: options.incidents.rounds,
    ...{ sync, importer, sharedList, directory, settings, usage, hotkeys, platform, finder },
    stepUp: stepUp({
      ...{ identity, directory, status },
      scopes: (tenantId) =>
        wantsSignIn(tenantId, status.current.incidents) ? microsoft.incidentScopes() : probeScopes(),
    }),
    copyHelp: copyHelp({ directory, status, t: () => texts.t, write: copyText }),
    support: options.support,
    lookUpError: microsoft.lookUpError,
    openAppRegistrations: microsoft.openAppRegistrations,
    showSetup: windows.showSetup,
    profiles: profiles.keeper,
    copy: { context, usualTemplate: () => texts.t('ticket.template'), write: copyText },
    closing: {
      closer: closerOf(platform, startEnvironment()),
      folders: () => profiles.keeper.dataFolders(),
    },
    readClipboard: () => clipboard.readText(),
    showSettings: windows.showSettings,
    updates: options.updates,
    files: customers.files,
    tellPaused: (hotkeysPaused) => status.update({ hotkeysPaused }),
    tellImporting: (importing) => status.update({ importing }),
    tellDropped: (waits) => {
      const { dropped } = status.current;
      if (waits || dropped !== null) status.update({ dropped: waits ? (dropped ?? 0) + 1 : null });
    },
    chooseList: (of) => chooseList(texts.t, form(), of),
    chooseProgram: () => chooseProgram(texts.t, form()),
    choosePlace: (format) => choosePlace(texts.t, 'export', format, form()),
    journal,
    noteShiftEnd: () => journal.endShift(now(), journalFailed),
    journalCommands: {
      pages: () => pageSettings(status.current),
      texts: () => texts,
      chooseJournalPlace: () => choosePlace(texts.t, 'journal', 'csv', form()),
      write: copyText,
    },
    tellSelection: options.tellSelection,
    separator: () => systemListSeparator(platform, app.getSystemLocale(), startEnvironment()),
    quit: () => app.quit(),
  });
  return {
    context,
    openCustomer,
    accessChecker,
    commands: new Commands(
      handlers,
      (...ended) => tell.tell(...ended),
      askFirst,
      () => (shownList.isRead ? undefined : shownList.records()),
    ),
  };
}
