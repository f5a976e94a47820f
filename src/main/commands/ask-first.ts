import { closingOffered } from '#shared/commands/closing-offered.ts';
import type { Command, CommandKind } from '#shared/commands/command.ts';
import type { CustomerIdentity } from '#shared/customer/customer-identity.ts';
import type { Platform } from '#shared/platform.ts';
import { parseDomain } from '#shared/tenant/domain.ts';
import { parseHttpsAddress } from '#shared/text/https-address.ts';
import { exactHosts } from '#shared/portals/hosts.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { ProfileKey, ProfileRow } from '#shared/commands/profiles.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Status } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { parseCommand } from '../browsers/launch/custom-command.ts';
import { checkArguments, mostArguments } from '../browsers/launch/extra-arguments.ts';
import { leadsToInterpreter } from '../browsers/launch/real-program.ts';
import type { ProfileKeeper } from '../browsers/profiles/profile-keeper.ts';
import type { Directory } from '../customers/store/directory.ts';
import type { WayIn } from './entries.ts';
import { listSetting } from './list-setting.ts';
import type { ProfileSubject, Question } from '../desktop/windows/question.ts';
import { ownProfiles } from './reset-profile.ts';

/** What a question is made of. */
export interface AskContext {
  readonly settings: { readonly current: Settings; readonly locked: readonly (keyof Settings)[] };
  readonly directory: Pick<Directory, 'find'>;
  readonly profiles: Pick<ProfileKeeper, 'report'>;
  readonly accounts: () => Status['accounts'];
  readonly platform: Platform;
}

/** The question; null where nothing has to be asked; or why the command cannot be done at all. */
type Asked = Result<Question | null, Problem>;

type Planner<K extends CommandKind> = (
  command: Extract<Command, { kind: K }>,
  context: AskContext,
) => Asked | Promise<Asked>;

/**
 * Why a command is carried out unasked. `harmless`: it names no program, argument, host or place, and destroys nothing
 * that cannot be had again. `written`: it keeps what the user writes or chooses in a form, where a question after each
 * field would be answered unread. `chosen`: main opens the dialog in which a file is chosen. `handler`: its handler asks.
 */
type Unasked = 'harmless' | 'written' | 'chosen' | 'handler';

/**
 * SECURITY: every command, and what the user is asked before a window gets it done. A page in a window of ours could be
 * hostile: it can send any of these, in any order, and it can answer none of the questions.
 */
