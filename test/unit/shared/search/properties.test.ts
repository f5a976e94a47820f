import { describe, expect, it } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { maxCells } from '#shared/search/climb.ts';
import { remember } from '#shared/search/frecency.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { foldText } from '#shared/search/normalise.ts';
import { readQuery } from '#shared/search/query.ts';
import { search } from '#shared/search/search.ts';
import { maxCandidates, typoCandidates } from '#shared/search/typo.ts';
import { noUsage, type Usage } from '#shared/status/usage.ts';
import { scaleTo, readCustomers } from '../../../bench/search/customers.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { layouts, onLayout } from '../../../bench/search/other-layouts.ts';
import { customer, id, named } from './people.ts';

const syllable = fc.constantFrom(
  'con',
  'to',
  'so',
  'bank',
  'of',
  'am',
  'é',
  'ß',
  '&',
  'Ltd',
  'GmbH',
  ' ',
  '.',
  '微软',
  'İ',
  '株式会社',
  '👍',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(syllable, { maxLength: 8 }).map((parts) => parts.join('')),
);
const customers: fc.Arbitrary<Customer[]> = fc
  .uniqueArray(
    fc.tuple(fc.nat(200), text, fc.array(text, { maxLength: 2 }), fc.option(fc.domain()), fc.boolean()),
    {
      selector: ([n]) => n,
      maxLength: 25,
    },
  )
  .map((rows) =>
    rows.map(([n, name, aliases, domain, favourite]) =>
      customer(n + 1, name || '?', {
        aliases,
        favourite,
        domains: domain === null ? [] : [domain],
        ...(domain === null ? {} : { defaultDomain: domain }),
      }),
    ),
  );
const usages: fc.Arbitrary<Usage> = fc
  .array(fc.tuple(fc.nat(200), text, fc.nat(1e9)), { maxLength: 5 })
  .map((opens) => opens.reduce((usage, [n, query, at]) => remember(usage, id(n + 1), query, at), noUsage));

/** All that a search answers, as plain data. */
const answer = (index: SearchIndex, query: string, usage: Usage): unknown =>
  search(index, query, usage, 1e9).map((hit) => ({ ...hit, customer: hit.customer.tenantId }));

/** Ids of the keys that are compared with the query letter by letter. */
function candidateKeys(index: SearchIndex, typed: string): number[] {
  const query = readQuery(typed);
  return query === undefined ? [] : typoCandidates(index, query, 3);
}

