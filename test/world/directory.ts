import { consumerDomains, consumerTenantId, guidFrom, homeTenant, otherProvider } from './tenants.ts';
import type { WorldIncident } from './incidents.ts';
import type { WorldTenant } from './tenants.ts';

/** Someone who can sign in. */
export interface WorldAccount {
  readonly username: string;
  readonly displayName: string;
  /** Object id in the home tenant. */
  readonly objectId: string;
  readonly homeTenantId: string;
}

/** A delegated admin relationship of the partner that an account works for. */
export interface WorldRelationship {
  readonly tenant: WorldTenant;
  /** ISO 8601. */
  readonly ends: string | null;
  readonly renews: boolean;
  /** Default: active. */
  readonly status?: string;
  readonly reseller?: boolean;
  /** Of a reseller's: it has not consented yet. */
  readonly consentPending?: boolean;
  /** Template ids of the roles it grants; null for an answer that tells none. Default: Security Reader. */
  readonly roles?: readonly string[] | null;
}

/** Who there is: the provider, its customers, its analysts, and which analyst reaches which customer. */
export class WorldDirectory {
  readonly home = homeTenant;
  readonly customers: readonly WorldTenant[];
  readonly accounts: readonly WorldAccount[];
  readonly #byId = new Map<string, WorldTenant>();
  readonly #byDomain = new Map<string, string>();
  readonly #reached = new Map<string, readonly string[]>();
  readonly #relationships = new Map<string, readonly WorldRelationship[]>();
  readonly #governed = new Map<
    string,
    { readonly tenants: readonly WorldTenant[]; readonly others: readonly object[] }
  >();
  readonly #delegated = new Map<string, readonly WorldTenant[]>();
  readonly #incidents = new Map<string, readonly WorldIncident[]>();
  readonly #consented = new Set<string>();
  readonly #roleless = new Set<string>();
  readonly #contracts = new Map<string, readonly WorldTenant[]>();

  /**
   * The first account reaches every customer, the second only its own tenant. The third is at home with another
   * provider, and the first two customers have invited it too.
   */
  constructor(customers: readonly WorldTenant[]) {
    this.customers = customers;
    this.accounts = [
      account('Ada Analyst', 'ada.analyst', this.home),
      account('Ben Beginner', 'ben.beginner', this.home),
      account('Cleo Contractor', 'cleo.contractor', otherProvider),
    ];
    for (const each of [this.home, otherProvider, ...customers]) {
      this.#byId.set(each.tenantId, each);
      for (const domain of each.domains) this.#byDomain.set(domain, each.tenantId);
    }
    for (const domain of consumerDomains) this.#byDomain.set(domain, consumerTenantId);
    const [first, second, third] = this.accounts;
    if (first !== undefined) this.setReach(first.username, [this.home, ...customers]);
    if (second !== undefined) this.setReach(second.username, [this.home]);
    if (third !== undefined) this.setReach(third.username, [otherProvider, ...customers.slice(0, 2)]);
  }

  tenant(tenantId: string): WorldTenant | undefined {
    return this.#byId.get(tenantId.toLowerCase());
  }

  /** A tenant id for a tenant id or domain that exists. */
  resolve(reference: string): string | undefined {
    const text = reference.toLowerCase();
    return this.#byId.has(text) ? text : this.#byDomain.get(text);
  }

  account(username: string): WorldAccount | undefined {
    return this.accounts.find((each) => each.username === username);
  }

  /** The account's object id in a tenant: its own at home, a guest's elsewhere. */
  objectIdIn(of: WorldAccount, tenantId: string): string {
    return tenantId === of.homeTenantId ? of.objectId : guidFrom(`${of.objectId} in ${tenantId}`);
  }

  setReach(username: string, tenants: readonly WorldTenant[]): void {
    this.#reached.set(
      username,
      tenants.map((each) => each.tenantId),
    );
  }

  reached(username: string): readonly WorldTenant[] {
    const ids = this.#reached.get(username) ?? [];
    return ids.flatMap((id) => this.#byId.get(id) ?? []);
  }

  /** What the account sees of its partner's relationships, as an Admin Agent; nothing by default. */
  setRelationships(username: string, relationships: readonly WorldRelationship[]): void {
    this.#relationships.set(username, relationships);
  }

  relationships(username: string): readonly WorldRelationship[] {
    return this.#relationships.get(username) ?? [];
  }

  /** The tenants that the account's own tenant governs, and what else the list of relationships has. */
  setGoverned(username: string, tenants: readonly WorldTenant[], others: readonly object[] = []): void {
    this.#governed.set(username, { tenants, others });
  }

  governed(username: string): {
    readonly tenants: readonly WorldTenant[];
    readonly others: readonly object[];
  } {
    return this.#governed.get(username) ?? { tenants: [], others: [] };
  }

  /** The tenants that delegated a subscription each to the account's own tenant. */
  setDelegated(username: string, tenants: readonly WorldTenant[]): void {
    this.#delegated.set(username, tenants);
  }

  delegated(username: string): readonly WorldTenant[] {
    return this.#delegated.get(username) ?? [];
  }

  setContracts(username: string, tenants: readonly WorldTenant[]): void {
    this.#contracts.set(username, tenants);
  }

  contracts(username: string): readonly WorldTenant[] {
    return this.#contracts.get(username) ?? [];
  }

  /** Tenants without a say here have none. */
  setIncidents(tenantId: string, incidents: readonly WorldIncident[]): void {
    this.#incidents.set(tenantId, incidents);
  }

  incidents(tenantId: string): readonly WorldIncident[] {
    return this.#incidents.get(tenantId) ?? [];
  }

  /** An administrator of the tenant lets the application read incidents, or takes that back. Default: none has. */
  consentToIncidents(tenantId: string, consents = true): void {
    if (consents) this.#consented.add(tenantId);
    else this.#consented.delete(tenantId);
  }

  hasConsented(tenantId: string): boolean {
    return this.#consented.has(tenantId);
  }

  /** The account has no role in the tenant that reads incidents. Default: it has. */
  takeIncidentRole(username: string, tenantId: string): void {
    this.#roleless.add(`${username} ${tenantId}`);
  }

  mayReadIncidents(username: string, tenantId: string): boolean {
    return !this.#roleless.has(`${username} ${tenantId}`);
  }

  reaches(username: string, tenantId: string): boolean {
    return this.#reached.get(username)?.includes(tenantId) ?? false;
  }
}

function account(displayName: string, mailbox: string, home: WorldTenant): WorldAccount {
  const username = `${mailbox}@${home.defaultDomain}`;
  return { username, displayName, objectId: guidFrom(username), homeTenantId: home.tenantId };
}