const questions: { readonly [K in CommandKind]: Unasked | Planner<K> } = {
  open: 'harmless',
  openMany: 'harmless',
  openLink: 'harmless',
  openClipboard: 'harmless',
  acknowledgeInstruction: 'harmless',
  copy: 'harmless',
  copyHelp: 'harmless',
  askIncidents: 'harmless',
  selectCustomers: 'harmless',
  handOver: 'harmless',
  pinFinder: 'harmless',
  sync: 'harmless',
  cancelSync: 'harmless',
  signIn: 'harmless',
  cancelSignIn: 'harmless',
  stepUp: 'harmless',
  checkAccess: 'harmless',
  cancelCheckAccess: 'harmless',
  cancelImport: 'harmless',
  copyReport: 'harmless',
  showPlace: 'harmless',
  lookUpError: 'harmless',
  importText: 'written',
  importFile: 'chosen',
  // It shows a preview and keeps nothing.
  dropList: 'harmless',
  // What is imported from a file was chosen for its preview.
  previewImport: 'chosen',
  importPlanned: 'written',
  exportCustomers: 'chosen',
  exportJournal: 'chosen',
  addCustomer: 'written',
  nameOwnTenant: 'written',
  annotate: 'written',
  addSamples: 'harmless',
  // The samples can be had again, and nobody writes about them what would be missed.
  removeSamples: 'harmless',
  editCustomers: 'written',
  acceptHeld: 'harmless',
  refuseHeld: 'harmless',
  // Its type and schema hold nothing of what is guarded: see SettingsChange.
  changeSettings: 'written',
  unconfirmHost: 'harmless',
  recordHotkey: 'harmless',
  pauseHotkeys: 'harmless',
  toggleFinder: 'harmless',
  hideFinder: 'harmless',
  showSettings: 'harmless',
  showSetup: 'harmless',
  openAppRegistrations: 'harmless',
  quit: 'harmless',
  // It brings back what was there.
  restoreCustomer: 'harmless',
  // It is checked and here; nothing that is under way is ended.
  lookForUpdate: 'harmless',
  restartToUpdate: 'harmless',
  forgetCustomer: 'handler',
  wipe: 'handler',
  chooseBrowserProgram: 'chosen',

  // Where it is not offered its handler says so.
  closeBrowsers: (_command, { platform }) => ok(closingOffered[platform] ? { kind: 'closeBrowsers' } : null),
  resetProfile: async ({ tenantId }, { directory, profiles }) => {
    const own = ownProfiles(await profiles.report(), tenantId);
    if (!own.ok) return own;
    const customer = identityOf(tenantId, directory) ?? unlisted(tenantId, nameOf(own.value[0]));
    return ok({ kind: 'resetProfile', customer });
  },
  clearProfile: async ({ profile, what }, { directory, profiles }) => {
    // A cache fills again by itself.
    if (what === 'cache') return ok(null);
    const row = (await profiles.report()).rows.find((each) => isSame(each, profile));
    return row === undefined
      ? err(problem('profile-gone', {}))
      : ok({ kind: 'clearProfile', profile: subjectOf(row, directory) });
  },
  deleteProfiles: async ({ profiles: doomed }, { directory, profiles }) => {
    const { rows } = await profiles.report();
    const found = doomed.flatMap((key) => rows.find((row) => isSame(row, key)) ?? []);
    if (doomed.length === 0 || found.length < doomed.length) return err(problem('profile-gone', {}));
    return ok({ kind: 'deleteProfiles', profiles: found.map((row) => subjectOf(row, directory)) });
  },
  removeCustomer: ({ tenantId }, { directory }) =>
    ok({ kind: 'removeCustomer', customer: identityOf(tenantId, directory) ?? unlisted(tenantId) }),
  deleteJournal: (_command, { settings }) =>
    // SECURITY: who must keep a journal must not lose it by a click.
    isLocked(settings, 'journal') && settings.current.journal
      ? locked('journal')
      : ok({ kind: 'deleteJournal' }),
  signOut: ({ accountId }, { accounts }) => {
    const account = accounts().find(({ id }) => id === accountId);
    return ok(account === undefined ? null : { kind: 'signOut', account: account.username });
  },
  endShift: (_command, { accounts }) =>
    ok(
      accounts().length === 0
        ? null
        : { kind: 'endShift', accounts: accounts().map((each) => each.username) },
    ),

  confirmHost: ({ host }, { settings }) => {
    if (parseDomain(host) !== host)
      return err(problem('page-address-invalid', { address: host.slice(0, 80) }));
    if (isLocked(settings, 'portalHosts')) return locked('portalHosts');
    const isKnown = [...exactHosts, ...settings.current.portalHosts].includes(host);
    return ok(isKnown ? null : { kind: 'confirmHost', host });
  },
  setBrowserArguments: ({ arguments: args }, { settings }) => {
    if (isLocked(settings, 'browserArguments')) return locked('browserArguments');
    const checked = checkArguments(args.slice(0, mostArguments));
    if (!checked.ok) return checked;
    const { browserArguments } = settings.current;
    return ok(
      args.every((arg) => browserArguments.includes(arg))
        ? null
        : { kind: 'setBrowserArguments', arguments: args },
    );
  },
  setCustomCommand: async ({ command }, { platform, settings }) => {
    const { customCommand } = settings.current;
    if (isLocked(settings, 'customCommand') && command !== customCommand) return locked('customCommand');
    if (isLocked(settings, 'customAllowed') && !settings.current.customAllowed)
      return locked('customAllowed');
    const parsed = parseCommand(command, platform);
    if (!parsed.ok) return parsed;
    const { args, executable } = parsed.value;
    if (await leadsToInterpreter(executable, platform))
      return err(problem('shell-refused', { program: executable.slice(0, 200) }));
    return ok({ kind: 'setCustomCommand', program: executable, arguments: args });
  },
  chooseSharedList: ({ from, of }, { settings }) => {
    const setting = listSetting(of);
    if (isLocked(settings, setting)) return locked(setting);
    // Its handler opens the dialog in which the file is chosen.
    if (from.kind === 'file') return ok(null);
    const url = parseHttpsAddress(from.address);
    return url === undefined
      ? err(problem('shared-list-invalid', { text: from.address.slice(0, 80) }))
      : ok({
          kind: of === 'hunts' ? 'chooseHuntList' : 'chooseSharedList',
          host: url.hostname,
          address: from.address,
        });
  },
};

