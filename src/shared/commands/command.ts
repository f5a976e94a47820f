import type { CustomersEdit } from '../customer/customers-edit.ts';
import type { AnnotationChange, SourceId } from '../customer/customer.ts';
import type { HelpText } from '../access/help-text.ts';
import { huntLimits } from '../hunts/hunt.ts';
import type {
  AboutList,
  ExportFormat,
  ImportOrigin,
  ImportPreview,
  RefusedImport,
} from '../imports/import.ts';
import type { HandOver } from '../journal/shift.ts';
import type { JournalFilter } from '../journal/journal-filter.ts';
import type { IsolationLevel } from '../customer/isolation.ts';
import type { CopiedText } from './copied-text.ts';
import type { Indicator } from '../portals/indicators/indicator.ts';
import type { PageId } from '../portals/page.ts';
import type { Problem } from '../problems/problem.ts';
import type { ProfileKey } from './profiles.ts';
import type { Result } from '../problems/result.ts';
import type { OwnPlace } from '../status/check-up.ts';
import type { SettingsPage } from '../settings/settings-page.ts';
import type { SettingsChange } from '../settings/settings.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/** Everything that can be asked of Tidegate, whichever way in it comes from. A new ability is a new member here. */
export type Command =
  /**
   * Open a customer's portal page in that customer's own browser profile. `query` is what was typed to find it;
   * `browser` and `level` are for this once, instead of what is set. With `indicator` its page in Defender instead.
   */
  | {
      readonly kind: 'open';
      readonly tenantId: TenantId;
      readonly page: PageId;
      readonly query?: string;
      readonly indicator?: Indicator;
      readonly how?: OpenHow;
    }
  /**
   * Open a page in several customers, in this order; with `hunting`, a query whose placeholders are each customer's, that;
   * with `indicator` its page in Defender; with `link`, a text whose link names no tenant, that link in each of them.
   */
  | {
      readonly kind: 'openMany';
      readonly tenantIds: readonly TenantId[];
      readonly page: PageId;
      readonly hunting?: string;
      readonly indicator?: Indicator;
      readonly link?: string;
    }
  /** The user has read the standing instruction that says this: it stops no launch until it says something else. */
  | { readonly kind: 'acknowledgeInstruction'; readonly tenantId: TenantId; readonly text: string }
  /** Put something about a customer into the clipboard; the link is that of `page`. */
  | {
      readonly kind: 'copy';
      readonly what: CopiedText;
      readonly tenantId: TenantId;
      readonly page: PageId;
    }
  /** Ask, then delete a customer's own browser profiles: the next launch begins afresh. */
  | { readonly kind: 'resetProfile'; readonly tenantId: TenantId }
  /** Ask, then end every browser that runs with a folder of Tidegate's. */
  | { readonly kind: 'closeBrowsers' }
  /** Keep the finder, in front, whatever takes the keyboard, until it is put away. */
  | { readonly kind: 'pinFinder' }
  /**
   * Open what a text says: the portal link in it, or else the Defender portal of the tenant it names. `shown` is the
   * customer the user was told: if the text means another one by now, nothing opens. `customer`: whom the user chose for a
   * link that names no tenant.
   */
  | {
      readonly kind: 'openLink';
      readonly text: string;
      readonly shown?: TenantId;
      readonly customer?: TenantId;
      readonly how?: OpenHow;
    }
  /** Like openLink, with the text in the clipboard. */
  | { readonly kind: 'openClipboard' }
  /**
   * Ask every source that is switched on, or just one, for every account. `believe`: an account (MSAL's home account id)
   * whose answer is taken even if most of what was listed is missing from it.
   */
  | { readonly kind: 'sync'; readonly source?: SourceId; readonly believe?: string }
  /** End what a sync is doing; what was listed before stays. */
  | { readonly kind: 'cancelSync' }
  /** Sign in, as the account given or as any. */
  | { readonly kind: 'signIn'; readonly accountId?: string }
  | { readonly kind: 'cancelSignIn' }
  | { readonly kind: 'signOut'; readonly accountId: string }
  /** Sign in at a customer's own tenant, if that wants it; as the account given, or the one that serves it. */
  | { readonly kind: 'stepUp'; readonly tenantId: TenantId; readonly accountId?: string }
  /** Ask these customers' tenants, at most `mostChecked`, whether they let their account in; answers show in the status. */
  | { readonly kind: 'checkAccess'; readonly tenantIds: readonly TenantId[] }
  | { readonly kind: 'cancelCheckAccess' }
  /** Ends the import or preview under way: nothing of it is kept. */
  | { readonly kind: 'cancelImport' }
  /** Ask these customers' tenants, at most `mostChecked`, for their incidents again, as soon as each may be asked. */
  | { readonly kind: 'askIncidents'; readonly tenantIds: readonly TenantId[] }
  /** Copy a text of the help, for this customer. */
  | { readonly kind: 'copyHelp'; readonly what: HelpText; readonly tenantId?: TenantId }
  /** Put what the doctor found, and the end of the log, into the clipboard for whoever helps. It names no customer. */
  | { readonly kind: 'copyReport' }
  /** Have the system show something of Tidegate's own. */
  | { readonly kind: 'showPlace'; readonly place: OwnPlace }
  /** Open Microsoft's page about an error; see `errorNumber`. */
  | { readonly kind: 'lookUpError'; readonly number: string }
  /** Ask, then remove all that is kept about a customer, whichever source lists it: see commands/leaving. */
  | { readonly kind: 'forgetCustomer'; readonly tenantId: TenantId }
  /** Bring back the customer that was removed last, with what the user wrote about it, unless Tidegate has ended since. */
  | { readonly kind: 'restoreCustomer'; readonly tenantId: TenantId }
  /**
   * Ask, then remove all of Tidegate's own data on this computer, and start afresh; `confirmed`: the user has been asked
   * already, and Tidegate ends.
   */
  | { readonly kind: 'wipe'; readonly confirmed?: true }
  /** Look for a newer version of Tidegate now. What comes of it shows in the status. */
  | { readonly kind: 'lookForUpdate' }
  /** End this Tidegate and start the newer one that is here. */
  | { readonly kind: 'restartToUpdate' }
  /** Select these customers in the finder, in this order; nothing opens. */
  | { readonly kind: 'selectCustomers'; readonly tenantIds: readonly TenantId[] }
  /**
   * Put what was opened in this shift into the clipboard: as a text for a ticket, or as links that select the same customers
   * in a colleague's finder.
   */
  | { readonly kind: 'handOver'; readonly what: HandOver }
  /** Write the lines of the journal that a filter wants to a file that the user is asked for, as a table. */
  | { readonly kind: 'exportJournal'; readonly filter: JournalFilter }
  /** Ask, then delete every line of the journal. */
  | { readonly kind: 'deleteJournal' }
  /** Sign every account out. */
  | { readonly kind: 'endShift' }
  /** Add customers from any text: see customers/formats for what is understood. */
  | { readonly kind: 'importText'; readonly text: string }
  /** Like importText, from a file, one that the user is asked for, or another origin. */
  | { readonly kind: 'importFile'; readonly from?: Exclude<ImportOrigin, { readonly kind: 'text' }> }
  /** A list was dropped on a window: show where it can be imported, with its preview. */
  | { readonly kind: 'dropList'; readonly bytes: Uint8Array }
  /** Tell what an import would change, and change nothing. */
  | { readonly kind: 'previewImport'; readonly from: ImportOrigin }
  /** Carry out exactly what a preview told; `import-outdated` when that cannot be. */
  | { readonly kind: 'importPlanned'; readonly plan: string }
  /** Write all customers and what the user wrote about them; without a place, an absolute path, the user is asked for one. */
  | { readonly kind: 'exportCustomers'; readonly format: ExportFormat; readonly file?: string }
  /** Add one customer by tenant id, domain or portal link; `name` is the user's own name for it. */
  | { readonly kind: 'addCustomer'; readonly reference: string; readonly name?: string }
  /** Put the sample customers on the user's own list, or take them all off again. */
  | { readonly kind: 'addSamples' }
  | { readonly kind: 'removeSamples' }
  /** Say which tenant is the MSSP's own, by what `addCustomer` takes; null takes that back. */
  | { readonly kind: 'nameOwnTenant'; readonly reference: string | null }
  /** Ask, then take a customer off the user's own list. What a sign-in lists stays. */
  | { readonly kind: 'removeCustomer'; readonly tenantId: TenantId }
  /** Change what the user wrote about a customer: see AnnotationChange. */
  | { readonly kind: 'annotate'; readonly tenantId: TenantId; readonly change: AnnotationChange }
  /** Change what the user wrote about several customers, all or none of them. */
  | { readonly kind: 'editCustomers'; readonly tenantIds: readonly TenantId[]; readonly edit: CustomersEdit }
  /** Let in, or keep out, what a shared list says of a tenant and is held back. */
  | { readonly kind: 'acceptHeld'; readonly tenantId: TenantId }
  | { readonly kind: 'refuseHeld'; readonly tenantId: TenantId }
  | { readonly kind: 'changeSettings'; readonly change: SettingsChange }
  /** Ask whether this host, by its name, is trusted with customers' profiles: then its pages and links may be opened. */
  | { readonly kind: 'confirmHost'; readonly host: string }
  /** Trust this host no longer. */
  | { readonly kind: 'unconfirmHost'; readonly host: string }
  /** Have the user choose the program of a browser that is not found by itself. */
  | { readonly kind: 'chooseBrowserProgram' }
  /** Ask, then give every browser these arguments from now on; none takes them all away, unasked. */
  | { readonly kind: 'setBrowserArguments'; readonly arguments: readonly string[] }
  /** Ask, then let level `custom` start this program with these arguments. */
  | { readonly kind: 'setCustomCommand'; readonly command: string }
  /**
   * Read the team's list of customers, or of hunts, from a file that the user chooses, or, once the user says so, from this
   * https address.
   */
  | { readonly kind: 'chooseSharedList'; readonly from: SharedListOrigin; readonly of?: 'hunts' }
  /** Throw away what a browser profile can do without: its cache, or, once asked, all that sites keep with its sign-ins. */
  | { readonly kind: 'clearProfile'; readonly profile: ProfileKey; readonly what: 'cache' | 'siteData' }
  /** Ask, naming them, then delete browser profiles of Tidegate's. */
  | { readonly kind: 'deleteProfiles'; readonly profiles: readonly ProfileKey[] }
  /** Let go of the hotkey while the user presses the keys of a new one; `false` takes it back. */
  | { readonly kind: 'recordHotkey'; readonly recording: boolean }
  /** Let the keys of every hotkey reach other programs until this is taken back, or Tidegate starts again. */
  | { readonly kind: 'pauseHotkeys'; readonly paused: boolean }
  | { readonly kind: 'toggleFinder' }
  | { readonly kind: 'hideFinder' }
  /** Until the first run has been confirmed its form comes instead. Without a page: the one seen last. */
  | { readonly kind: 'showSettings'; readonly page?: SettingsPage }
  /** Show the first steps again, or for the first time. */
  | { readonly kind: 'showSetup' }
  /** Open the page of Microsoft Entra on which an application is registered, in the user's own browser. */
  | { readonly kind: 'openAppRegistrations' }
  | { readonly kind: 'quit' };

