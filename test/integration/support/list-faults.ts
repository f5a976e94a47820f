import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountSourceId } from '#shared/customer/customer.ts';
import type { RouteName } from '../../world/exchange.ts';
import type { FaultScope } from '../../world/faults.ts';
import { FaultDesk, anywhere, kindOf, ofAnswers } from './fault-desk.ts';

const inLists: typeof anywhere = [
  ...anywhere,
  ...ofAnswers,
  ['every row twice, once without a name', { kind: 'twice' }, {}, 'ok'],
  ['pages without end', { kind: 'endless-paging' }, {}, 'paging-endless'],
  ['the first page again and again', { kind: 'repeated-paging' }, {}, 'paging-endless'],
  ['a next page on another host', { kind: 'foreign-next-link' }, {}, 'address-refused'],
];

export const firstPage: FaultScope = { when: ({ url }) => !url.searchParams.has('$skiptoken') };
export const laterPage: FaultScope = { when: ({ url }) => url.searchParams.get('$skiptoken') === '4' };

/** Whatever happens to one of a list's pages, the list that was there stays, and the next sync goes well. */
export function faultsOfLists(
  lists: readonly (readonly [string, AccountSourceId, RouteName, FaultScope])[],
): void {
  describe.each(lists)('%s', (_what, source, route, where) => {
    let faults: FaultDesk;
    // Each test ends with a sync that goes well, and so begins after one.
    beforeAll(async () => {
      faults = await FaultDesk.open(source);
      expect(kindOf(await faults.synced.sync.run())).toBe('ok');
    });
    afterAll(() => faults.close());

    test.each(inLists)('%s', async (_fault, fault, scope, kind) => {
      const [before, listed] = [await faults.onDisk(), faults.synced.directory.customers()];
      // A paging fault of one page would heal with the next one.
      const when = fault.kind === 'endless-paging' ? {} : where;
      faults.breakRoute(route, fault, { ...when, ...scope });
      expect(kindOf(await faults.synced.sync.run())).toBe(kind);
      expect(await faults.onDisk()).toEqual(before);
      expect(faults.synced.directory.customers()).toEqual(listed);
      expect(faults.synced.sync.status.problem?.kind ?? 'ok').toBe(kind);
      expect(faults.wentElsewhere()).toEqual([]);
      faults.mend();
      expect(kindOf(await faults.synced.sync.run())).toBe('ok');
      expect(faults.synced.sync.status.problem).toBeNull();
    });
  });
}
