import { expect, it } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import { browse } from '#shared/search/browse.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { fromAToZ } from '#shared/search/order.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCustomer } from '../../support/samples.ts';

const someCustomers = fc
  .array(fc.string({ unit: 'binary', minLength: 1 }), { maxLength: 30 })
  .map((names) => names.map((name) => aCustomer({ name })));

const namesIn = (index: SearchIndex): readonly string[] => index.aToZ().map(({ customer }) => customer.name);

it('a list that came in order is the same as one that was sorted, also after changes', () => {
  fc.assert(
    fc.property(someCustomers, someCustomers, fc.nat(), (first, more, at) => {
      const sorted = new SearchIndex();
      sorted.apply({ reset: false, upsert: first, remove: [] });
      const ordered = new SearchIndex();
      ordered.apply({ reset: false, ordered: true, upsert: fromAToZ(first), remove: [] });
      expect(namesIn(ordered)).toEqual(namesIn(sorted));
      expect(browse(ordered, noUsage)).toEqual(browse(sorted, noUsage));
      const remove = first
        .slice(at % (first.length + 1))
        .slice(0, 1)
        .map(({ tenantId }) => tenantId);
      for (const index of [sorted, ordered]) {
        // Whether the keys were made before or come after makes no difference.
        if (at % 2 === 0) index.complete();
        index.apply({ reset: false, upsert: more, remove });
      }
      expect(namesIn(ordered)).toEqual(namesIn(sorted));
    }),
  );
});

it('no list is taken for ordered that is added to another', () => {
  const index = new SearchIndex([aCustomer({ name: 'b' })]);
  const upsert = [aCustomer({ name: 'a' }), aCustomer({ name: 'c' })];
  index.apply({ reset: false, ordered: true, upsert, remove: [] });
  expect(namesIn(index)).toEqual(['a', 'b', 'c']);
});
