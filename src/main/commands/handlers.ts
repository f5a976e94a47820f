import type { ImportProgress } from '#shared/imports/import.ts';
import { ImportWork } from '../customers/imports/import-work.ts';
import type { Platform } from '#shared/platform.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { err, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { OwnPlace } from '#shared/status/check-up.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { ProfileKeeper } from '../browsers/profiles/profile-keeper.ts';
import type { Directory } from '../customers/store/directory.ts';
import type { Importer } from '../customers/imports/importer.ts';
import type { SharedList } from '../customers/shared-list/shared-list.ts';
import type { Sync } from '../customers/sync/sync.ts';
import { readUnnamedLink } from '#shared/portals/links/unnamed-link.ts';
import type { Finder } from '../desktop/finder/finder.ts';
import type { AccessChecker } from '../access/access-checker.ts';
import type { IncidentRounds } from '../incidents/incident-rounds.ts';
import type { Hotkeys } from '../desktop/hotkey/hotkeys.ts';
import type { SettingsService } from '../state/settings/settings-service.ts';
import type { Accounts } from './accounts.ts';
import { closeBrowsers, type CloseOptions } from '../browsers/running/close-browsers.ts';
import type { Updates } from '../updates/updates.ts';
import type { UsageStore } from '../state/usage/usage-store.ts';
import { changeSettings } from './change-settings.ts';
import type { Handlers } from './commands.ts';
import { guardedSettings } from './guarded-settings.ts';
import { copy, type CopyOptions } from './copy.ts';
import { markOf } from './instruction-gate.ts';
import { resetProfile } from './reset-profile.ts';
import { annotate, editCustomers } from './edit-customers.ts';
import { exportCustomers, type ExportOptions } from './exports.ts';
import type { Files } from '../system/files/files.ts';
import { imported, importFrom, previewFrom, type LastFile } from './imports.ts';
import type { Leaving } from './leaving.ts';
import { exportJournal, handOver, type JournalCommandOptions } from './journal-commands.ts';
import { selectCustomers, type SelectOptions } from './select-customers.ts';
import type { Journal } from '../state/journal/journal.ts';
import { nameOwnTenant } from './name-own-tenant.ts';
import { addSamples, removeSamples } from './samples.ts';
import type { OpenCustomer } from './open-customer.ts';
import { openClipboard, type ReadClipboard } from './open-clipboard.ts';
import { done, doneOr } from '#shared/commands/outcomes.ts';
import type { CommandOutcome } from '#shared/commands/command.ts';