export type SharedListOrigin =
  { readonly kind: 'file' } | { readonly kind: 'address'; readonly address: string };

/** For this one launch, in place of what customer, tags and settings say. */
export interface OpenHow {
  /** Id of a browser. */
  readonly browser?: string;
  readonly isolation?: IsolationLevel;
}

export type CommandKind = Command['kind'];

/** What an import did, for the user to read. `refused` has at most 100 rows; `refusedCount` counts them all. */
export interface ImportReport extends AboutList {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedImport[];
  readonly refusedCount: number;
}

/** One of several customers that could not be opened, by name, and why. */
export interface NotOpened {
  readonly tenantId: TenantId;
  readonly customer: string;
  readonly problem: Problem;
}

/** The most customers that are opened at once. */
export const mostOpened = 200;

/** The longest query in characters: what it becomes has to stand in an address. */
export const longestHunting = huntLimits.query;

/** What a command that succeeded has to tell. */
export type CommandDone =
  | { readonly kind: 'done' }
  | { readonly kind: 'opened'; readonly customer: string; readonly browser: string }
  | { readonly kind: 'openedMany'; readonly opened: number; readonly failed: readonly NotOpened[] }
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | { readonly kind: 'previewed'; readonly preview: ImportPreview }
  | { readonly kind: 'exported'; readonly file: string; readonly customers: number }
  | { readonly kind: 'journalExported'; readonly file: string; readonly lines: number }
  | { readonly kind: 'handedOver'; readonly customers: number };

export type CommandOutcome = Result<CommandDone, Problem>;