describe('whatever is typed', () => {
  it('never throws, and finds each customer of the list at most once and nobody else', () => {
    fc.assert(
      fc.property(customers, text, usages, (list, query, usage) => {
        const ids = search(new SearchIndex(list), query, usage, 1e9).map((hit) => hit.customer.tenantId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const found of ids) expect(list.some((one) => one.tenantId === found)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('marks ranges that lie in the text, in order and apart', () => {
    fc.assert(
      fc.property(customers, text, (list, query) => {
        for (const { text: shown, ranges } of search(new SearchIndex(list), query, noUsage, 0)) {
          let last = -1;
          for (const [start, end] of ranges) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(shown.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds a customer by its whole name, in any case', () => {
    fc.assert(
      fc.property(customers, fc.nat(), (list, n) => {
        const one = list[n % Math.max(1, list.length)];
        if (
          one === undefined ||
          readQuery(one.name) === undefined ||
          readQuery(one.name)?.domain !== undefined
        )
          return;
        const hits = search(new SearchIndex(list), one.name, noUsage, 0);
        expect(hits.map((hit) => hit.customer.tenantId)).toContain(one.tenantId);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the answer depends on list and query alone', () => {
  it('whatever the order in which the customers came', () => {
    fc.assert(
      fc.property(customers, text, usages, fc.nat(), (list, query, usage, turn) => {
        const other = [
          ...list.slice(turn % (list.length + 1)),
          ...list.slice(0, turn % (list.length + 1)),
        ].toReversed();
        expect(answer(new SearchIndex(other), query, usage)).toEqual(
          answer(new SearchIndex(list), query, usage),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('however the list came about', () => {
    const change = fc.record({
      reset: fc.boolean(),
      upsert: customers,
      remove: fc.array(fc.nat(200).map((n) => id(n + 1))),
    });
    fc.assert(
      fc.property(
        customers,
        fc.array(change, { maxLength: 6 }),
        fc.array(text, { minLength: 1, maxLength: 4 }),
        (list, changes, queries) => {
          const index = new SearchIndex(list);
          const now = new Map(list.map((one) => [one.tenantId, one]));
          for (const [i, { reset, upsert, remove }] of changes.entries()) {
            // Some of what is made when first needed is there before the change, some is not.
            if (i % 2 === 0) index.warm();
            answer(index, queries[0] ?? '', noUsage);
            index.apply({ reset, upsert, remove });
            if (reset) now.clear();
            for (const gone of remove) now.delete(gone);
            for (const one of upsert) now.set(one.tenantId, one);
          }
          const fresh = new SearchIndex(now.values());
          expect(index.size).toBe(now.size);
          for (const query of [...queries, ''])
            expect(answer(index, query, noUsage)).toEqual(answer(fresh, query, noUsage));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('also where more customers share letters with a slip than are compared', () => {
    const list = named(
      ...Array.from({ length: 1500 }, (_, i) => `Customer ${i} of ${i % 2 ? 'Aachen' : 'Bonn'}`),
    );
    const candidates = (index: SearchIndex, query: string): (string | undefined)[] =>
      candidateKeys(index, query).map((key) => index.bySlot[index.slotOfKey[key] ?? -1]?.customer.tenantId);
    const straight = new SearchIndex(list);
    const reversed = new SearchIndex(list.toReversed());
    const grown = new SearchIndex(
      Array.from({ length: 300 }, (_, i) => customer(5000 + i, `Rotterdam ${i} Bonn`)),
    );
    grown.warm();
    grown.apply({ reset: false, upsert: list, remove: [] });
    grown.apply({ reset: false, upsert: [], remove: Array.from({ length: 300 }, (_, i) => id(5000 + i)) });
    for (const query of ['cusotmer', 'cusotmer bonn', 'cutsomer 77 aacehn', 'bnon customer']) {
      const expected = candidates(straight, query);
      expect(expected).toHaveLength(maxCandidates);
      expect(candidates(reversed, query)).toEqual(expected);
      expect(candidates(grown, query)).toEqual(expected);
    }
  });

  it('and not on what was asked before', () => {
    const index = new SearchIndex(named('Contoso', 'Fabrikam', 'Northwind Traders'));
    const first = answer(index, 'nortwhind', noUsage);
    for (const query of ['c', 'zzzz', 'fabrikma', ''])
      answer(index, query, remember(noUsage, id(2), query, 0));
    expect(answer(index, 'nortwhind', noUsage)).toEqual(first);
  });
});

describe('parts of tenant ids', () => {
  const ids = fc.uuid();
  const idCustomers = fc
    .uniqueArray(fc.tuple(ids, text), { selector: ([tenantId]) => tenantId, minLength: 1, maxLength: 25 })
    .map((rows) =>
      rows.map(([tenantId, name], n) => customer(n + 1, name || '?', { tenantId: tenantId as TenantId })),
    );
  const dots = fc.constantFrom('', '…', '...', '*');

  it('find the customer, by any two groups or either end, however they are shortened', () => {
    fc.assert(
      fc.property(idCustomers, fc.nat(), fc.nat(3), dots, fc.boolean(), (list, n, group, more, upper) => {
        const tenantId = list[n % list.length]?.tenantId ?? '';
        const groups = tenantId.split('-');
        const head = tenantId.slice(0, 8);
        const pair = groups.slice(group, group + 2).join('-');
        const index = new SearchIndex(list);
        for (const part of [
          `${more}${pair}`,
          `${pair}${more}`,
          `${head}…${tenantId.slice(-4)}`,
          tenantId.slice(-12),
        ]) {
          const hits = search(index, upper ? part.toUpperCase() : part, noUsage, 0);
          const hit = hits.find((each) => each.customer.tenantId === tenantId);
          expect(hit).toBeDefined();
          if (hit?.field !== 'id') continue;
          const marked = hit.ranges.map(([start, end]) => hit.text.slice(start, end)).join('');
          expect(marked).toBe(part.replace(/[…*.]/g, ''));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are never taken for a misspelt name', () => {
    const fragment = fc.stringMatching(/^[0-9a-f]{4,12}$/).filter((digits) => /\d/.test(digits));
    const names = fc.array(fc.string({ unit: fc.constantFrom(...'0123abcdef -'), maxLength: 12 }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(names, fragment, (list, query) => {
        for (const hit of search(
          new SearchIndex(named(...list.map((name) => name || '?'))),
          query,
          noUsage,
          0,
        )) {
          if (hit.field === 'name') expect(foldText(hit.text)).toContain(query);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('another keyboard layout', () => {
  it('finds who is found by the letters that were meant, unless what was typed is a name itself', () => {
    const words = fc.stringMatching(/^[a-z]{4,10}$/);
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.constantFrom(...layouts.slice(0, 4)),
        (list, n, layout) => {
          const name = list[n % list.length] ?? '';
          const typed = onLayout(layout, name);
          const hits = search(new SearchIndex(named(...list)), typed, noUsage, 0);
          expect(hits.map((hit) => hit.text)).toContain(name);
          expect(hits.every(({ step }) => step === 'typos')).toBe(true);
          expect(hits.find((hit) => hit.text === name)?.ranges).toEqual([[0, name.length]]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the work of a keystroke is bounded', () => {
  const list = scaleTo(readCustomers(), 5000, 1);
  const index = new SearchIndex(list);
  const long = 'corporation international '.repeat(20);

  it('compares a few hundred names letter by letter at most', () => {
    for (const query of ['mircosoft', 'inetrnational', 'aaaaaaaa', 'corporatoin of amercia', long]) {
      expect(candidateKeys(index, query).length).toBeLessThanOrEqual(maxCandidates);
    }
  });

  it('fills in a bounded number of cells, whatever is typed', () => {
    const oneName = 31 * 20 * 100;
    fc.assert(
      fc.property(fc.oneof(text, fc.constantFrom(long, 'e'.repeat(300), 'inc '.repeat(70))), (query) => {
        index.table.cells = 0;
        search(index, query, noUsage, 0);
        // What is shown is compared once more, to mark it.
        expect(index.table.cells).toBeLessThan(maxCells + 51 * oneName);
      }),
      { numRuns: 60 },
    );
  });
});
