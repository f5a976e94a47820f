import type { Session } from 'electron';
import { AccountListings } from '../customers/sync/account-listings.ts';
import { FollowSources } from '../customers/sync/follow-sources.ts';
import { Importer } from '../customers/imports/importer.ts';
import { FollowSharedList } from '../customers/shared-list/follow-shared-list.ts';
import { SharedList } from '../customers/shared-list/shared-list.ts';
import { sharedListFile } from '../customers/shared-list/shared-list-store.ts';
import { AzureLighthouse } from '../customers/sources/azure-lighthouse.ts';
import { AzureTenants } from '../customers/sources/azure-tenants.ts';
import { Contracts } from '../customers/sources/contracts.ts';
import { blankDomains, blankNames, FillBlanks } from '../customers/sources/fill-blanks.ts';
import { Gdap } from '../customers/sources/gdap.ts';
import { Governance } from '../customers/sources/governance.ts';
import { InitialDomains } from '../customers/sources/initial-domains.ts';
import { NameLookup } from '../customers/sources/name-lookup.ts';
import { Sync } from '../customers/sync/sync.ts';
import { SyncTimer } from '../customers/sync/sync-timer.ts';
import { Files } from '../system/files/files.ts';
import { startReader } from '../system/files/electron-reader-process.ts';
import { ElectronHttpClient } from '../system/net/electron-http-client.ts';
import type { Foundation } from './foundation.ts';
import type { Microsoft } from './microsoft.ts';

/** Where customers come from: Microsoft's listings, the team's shared list, what is imported. */
export type Customers = ReturnType<typeof buildCustomers>;

export function buildCustomers(
  { inBackground, now, paths, records: { directory, settings } }: Foundation,
  net: Session,
  { api, cloud, domains, identity }: Microsoft,
) {
  const names = new NameLookup({
    path: paths.names,
    api,
    tokens: identity,
    cloud,
    mayAsk: () => settings.current.lookUpNames,
  });
  const initialDomains = new InitialDomains(paths.initialDomains, api);
  const listings = new AccountListings({
    accounts: identity,
    tokens: identity,
    sources: [
      new AzureTenants(api),
      new FillBlanks(new Gdap(api), blankDomains(initialDomains)),
      new Governance(api),
      new Contracts(api),
      new AzureLighthouse(api),
    ].map((source) => new FillBlanks(source, blankNames(names))),
    settings: () => settings.current,
    cloud,
  });
  const files = new Files(startReader);
  const sharedList = new SharedList({
    place: () => settings.current.sharedList,
    encoding: () => settings.current.sharedListEncoding,
    file: sharedListFile(paths.sharedList),
    directory,
    lookup: domains,
    now,
    files,
    clientFor: (host) => new ElectronHttpClient(net, new Set([host])),
  });
  const sync = new Sync({
    plan: async () => [...(await listings.plan()), ...sharedList.plan()],
    directory,
    names: () => names.problem,
    now,
  });
  const followSharedList = new FollowSharedList({
    directory,
    sync,
    list: sharedList,
    watch: (file, changed) => files.watch(file, changed),
  });
  const syncTimer = new SyncTimer({
    sync: async () => {
      const outcome = await sync.run();
      return outcome.ok ? null : outcome.error;
    },
    minutes: () => settings.current.syncMinutes,
    now: Date.now,
    everyMinute: (tick) => {
      const timer = setInterval(() => inBackground(tick(), 'a sync by the clock'), 60_000);
      return () => clearInterval(timer);
    },
  });
  return {
    files,
    names,
    initialDomains,
    sharedList,
    sync,
    followSharedList,
    syncTimer,
    sources: new FollowSources(directory, sync, settings.current),
    importer: new Importer(directory, domains),
  };
}
