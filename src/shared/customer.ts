import type { TenantId } from './tenant-id.ts';

/**
 * How a source says a customer is reached.
 * `own`: the MSSP's own tenant. `member`: the account is a member or guest there (ARM does not tell which).
 * `list`: somebody wrote it down (pasted, imported, added by hand), which proves no access.
 */
export type AccessKind = 'own' | 'member' | 'list';

/** One source's view of one customer, as of that source's last good sync. */
export interface ObservedCustomer {
  readonly tenantId: TenantId;
  /** As the source gives it; absent when blank, as ARM leaves it for some guests. */
  readonly name?: string;
  readonly defaultDomain?: string;
  /** Every verified domain the source tells, in its order, lower case. */
  readonly domains: readonly string[];
  readonly access: AccessKind;
}

/** What one source reported for one account. The account is absent for what was added without signing in. */
export interface Observation {
  readonly source: SourceId;
  readonly accountId?: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly customers: readonly ObservedCustomer[];
}

export type SourceId = 'azure-tenants' | 'list';

/** What the user wrote about a customer. Nothing but the user changes it. */
export interface Annotation {
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly favourite?: boolean;
}

/** A customer as everybody sees it: merged from all observations and the user's annotation. */
export interface Customer {
  readonly tenantId: TenantId;
  /** Never empty: own name, else best observed name, else domain, else the tenant id itself. */
  readonly name: string;
  readonly defaultDomain?: string;
  readonly domains: readonly string[];
  readonly aliases: readonly string[];
  readonly favourite: boolean;
  readonly access: readonly AccessKind[];
  /** The accounts (MSAL home account ids) that reported it. */
  readonly accountIds: readonly string[];
}
