import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DomainLookup } from '../../../../src/main/customers/sources/domain-lookup.ts';
import { ApiClient } from '../../../../src/main/system/net/api-client.ts';
import { clouds } from '#shared/settings/cloud.ts';
import { brief } from '../../../unit/support/patience.ts';
import { FaultDesk, anywhere, kindOf, ofAnswers } from '../../support/fault-desk.ts';

let faults: FaultDesk;

test.each([...anywhere, ...ofAnswers])(
  'tenant information: %s costs names and nothing else',
  async (_fault, fault, scope, kind) => {
    faults = await FaultDesk.open('azure-tenants', { blankGuests: 2 }, true);
    try {
      faults.breakRoute('graph.tenant-information', fault, scope);
      expect(kindOf(await faults.synced.sync.run())).toBe('ok');
      expect(faults.synced.directory.customers().size).toBe(8);
      expect(faults.synced.sync.status.names?.kind ?? 'ok').toBe(kind);
      expect(faults.wentElsewhere()).toEqual([]);
      faults.mend();
      expect(kindOf(await faults.synced.sync.run())).toBe('ok');
      expect(faults.synced.sync.status.names).toBeNull();
      expect(faults.synced.directory.find(faults.desk.customer(0))?.name).toBe(
        faults.desk.world.customers[0]?.name,
      );
    } finally {
      await faults.close();
    }
  },
);

test.each([...anywhere, ...ofAnswers])(
  'links of delegated administration: %s costs domains and nothing else',
  async (_fault, fault, scope, kind) => {
    faults = await FaultDesk.open('gdap');
    try {
      faults.breakRoute('graph.service-management', fault, scope);
      expect(kindOf(await faults.synced.sync.run())).toBe('ok');
      const found = [...faults.synced.directory.customers().values()];
      expect(found).toHaveLength(7);
      expect(found.every(({ domains }) => domains.length === (kind === 'ok' ? 1 : 0))).toBe(true);
      expect(faults.wentElsewhere()).toEqual([]);
      const asked = faults.desk.world.requests().filter(({ route }) => route === 'graph.service-management');
      // Where one question fails no more are begun.
      if (kind !== 'ok') expect(new Set(asked.map(({ url }) => url.pathname)).size).toBeLessThanOrEqual(3);
      faults.mend();
      expect(kindOf(await faults.synced.sync.run())).toBe('ok');
      expect(faults.synced.directory.find(faults.desk.customer(0))?.domains).toEqual([
        faults.desk.world.customers[0]?.domains.at(-1),
      ]);
    } finally {
      await faults.close();
    }
  },
);

describe('discovery', () => {
  beforeAll(async () => {
    faults = await FaultDesk.open('azure-tenants');
  });
  afterAll(() => faults.close());

  test.each([...anywhere, ...ofAnswers])('%s', async (_fault, fault, scope, kind) => {
    const lookup = new DomainLookup(new ApiClient(faults.desk.http(), brief), () => clouds.public);
    const domain = faults.desk.world.customers[0]?.defaultDomain ?? '';
    const found = async () => {
      const answer = (await lookup.findAll([domain])).get(domain);
      return answer && kindOf(answer);
    };
    faults.breakRoute('login.discovery', fault, scope);
    expect(await found()).toBe(kind);
    expect(faults.wentElsewhere()).toEqual([]);
    faults.mend();
    expect(await found()).toBe('ok');
  });
});
