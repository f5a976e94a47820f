import { describe, expect, it } from 'vitest';
import { pairsOfDigits, placesInId, readIdParts } from '#shared/search/id-parts.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { noUsage } from '#shared/status/usage.ts';
import { readCustomers } from '../../../bench/search/customers.ts';
import { shortenId } from '../../../bench/search/id-parts.ts';
import { seeded } from '../../../bench/search/random.ts';
import { customer, found } from './people.ts';

const withId = (n: number, name: string, tenantId: string, more = {}) =>
  customer(n, name, { tenantId: tenantId as TenantId, ...more });
const list = [
  withId(1, 'Contoso', '7d3fa21c-0b01-47cc-9e1f-41eb9f3d8a2c'),
  withId(2, 'Fabrikam', '0c9a5512-6ab4-4d20-b7e3-0192837465fe'),
  withId(3, 'Facet Optics', '51c0ffee-face-4bad-8dad-1234567890ab'),
];

describe('a part of a tenant id', () => {
  it.each([
    '7d3fa21c',
    '0b01',
    '0b01-47cc',
    '0B01-47CC',
    '47cc-9e1f',
    '0b0147cc',
    '-47cc-',
    '0b01…',
    '…0b01',
    '0b01...',
    '...-47cc-...',
    '7d3fa21c…',
    '7d3fa21c...8a2c',
    '7D3F…8A2C',
    '7d3fa21c-****-****-****-41eb9f3d8a2c',
    '41eb9f3d8a2c',
    '3d8a2c',
    '…8a2c',
    'fa21c-0b01',
    '1eb9f3',
    '{7d3fa21c-0b01',
  ])('finds the customer alone: %s', (query) => {
    expect(found(list, query)).toEqual(['Contoso']);
  });

  it.each([
    '0b01-9e1f',
    '8a2c…7d3f',
    '7d3fa21c…47cc',
    '7d…2c',
    '0b-0147',
    '1eb9',
    '7d3f-a21c',
    '0b01.47cc',
    '....',
  ])('finds nobody where it does not stand so: %s', (query) => {
    expect(found(list, query)).toEqual([]);
  });

  it('is below names, and a word that happens to be hexadecimal counts as whole groups and ends only', () => {
    expect(found(list, 'face')).toEqual(['Facet Optics']);
    expect(search(new SearchIndex(list), 'face', noUsage, 0)[0]?.field).toBe('name');
    expect(found([withId(4, 'Zulu', '51c0ffee-fade-4bad-8dad-1234567890ab')], 'fade')).toEqual(['Zulu']);
    expect(found([withId(4, 'Zulu', '51c0ffee-1111-4bad-8dad-12adecade0ab')], 'decade')).toEqual([]);
  });

  it('puts the head of an id before a group, and a group before the middle of one', () => {
    const other = [
      withId(1, 'Middle', '11112222-3333-4444-8888-aa12345bbbbb'),
      withId(2, 'Group', '11112222-3333-4444-8888-12345bbbbbbb'),
      withId(3, 'Head', '12345222-3333-4444-8888-bbbbbbbbbbbb'),
    ];
    expect(found(other, '12345')).toEqual(['Head', 'Group', 'Middle']);
  });

  it('does not find a hidden customer', () => {
    const hidden = withId(1, 'Contoso', '7d3fa21c-0b01-47cc-9e1f-41eb9f3d8a2c', { hidden: true });
    expect(found([hidden], '0b01-47cc')).toEqual([]);
    expect(found([hidden], hidden.tenantId)).toEqual(['Contoso']);
  });

  it.each([
    ['0b01-47cc', [[9, 18]]],
    ['0b0147cc', [[9, 18]]],
    ['3D8A2C', [[30, 36]]],
    [
      '7d3fa21c…8a2c',
      [
        [0, 8],
        [32, 36],
      ],
    ],
    ['7d3fa21c0b01', [[0, 13]]],
  ])('is marked where it stands: %s', (query, ranges) => {
    const [hit] = search(new SearchIndex(list), query, noUsage, 0);
    expect([hit?.step, hit?.field, hit?.text, hit?.ranges]).toEqual(['id', 'id', list[0]?.tenantId, ranges]);
  });
});

describe('a word of hexadecimal digits', () => {
  const names = [
    customer(101, 'Bad Face 1292'),
    customer(102, 'Fund 2060'),
    customer(103, 'D2a9 Ltd'),
    customer(104, '2b4ce Labs'),
    customer(105, 'A2b9x62q2 Fund'),
  ];

  it.each(['2962', '2692f', '2b4cf', '2b4cce', 'd2a8', '0602', 'a2962', 'b4ce2'])(
    'is never a typo of a name: %s',
    (query) => {
      expect(found(names, query)).toEqual([]);
    },
  );

  it('finds the names that have it as it is', () => {
    expect(found(names, '2060')).toEqual(['Fund 2060']);
    expect(found(names, '2b4ce')).toEqual(['2b4ce Labs']);
    expect(found(names, 'b4ce')).toEqual(['2b4ce Labs']);
    expect(found(names, 'fudn 2060')).toEqual(['Fund 2060']);
    expect(found(names, 'fnd 2061')).toEqual([]);
  });
});

describe('the pairs of digits of an id', () => {
  const ids = readCustomers().map(({ tenantId }) => tenantId);
  const random = seeded(5);
  const queries = ids.slice(0, 60).flatMap((id) => readIdParts(shortenId(id, random)) ?? []);
  const passing = queries.map((parts) =>
    ids.filter((id) => (pairsOfDigits(id) & parts.pairs) === parts.pairs),
  );

  it('refuse no id that has the parts', () => {
    expect(queries.length).toBeGreaterThan(50);
    queries.forEach((parts, at) => {
      for (const id of ids) if (placesInId(parts, id) !== undefined) expect(passing[at]).toContain(id);
    });
  });

  it('spare a keystroke the reading of nine in ten ids', () => {
    const read = passing.reduce((sum, some) => sum + some.length, 0);
    expect(read).toBeLessThan(queries.length * ids.length * 0.1);
  });
});
