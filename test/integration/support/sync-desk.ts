import { join } from 'node:path';
import { AccountListings } from '../../../src/main/customers/sync/account-listings.ts';
import { AnnotationStore } from '../../../src/main/customers/annotations/annotation-store.ts';
import { Directory } from '../../../src/main/customers/store/directory.ts';
import { ObservationStore } from '../../../src/main/customers/store/observations.ts';
import { AzureLighthouse } from '../../../src/main/customers/sources/azure-lighthouse.ts';
import { AzureTenants } from '../../../src/main/customers/sources/azure-tenants.ts';
import { Contracts } from '../../../src/main/customers/sources/contracts.ts';
import { blankDomains, blankNames, FillBlanks } from '../../../src/main/customers/sources/fill-blanks.ts';
import { InitialDomains } from '../../../src/main/customers/sources/initial-domains.ts';
import { Governance } from '../../../src/main/customers/sources/governance.ts';
import { Gdap } from '../../../src/main/customers/sources/gdap.ts';
import { NameLookup } from '../../../src/main/customers/sources/name-lookup.ts';
import { Sync } from '../../../src/main/customers/sync/sync.ts';
import type { Identity } from '../../../src/main/identity/identity.ts';
import { ApiClient } from '../../../src/main/system/net/api-client.ts';
import { clouds } from '#shared/settings/cloud.ts';
import { accountSourceIds } from '#shared/customer/customer.ts';
import { ok } from '#shared/problems/result.ts';
import { brief } from '../../unit/support/patience.ts';
import type { Desk } from './desk.ts';

/** What may be switched, and the clock, for one test. */
export interface SyncOptions {
  readonly sources?: readonly (typeof accountSourceIds)[number][];
  readonly lookUpNames?: boolean;
}

/** Everything between Microsoft and the list on disk, with every source switched on unless told otherwise. */
export class SyncDesk {
  readonly desk: Desk;
  readonly identity: Identity;
  readonly directory: Directory;
  readonly sync: Sync;
  readonly #names: NameLookup;
  readonly #domains: InitialDomains;
  now = '2026-03-01T10:00:00.000Z';

  constructor(desk: Desk, { sources = accountSourceIds, lookUpNames = true }: SyncOptions = {}) {
    const settings = { sources, lookUpNames };
    const api = new ApiClient(desk.http(), brief);
    const cloud = () => clouds.public;
    this.desk = desk;
    const identity = (this.identity = desk.identity(settings));
    this.directory = new Directory(
      new ObservationStore(join(desk.folder, 'observations')),
      new AnnotationStore(join(desk.folder, 'annotations.json')),
      () => new Date(this.now),
    );
    const path = join(desk.folder, 'tenant-names.json');
    this.#names = new NameLookup({ path, api, tokens: identity, cloud, mayAsk: () => lookUpNames });
    this.#domains = new InitialDomains(join(desk.folder, 'initial-domains.json'), api);
    const listings = new AccountListings({
      accounts: identity,
      tokens: identity,
      sources: [
        new AzureTenants(api),
        new FillBlanks(new Gdap(api), blankDomains(this.#domains)),
        new Governance(api),
        new Contracts(api),
        new AzureLighthouse(api),
      ].map((source) => new FillBlanks(source, blankNames(this.#names))),
      settings: () => settings,
      cloud,
    });
    this.sync = new Sync({
      plan: () => listings.plan(),
      directory: this.directory,
      names: () => this.#names.problem,
      now: () => new Date(this.now),
    });
  }

  /** Signs in in turn, as the accounts of the world with these numbers. */
  async signIn(...accounts: readonly number[]): Promise<void> {
    for (const number of accounts) {
      this.desk.openPage = (address) => {
        void this.desk.world.signInBy(address, this.desk.world.accounts[number]?.username ?? '');
        return Promise.resolve(ok(undefined));
      };
      await this.desk.signedIn(this.identity);
    }
  }

  username(number: number): string {
    return this.desk.world.accounts[number]?.username ?? '';
  }

  async close(): Promise<void> {
    this.sync.cancel();
    await Promise.all([
      this.directory.close(),
      this.#names.flush(),
      this.#domains.flush(),
      this.identity.flush(),
    ]);
  }
}