export interface HandlerOptions extends Pick<ExportOptions, 'choosePlace' | 'separator'> {
  readonly journal: Pick<Journal, 'clear' | 'read'>;
  /** Notes the end of a shift in the journal. */
  readonly noteShiftEnd: () => void;
  readonly journalCommands: Omit<JournalCommandOptions, 'journal' | 'directory' | 'files' | 'separator'>;
  readonly tellSelection: SelectOptions['tellSelection'];
  /** Reads and writes the files that the user names. */
  readonly files: Files;
  readonly openCustomer: OpenCustomer;
  readonly accounts: Accounts;
  readonly stepUp: Handlers['stepUp'];
  readonly accessChecker: Pick<AccessChecker, 'check' | 'cancel'>;
  readonly incidents: Pick<IncidentRounds, 'askAgain' | 'signedIn'>;
  readonly copyHelp: Handlers['copyHelp'];
  /** The report and Tidegate's own places: see compose/support. */
  readonly support: {
    readonly copyReport: () => Promise<Result<void, Problem>>;
    readonly showPlace: (place: OwnPlace) => Promise<Result<void, Problem>>;
  };
  /** Opens Microsoft's page about an error. */
  readonly lookUpError: (number: string) => Promise<Result<void, Problem>>;
  /** Opens the page on which an application is registered. */
  readonly openAppRegistrations: () => Promise<Result<void, Problem>>;
  readonly leaving: Leaving;
  readonly sync: Pick<Sync, 'run' | 'cancel'>;
  readonly importer: Importer;
  readonly sharedList: Pick<SharedList, 'accept' | 'refuse'>;
  readonly directory: ExportOptions['directory'] &
    Pick<Directory, 'annotate' | 'annotateAll' | 'annotationOf' | 'find' | 'forgetListed' | 'removeFromList'>;
  readonly settings: SettingsService;
  readonly usage: Pick<UsageStore, 'acknowledge'>;
  readonly copy: CopyOptions;
  readonly closing: CloseOptions;
  readonly profiles: Pick<ProfileKeeper, 'clear' | 'remove' | 'report'>;
  readonly hotkeys: Hotkeys;
  /** What the clipboard holds as text. */
  readonly readClipboard: ReadClipboard;
  readonly platform: Platform;
  readonly finder: Finder;
  readonly showSettings: (page: SettingsPage | undefined) => void;
  readonly showSetup: () => void;
  /** Tells windows and tray whether the hotkeys are paused. */
  readonly tellPaused: (paused: boolean) => void;
  /** Tells the windows whether a list that was dropped waits to be imported. */
  readonly tellDropped: (waits: boolean) => void;
  /** Tells the windows how far an import is; null when none runs. */
  readonly tellImporting: (progress: ImportProgress | null) => void;
  /** Asks the user for a list file; nothing when they change their mind. */
  readonly chooseList: (of?: 'hunts') => Promise<string | undefined>;
  /** Asks the user for a browser's program; nothing when they change their mind. */
  readonly chooseProgram: () => Promise<string | undefined>;
  readonly updates: Pick<Updates, 'look' | 'restart'>;
  readonly quit: () => void;
}

