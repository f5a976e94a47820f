import type { IsolationLevel } from './isolation.ts';
import type { SecurityRole } from './security-role.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/**
 * How a source says a customer is reached, strongest statement first.
 * `own`: the MSSP's own tenant. `member`: the account is a member or guest there (ARM does not tell which).
 * `gdap`: a delegated admin relationship. `governance`: the own tenant governs it. `lighthouse`: it delegated Azure
 * subscriptions, which proves no access to Defender. `csp`: a partner contract, which is business and proves no access.
 * `list`: somebody wrote it down (pasted, imported, added by hand, a shared list), which proves no access.
 */
export const accessKinds = ['own', 'member', 'gdap', 'governance', 'lighthouse', 'csp', 'list'] as const;
export type AccessKind = (typeof accessKinds)[number];

/** One source's view of one customer, as of that source's last good sync. */
export interface ObservedCustomer {
  readonly tenantId: TenantId;
  /** As the source gives it; absent when blank, as ARM leaves it for some guests. */
  readonly name?: string;
  readonly defaultDomain?: string;
  /** Every verified domain the source tells, in its order, lower case. */
  readonly domains: readonly string[];
  readonly access: AccessKind;
  /** When this access ends, ISO 8601, if it is known to end and not to renew by itself. */
  readonly ends?: string;
  /**
   * Which of the roles that open Defender this access may bring: what the active GDAP relationships grant. Empty: none;
   * absent: not told.
   */
  readonly securityRoles?: readonly SecurityRole[];
  /** The source's last good sync that still listed it, ISO 8601; absent while it is listed. */
  readonly lastListed?: string;
}

/** What one source reported for one account. The account is absent for what was added without signing in. */
export interface Observation {
  readonly source: SourceId;
  readonly accountId?: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly customers: readonly ObservedCustomer[];
}

/**
 * Where customers come from, the word that counts most for a name first.
 * `shared-list` is a team's file that is read again and again; `list` is what this user pasted, imported or added.
 */
export const sourceIds = [
  'azure-tenants',
  'gdap',
  'governance',
  'contracts',
  'lighthouse',
  'shared-list',
  'list',
] as const;
export type SourceId = (typeof sourceIds)[number];

/** The sources that are asked as an account that is signed in. */
export const accountSourceIds = [
  'azure-tenants',
  'gdap',
  'governance',
  'contracts',
  'lighthouse',
] as const satisfies SourceId[];

/** Kinds of access by which an account is let into a customer's tenant; the others are business, Azure alone, or hearsay. */
export const provingKinds: ReadonlySet<AccessKind> = new Set(['own', 'member', 'gdap', 'governance']);
export type AccountSourceId = (typeof accountSourceIds)[number];

/** A link of the user's own for one customer, such as the access package to ask for access with. */
export interface CustomLink {
  readonly name: string;
  /** https, on a host that the user has confirmed or the portals' list has. */
  readonly url: string;
}

/** What has to be known whenever this customer is opened. */
export interface Instruction {
  readonly text: string;
  /** Shown before each launch until it has been acknowledged; else only in the finder. */
  readonly atLaunch: boolean;
}

/** What the user wrote about a customer. Nothing but the user changes it. */
export interface Annotation {
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly tags?: readonly string[];
  readonly favourite?: boolean;
  /** Kept off the list: found only by its whole name, alias, domain or tenant id. */
  readonly hidden?: boolean;
  readonly note?: string;
  readonly instruction?: Instruction;
  /** `#rrggbb`, instead of the one derived from the tenant id. */
  readonly colour?: string;
  readonly links?: readonly CustomLink[];
  /** Id of the browser to open this customer in, instead of the one in the settings. */
  readonly browser?: string;
  /** Isolation level, instead of the one in the settings. */
  readonly isolation?: IsolationLevel;
  /** Id of the user's own browser profile for level `own`, instead of the one in the settings. */
  readonly ownProfile?: string;
  /** MSAL home account id of the account that serves this customer, when several reach it. */
  readonly accountId?: string;
}

/** A change of what the user wrote: a member that is not there stays as it is, and `null` removes it. */
export type AnnotationChange = { readonly [K in keyof Annotation]?: Annotation[K] | null };

/** A customer as everybody sees it: merged from all observations and the user's annotation. */
export interface Customer extends Omit<Annotation, 'name' | 'aliases' | 'tags' | 'favourite' | 'hidden'> {
  readonly tenantId: TenantId;
  /** Never empty: own name, else best observed name, else domain, else the tenant id itself. */
  readonly name: string;
  /** The user's own name, where there is one. */
  readonly ownName?: string;
  readonly defaultDomain?: string;
  readonly domains: readonly string[];
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly favourite: boolean;
  readonly hidden: boolean;
  readonly access: readonly AccessKind[];
  /** The accounts (MSAL home account ids) that reported it. */
  readonly accountIds: readonly string[];
  /** When the last of its accesses ends, ISO 8601; absent when one is not known to end. */
  readonly ends?: string;
  /** Which of the roles that open Defender GDAP may bring here; empty: none, absent: not told. */
  readonly securityRoles?: readonly SecurityRole[];
  /** ISO 8601 time of the newest good sync that listed it, when no source lists it any more. */
  readonly lastListed?: string;
}
