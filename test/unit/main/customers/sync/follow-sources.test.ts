import { beforeEach, expect, test } from 'vitest';
import { FollowSources } from '../../../../../src/main/customers/sync/follow-sources.ts';
import type { Listing } from '../../../../../src/main/customers/sources/listing.ts';
import { ObservationIndex } from '../../../../../src/main/customers/merge/observation-index.ts';
import type { Pages } from '../../../../../src/main/customers/sources/source.ts';
import { Sync } from '../../../../../src/main/customers/sync/sync.ts';
import type { AccountSourceId, ObservedCustomer } from '#shared/customer/customer.ts';
import { ok } from '#shared/problems/result.ts';
import { aTenantId } from '../../../support/samples.ts';

const on = (...sources: readonly AccountSourceId[]) => ({ sources, lookUpNames: false });
const aCustomer = (): ObservedCustomer => ({ tenantId: aTenantId(), domains: [], access: 'member' });

let observationIndex: ObservationIndex;
let sources: readonly AccountSourceId[];
let sync: Sync;
let follow: (...sources: readonly AccountSourceId[]) => Promise<unknown>;
/** How often each source was asked, what its first page names, and how to let it end. */
let asked: AccountSourceId[];
const named = {
  'azure-tenants': aCustomer(),
  gdap: aCustomer(),
  governance: aCustomer(),
  contracts: aCustomer(),
  lighthouse: aCustomer(),
};
let ends: Partial<Record<AccountSourceId, () => void>>;

beforeEach(() => {
  observationIndex = new ObservationIndex();
  sources = ['azure-tenants', 'gdap'];
  asked = [];
  ends = {};
  const directory = {
    observations: () => observationIndex.observations,
    propose: (...of: Parameters<ObservationIndex['propose']>) => void observationIndex.propose(...of),
    replace: async (...of: Parameters<ObservationIndex['replace']>) => {
      observationIndex.replace(...of);
      return ok(undefined);
    },
    removeSource: async (source: string) => {
      observationIndex.remove((observation) => observation.source === source);
      return ok(undefined);
    },
  };
  const listing = (source: AccountSourceId): Listing => ({
    source,
    account: { id: 'anne', username: 'anne@mssp.example' },
    async *pages(): Pages {
      asked.push(source);
      yield ok([named[source]]);
      await new Promise<void>((resolve) => (ends[source] = resolve));
    },
  });
  const plan = async () => sources.map(listing);
  sync = new Sync({ plan, directory, names: () => null, now: () => new Date() });
  const followSources = new FollowSources(directory, sync, on(...sources));
  follow = (...wanted) => {
    sources = wanted;
    return followSources.follow(on(...wanted));
  };
});

test('a source that is switched off goes with all it named, and the others come to their end', async () => {
  const run = sync.run();
  await expect.poll(() => Object.keys(ends)).toHaveLength(2);
  expect(await follow('gdap')).toEqual(ok(undefined));
  expect([...observationIndex.tenantIds()]).toEqual([named.gdap.tenantId]);
  for (const end of Object.values(ends)) end();
  await run;
  expect(observationIndex.observations).toMatchObject([{ source: 'gdap', customers: [named.gdap] }]);
  expect(asked).toEqual(['azure-tenants', 'gdap']);
});

test('a source that is switched off and on again while it is asked is asked anew', async () => {
  void sync.run();
  await expect.poll(() => Object.keys(ends)).toHaveLength(2);
  await follow('gdap');
  await follow('azure-tenants', 'gdap');
  const { 'azure-tenants': end } = ends;
  delete ends['azure-tenants'];
  end?.();
  await expect.poll(() => Object.keys(ends)).toHaveLength(2);
  ends['azure-tenants']?.();
  await expect.poll(() => observationIndex.observations).toMatchObject([{ source: 'azure-tenants' }]);
  expect(asked).toEqual(['azure-tenants', 'gdap', 'azure-tenants']);
});
