import type { LanguageChoice } from '../locales/language.ts';
import type { CloudId } from './cloud.ts';
import type { AccountSourceId } from '../customer/customer.ts';
import { defaultPortalSettings, type PortalSettings } from '../portals/portal-settings.ts';
import type { IsolationLevel, TagRule } from '../customer/isolation.ts';
import type { TenantId } from '../tenant/tenant-id.ts';
import type { ListEncoding } from '../imports/list-encoding.ts';

/** What can be set. Every layer is a part of this; the defaults are all of it. */
export interface Settings extends PortalSettings {
  readonly language: LanguageChoice;
  /** An Electron accelerator, or null while the user has not confirmed one: then the first free default serves. */
  readonly hotkey: string | null;
  /** An Electron accelerator that opens the link in the clipboard; null for none. */
  readonly clipboardHotkey: string | null;
  /** Application (client) id of the MSSP's own registration; null until set: everything but sign-in works. */
  readonly clientId: string | null;
  /** A tenant id, a domain, or `organizations`: the last part of the authority to sign in at. */
  readonly authority: string;
  readonly cloud: CloudId;
  /** The sources that are asked as the accounts that are signed in. Each needs a consent of its own. */
  readonly sources: readonly AccountSourceId[];
  /** Ask Microsoft Graph, once each, for the names that a source leaves blank. Needs a consent of its own. */
  readonly lookUpNames: boolean;
  /** Ask customers' tenants how many incidents are active there. Needs a consent of each customer's. */
  readonly incidents: boolean;
  /** Minutes until a customer is asked for its incidents again. */
  readonly incidentMinutes: number;
  /** Tell on the desktop of a new incident of severity high at a favourite customer. */
  readonly incidentNotices: boolean;
  /** When no notice is shown; null for never. */
  readonly quietHours: QuietHours | null;
  /** Minutes between two syncs; 0 for none but at start and on demand. */
  readonly syncMinutes: number;
  /** The MSSP's own tenant, as the user named it; null while nobody has: then a sign-in tells it. */
  readonly ownTenant: TenantId | null;
  /** Path or https address of the team's list of customers; null for none. */
  readonly sharedList: string | null;
  /** How the letters of the shared list are written; null to find it out. */
  readonly sharedListEncoding: ListEncoding | null;
  /** Path or https address of the team's list of hunts; null for none. */
  readonly huntList: string | null;
  /** Id of the browser to open customers in; null for the best that is found. */
  readonly browser: string | null;
  /** How customers are kept apart where neither the customer nor a tag says otherwise. */
  readonly isolation: IsolationLevel;
  /** Levels and browsers for tags; the first rule that fits decides. */
  readonly tagRules: readonly TagRule[];
  /** Absolute path of a browser that is not found by itself; null for none. */
  readonly browserPath: string | null;
  /** Given to every browser besides Tidegate's own arguments; what would undo isolation is refused. */
  readonly browserArguments: readonly string[];
  /** Id of the profile in the user's own browser that level `own` opens; null while none was chosen. */
  readonly ownProfile: string | null;
  /** What level `custom` starts: a program and its arguments with {url}, {tenantId} and {name}; null for nothing. */
  readonly customCommand: string | null;
  /** Level `custom` may start something. Off unless the user, or an administrator, switches it on. */
  readonly customAllowed: boolean;
  /** Firefox on Windows signs in with the account of Windows. */
  readonly windowsSso: boolean;
  /** Keep sign-ins between starts, encrypted by the operating system. */
  readonly persistTokens: boolean;
  /** Show the finder with what was typed last, ready to be typed over; else empty. */
  readonly keepQuery: boolean;
  /** The finder goes once something has been copied, unless it is pinned. */
  readonly hideAfterCopy: boolean;
  /** Light or dark, in every window; `system` follows the desktop. */
  readonly theme: Theme;
  /** How much room a row of the finder takes. */
  readonly rowSize: RowSize;
  /** Enter opens the page that was opened last for the customer, instead of the Defender portal. */
  readonly repeatDestination: boolean;
  /** What is copied for a ticket: see commands/copied-text; null for the usual text in the user's language. */
  readonly ticketTemplate: string | null;
  /** Tell by a notice of the system's that an account's sign-in has ended. */
  readonly notifySignIn: boolean;
  /** Tell of accesses that end within 14 days. */
  readonly notifyAccess: boolean;
  /** Tell of customers that a sync brought or lost. */
  readonly notifyCustomers: boolean;
  /** Tell that another program has taken the hotkey. */
  readonly notifyHotkey: boolean;
  /** Note every customer that is opened in the journal. */
  readonly journal: boolean;
  /** Days after which a line of the journal goes. */
  readonly journalDays: number;
  /** The system starts Tidegate, hidden, when the user signs in to it. */
  readonly startAtLogin: boolean;
  /** Look for newer versions of Tidegate, where the package has the address of a feed. */
  readonly updates: boolean;
  /** The first-run form has been confirmed. */
  readonly setUp: boolean;
}