/** Every command's handler: short ones here, the others in a file of their own. */
export function handlersOf(options: HandlerOptions): Handlers {
  const { accounts, directory, finder, hotkeys, importer, leaving, openCustomer, settings, sync } = options;
  const at = (act: () => void) => () => {
    act();
    return done;
  };
  const journal = { ...options, ...options.journalCommands };
  const select = (tenantIds: readonly TenantId[]) =>
    selectCustomers({ directory, finder, tellSelection: options.tellSelection }, tenantIds);
  const afterSignIn = async (
    signingIn: CommandOutcome | Promise<CommandOutcome>,
  ): Promise<CommandOutcome> => {
    const outcome = await signingIn;
    if (outcome.ok) options.incidents.signedIn();
    return outcome;
  };
  const chosen = { choose: options.chooseList, files: options.files };
  const lastFile: LastFile = {};
  const work = new ImportWork(options.tellImporting);
  return {
    open: (command, wayIn) => openCustomer.run(command, wayIn),
    openLink: (command, wayIn) => openCustomer.run(command, wayIn),
    openMany: (command, wayIn) => openCustomer.runMany(command, wayIn),
    acknowledgeInstruction: async ({ tenantId, text }) =>
      doneOr(await options.usage.acknowledge(tenantId, markOf(text))),
    copy: (command) => copy(options.copy, command),
    resetProfile: ({ tenantId }) => resetProfile(options.profiles, tenantId),
    closeBrowsers: async () => doneOr(await closeBrowsers(options.closing)),
    pinFinder: at(() => finder.pin()),
    openClipboard: (_command, wayIn) =>
      openClipboard(
        options.readClipboard,
        { run: (command) => openCustomer.run(command, wayIn) },
        select,
        (text) => readUnnamedLink(text, settings.current.portalHosts) !== undefined,
      ),
    selectCustomers: ({ tenantIds }) => select(tenantIds),
    handOver: ({ what }) => handOver(journal, what),
    exportJournal: ({ filter }) => exportJournal(journal, filter),
    deleteJournal: async () => doneOr(await options.journal.clear()),
    sync: async ({ source, believe }) => doneOr(await sync.run(source, believe)),
    cancelSync: at(() => sync.cancel()),
    signIn: ({ accountId }) => afterSignIn(accounts.signIn(accountId)),
    cancelSignIn: () => accounts.cancel(),
    signOut: ({ accountId }) => accounts.signOut(accountId),
    endShift: async () => {
      const ended = await accounts.endShift();
      // Whoever comes next begins a shift of their own, also where an account could not be forgotten.
      options.noteShiftEnd();
      return ended;
    },
    importText: ({ text }) => importFrom({ kind: 'text', text }, chosen, importer, {}, work),
    importFile: ({ from = { kind: 'file' } }) => {
      options.tellDropped(false);
      return importFrom(from, chosen, importer, lastFile, work);
    },
    previewImport: ({ from }) => {
      options.tellDropped(false);
      return previewFrom(from, chosen, importer, lastFile, work);
    },
    dropList: ({ bytes }) => {
      lastFile.bytes = bytes;
      finder.hide();
      options.showSettings('customers');
      options.tellDropped(true);
      return done;
    },
    cancelImport: at(() => work.cancel()),
    importPlanned: async ({ plan }) => imported(await importer.importPlanned(plan)),
    exportCustomers: ({ format, file }) =>
      exportCustomers(file === undefined ? options : { ...options, choosePlace: async () => file }, format),
    stepUp: (command, wayIn) => afterSignIn(options.stepUp(command, wayIn)),
    checkAccess: (command) => options.accessChecker.check(command),
    cancelCheckAccess: at(() => options.accessChecker.cancel()),
    askIncidents: ({ tenantIds }) => {
      options.incidents.askAgain(tenantIds);
      return done;
    },
    copyHelp: options.copyHelp,
    copyReport: async () => doneOr(await options.support.copyReport()),
    showPlace: async ({ place }) => doneOr(await options.support.showPlace(place)),
    lookUpError: async ({ number }) => doneOr(await options.lookUpError(number)),
    forgetCustomer: (command) => leaving.forgetCustomer(command),
    restoreCustomer: (command) => leaving.restoreCustomer(command),
    wipe: ({ confirmed }) => leaving.wipe(confirmed),
    lookForUpdate: at(() => void options.updates.look()),
    restartToUpdate: () => doneOr(options.updates.restart()),
    addCustomer: async ({ reference, name }) => {
      const added = await importer.addOne(reference, name);
      return added.ok ? done : err(added.error);
    },
    addSamples: () => addSamples(importer),
    removeSamples: () => removeSamples(directory),
    nameOwnTenant: nameOwnTenant(settings, importer),
    removeCustomer: async ({ tenantId }) => doneOr(await directory.removeFromList(tenantId)),
    acceptHeld: async ({ tenantId }) => doneOr(await options.sharedList.accept(tenantId)),
    refuseHeld: async ({ tenantId }) => doneOr(await options.sharedList.refuse(tenantId)),
    annotate: (command) => annotate(directory, command),
    editCustomers: (command) => editCustomers(directory, command),
    clearProfile: async ({ profile, what }) => doneOr(await options.profiles.clear(profile, what)),
    deleteProfiles: async ({ profiles }) => doneOr(await options.profiles.remove(profiles)),
    ...guardedSettings({
      settings,
      change: changeSettings(settings, hotkeys, options.platform),
      chooseProgram: options.chooseProgram,
      chooseList: options.chooseList,
      platform: options.platform,
    }),
    recordHotkey: ({ recording }) => {
      for (const hotkey of Object.values(hotkeys)) hotkey.record(recording);
      return done;
    },
    pauseHotkeys: ({ paused }) => {
      for (const hotkey of Object.values(hotkeys)) hotkey.pause(paused);
      options.tellPaused(paused);
      return done;
    },
    toggleFinder: at(() => finder.toggle()),
    hideFinder: at(() => finder.hide()),
    showSettings: ({ page }) => {
      finder.hide();
      options.showSettings(page);
      return done;
    },
    showSetup: () => {
      finder.hide();
      options.showSetup();
      return done;
    },
    openAppRegistrations: async () => doneOr(await options.openAppRegistrations()),
    quit: at(options.quit),
  };
}