/**
 * The ways in whose commands are asked about: our windows, and the tray, where a click may be a slip. Hotkeys only
 * show and open; the command line asks in its terminal.
 */
const askedAbout: ReadonlySet<WayIn> = new Set(['finder', 'setup', 'settings', 'tray']);

/** Asks the user, one question at a time, before what a window or the tray wants is done. */
export class AskFirst {
  readonly #context: AskContext;
  readonly #confirm: (question: Question) => Promise<boolean>;
  #isOpen = false;

  /** `confirm`: a dialog of the system's, which no page can answer. */
  constructor(context: AskContext, confirm: (question: Question) => Promise<boolean>) {
    this.#context = context;
    this.#confirm = confirm;
  }

  /**
   * Nothing where nothing has to be asked: then the command is carried out at once. Errors: `cancelled`, `question-open`,
   * or why it cannot be done.
   */
  before(command: Command, wayIn: WayIn): Promise<Result<void, Problem>> | undefined {
    const planner = questions[command.kind];
    if (!askedAbout.has(wayIn) || typeof planner === 'string') return undefined;
    return this.#ask(planner as Planner<CommandKind>, command);
  }

  /** Asks what a handler has to ask by itself: see `handler` of `Unasked`. */
  async confirm(question: Question): Promise<boolean> {
    return (await this.#alone(() => this.#confirm(question))) ?? false;
  }

  async #ask(planner: Planner<CommandKind>, command: Command): Promise<Result<void, Problem>> {
    const planned = await planner(command, this.#context);
    if (!planned.ok) return planned;
    const question = planned.value;
    if (question === null) return ok(undefined);
    const answer = await this.#alone(() => this.#confirm(question));
    if (answer === undefined) return err(problem('question-open', {}));
    return answer ? ok(undefined) : err(problem('cancelled', {}));
  }

  /** SECURITY: a page that asks and asks shows one dialog, and none above another that is being read. */
  async #alone<T>(ask: () => Promise<T>): Promise<T | undefined> {
    if (this.#isOpen) return undefined;
    this.#isOpen = true;
    try {
      return await ask();
    } finally {
      this.#isOpen = false;
    }
  }
}

function isSame(one: ProfileKey, other: ProfileKey): boolean {
  return one.browser === other.browser && one.kind === other.kind && one.id === other.id;
}

/** What names a customer of the list. */
function identityOf(
  tenantId: TenantId | null,
  directory: AskContext['directory'],
): CustomerIdentity | undefined {
  return tenantId === null ? undefined : directory.find(tenantId);
}

function unlisted(tenantId: TenantId, name: string = tenantId): CustomerIdentity {
  return { tenantId, name, domains: [] };
}

function subjectOf(row: ProfileRow, directory: AskContext['directory']): ProfileSubject {
  const name = nameOf(row) ?? row.id;
  if (row.tenantId === null || row.owner === 'account') return { name };
  return { name, customer: identityOf(row.tenantId, directory) ?? unlisted(row.tenantId, name) };
}

function nameOf(row: Pick<ProfileRow, 'name'> | undefined): string | undefined {
  return row === undefined || row.name === '' ? undefined : row.name;
}

function isLocked({ locked: names }: AskContext['settings'], name: keyof Settings): boolean {
  return names.includes(name);
}

function locked(setting: keyof Settings): Result<never, Problem> {
  return err(problem('setting-locked', { setting }));
}