/** The fewest and the most days for which the journal can keep a line. */
export const journalDayLimits = { fewest: 1, most: 1_095 } as const;

/** Settings that name a program, an argument, a host or the place of a list. */
export type GuardedSetting =
  | 'sharedList'
  | 'huntList'
  | 'browserPath'
  | 'browserArguments'
  | 'customCommand'
  | 'customAllowed'
  | 'portalHosts';

/**
 * What a window may change by itself. SECURITY: a guarded setting can only be switched off here; to name something each
 * has a command of its own, with a dialog of the system's that no page can answer. The own tenant has a command too: it
 * looks up what is typed.
 */
export type SettingsChange = Partial<
  Omit<Settings, GuardedSetting | 'ownTenant'> & {
    readonly sharedList: null;
    readonly huntList: null;
    readonly browserPath: null;
    readonly customCommand: null;
    readonly customAllowed: false;
  }
>;

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const rowSizes = ['usual', 'compact'] as const;
export type RowSize = (typeof rowSizes)[number];

/** Times of the day on this computer's clock, such as `22:00`; the end may be on the next day. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

export const defaultSettings: Settings = {
  language: 'system',
  hotkey: null,
  clipboardHotkey: null,
  clientId: null,
  authority: 'organizations',
  cloud: 'public',
  // The one that every sign-in can ask for itself; the others need an administrator's consent or role.
  sources: ['azure-tenants'],
  lookUpNames: false,
  incidents: false,
  incidentMinutes: 15,
  incidentNotices: false,
  quietHours: null,
  syncMinutes: 60,
  ownTenant: null,
  sharedList: null,
  huntList: null,
  sharedListEncoding: null,
  browser: null,
  isolation: 'profile',
  tagRules: [],
  browserPath: null,
  browserArguments: [],
  ownProfile: null,
  customCommand: null,
  customAllowed: false,
  windowsSso: false,
  persistTokens: true,
  keepQuery: true,
  hideAfterCopy: true,
  theme: 'system',
  rowSize: 'usual',
  repeatDestination: false,
  ticketTemplate: null,
  notifySignIn: true,
  notifyAccess: true,
  notifyCustomers: true,
  notifyHotkey: true,
  journal: true,
  journalDays: 90,
  startAtLogin: false,
  updates: true,
  setUp: false,
  ...defaultPortalSettings,
};

/** The layers from weakest to strongest. An administrator gives a default or locks a value. */
export interface SettingsLayers {
  readonly policyDefault: Partial<Settings>;
  readonly user: Partial<Settings>;
  readonly policyLock: Partial<Settings>;
}

/** The settings in force: default < policy default < user < policy lock. */
export function resolveSettings(layers: SettingsLayers): Settings {
  return { ...defaultSettings, ...layers.policyDefault, ...layers.user, ...layers.policyLock };
}
