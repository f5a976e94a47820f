import type { ImportProgress } from '../imports/import.ts';
import type { Platform } from '../platform.ts';
import type { SourceId } from '../customer/customer.ts';
import type { AccessChecks } from './access-check.ts';
import type { IncidentsStatus } from '../incidents/incidents.ts';
import type { Hunt } from '../hunts/hunt.ts';
import type { Language } from '../locales/language.ts';
import type { Problem } from '../problems/problem.ts';
import type { Settings } from '../settings/settings.ts';
import type { TenantId } from '../tenant/tenant-id.ts';
import type { BrowserPolicyStatus } from './policy-effect.ts';
import type { UpdateStatus } from './updates.ts';

/** All that windows and tray show about the application itself, as one value; a change sends a new one. */
export interface Status {
  readonly language: Language;
  readonly settings: Settings;
  /** Names of the settings an administrator has locked. */
  readonly locked: readonly (keyof Settings)[];
  readonly platform: Platform;
  readonly hotkey: HotkeyStatus;
  /** The one that opens the link in the clipboard. */
  readonly clipboardHotkey: HotkeyStatus;
  /** How often the hotkey was pressed until the first run is finished, which teaches it. */
  readonly hotkeyPresses: number;
  /** The user has let go of every hotkey until Tidegate starts again or they take it back. */
  readonly hotkeysPaused: boolean;
  /** The accounts that are signed in, also those that have to sign in again. */
  readonly accounts: readonly AccountStatus[];
  readonly signIn: 'idle' | 'waiting';
  readonly sync: SyncStatus;
  /** Browsers found here, best first; empty when there is none to open customers in. */
  readonly browsers: readonly BrowserStatus[];
  /** Why no customer could be opened now; null when one could, or nobody has looked yet. */
  readonly browserProblem: Problem | null;
  /** What is wrong with the path in the settings; null when nothing is, or there is none. */
  readonly browserPathProblem: Problem | null;
  /** Whether sign-ins survive a restart; null until it is known. */
  readonly tokensKept: boolean | null;
  /** What a shared list says and nobody may open until the user has accepted it. */
  readonly held: readonly HeldCustomer[];
  /** Which rows of a shared list are no customers; null when all are. A matter for whoever keeps it, so nothing is urgent. */
  readonly leftOut: Problem | null;
  /** The hunts of a team's list; empty when there is none. */
  readonly teamHunts: readonly Hunt[];
  /** Why that list could not be read last, or what of it was left out; null when all is well. */
  readonly teamHuntsProblem: Problem | null;
  /** Grows with each list that is dropped on a window while one waits to be imported; null while none does. */
  readonly dropped: number | null;
  /** How far an import or its preview is; null while none runs. */
  readonly importing: ImportProgress | null;
  /** What is odd in the shared list, though none of its rows is left out for that. */
  readonly sharedListTold: readonly Problem[];
  /** Customers opened since their browser started that still runs. Whether their window has been closed nobody tells. */
  readonly open: readonly TenantId[];
  /** Which tenants were asked whether they let an account in, since the start. */
  readonly access: AccessChecks;
  /** What is known of newer versions of Tidegate. */
  readonly update: UpdateStatus;
  /** How many incidents are active at customers, as far as that is counted. */
  readonly incidents: IncidentsStatus;
  /** Standing problems: a file set aside, a hotkey that is taken. Newest last. */
  readonly problems: readonly Problem[];
}

export interface BrowserStatus {
  readonly id: string;
  readonly name: string;
  /** Such as `156.0.7100.12`; absent when it is not known. */
  readonly version?: string;
  readonly isDefault: boolean;
  /** The user's own profiles in it, for level `own`. */
  readonly ownProfiles: readonly OwnProfileStatus[];
  /** What an administrator's policies do to customers' profiles in it. */
  readonly policies: readonly BrowserPolicyStatus[];
}

export interface OwnProfileStatus {
  readonly id: string;
  readonly name: string;
  readonly account?: string;
}

export interface HotkeyStatus {
  /** The accelerator that works now, or null when none does. */
  readonly active: string | null;
  /** The accelerator that was asked for and is taken, malformed or withheld by the session, or null. */
  readonly refused: string | null;
  /**
   * The command to bind a key of the desktop to, where the session gives no hotkey, or one that works only while an X11
   * window has the keyboard; null where hotkeys are to be had and work everywhere.
   */
  readonly instead: string | null;
}

export interface AccountStatus {
  /** MSAL's home account id. */
  readonly id: string;
  readonly username: string;
  readonly homeTenantId: TenantId;
  /** `needs-sign-in`: until the user signs in again, Microsoft tells it nothing; what it listed stays. */
  readonly state: 'ok' | 'needs-sign-in';
  /** Why it needs a sign-in; null while it needs none. */
  readonly problem: Problem | null;
}

export interface SyncStatus {
  /** Whether any source is being asked. */
  readonly running: boolean;
  /** ISO 8601 time of the last sync that succeeded, from disk after a restart; null before the first. */
  readonly lastSuccess: string | null;
  /** Why the last one failed, of several reasons the first; null when it did not. */
  readonly problem: Problem | null;
  /** The last sync succeeded and listed no customer: the user is told about guest and GDAP access. */
  readonly empty: boolean;
  /** Why names that a source left blank could not be looked up; null when they could, or nothing had to be. */
  readonly names: Problem | null;
  /** One entry for each source and account that is asked, or has left something on the list. */
  readonly sources: readonly SourceStatus[];
}

/** How one source stands for one account: what it is doing, what it last listed, what went wrong. */
export interface SourceStatus {
  readonly source: SourceId;
  /** MSAL's home account id; absent for a source that nobody signs in to. */
  readonly accountId?: string;
  /** Absent when that account is signed out. */
  readonly username?: string;
  /** `waiting`: the server has asked for patience, see `until`. */
  readonly state: 'idle' | 'waiting' | 'running';
  /** ISO 8601 time at which a waiting source is asked again; null when it does not wait. */
  readonly until: string | null;
  /** How many customers: so far, while it runs; else as last listed. Null before the first listing. */
  readonly listed: number | null;
  /** ISO 8601 time of its last whole listing, from disk after a restart; null before the first. */
  readonly at: string | null;
  /** Why the last listing failed; null when it did not, or has not been tried since the start. */
  readonly problem: Problem | null;
}

/** A row of a shared list that gives a known name or domain to another tenant. */
export interface HeldCustomer {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly domains: readonly string[];
  /** The tenants that the name or a domain is known for. */
  readonly known: readonly TenantId[];
}
