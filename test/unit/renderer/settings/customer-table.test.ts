import { describe, expect, it } from 'vitest';
import {
  sortColumns,
  tableRows,
  wholeTable,
  type TableQuery,
} from '../../../../src/renderer/settings/customers/table/rows.ts';
import { indicesInSight, rowHeight, shownHeight } from '../../../../src/renderer/settings/grid/in-sight.ts';
import {
  gridStart,
  moveInGrid,
  type GridState,
} from '../../../../src/renderer/settings/customers/table/selection.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { aCustomer } from '../../support/samples.ts';

const now = Date.parse('2026-11-28T12:00:00Z');
const listOf = (...customers: readonly Customer[]) =>
  new Map(customers.map((each) => [each.tenantId, each] as const));
const names = (customers: readonly Customer[], query: Partial<TableQuery> = {}, ordered = false) =>
  tableRows(listOf(...customers), { ...wholeTable, ...query }, { language: 'en', now, ordered }).map(
    ({ name }) => name,
  );

const list = [
  aCustomer({ name: 'Zürich Bank', defaultDomain: 'zb.example', domains: ['zb.example'], tags: ['gold'] }),
  aCustomer({ name: 'contoso', access: ['gdap'], ends: '2026-12-05T00:00:00Z', hidden: true }),
  aCustomer({ name: 'Adatum 10', access: ['list'], tags: ['silver', 'gold'], favourite: true }),
  aCustomer({
    name: 'Adatum 9',
    access: ['csp', 'gdap'],
    lastListed: '2026-01-01T00:00:00Z',
    colour: '#112233',
  }),
];

describe('the table of all customers', () => {
  it('lists everybody from A to Z, numbers by their size, hidden ones too', () => {
    expect(names(list)).toEqual(['Adatum 9', 'Adatum 10', 'contoso', 'Zürich Bank']);
    expect(names(list, { descending: true })).toEqual(['Zürich Bank', 'contoso', 'Adatum 10', 'Adatum 9']);
  });

  it.each<[string, Partial<TableQuery>, readonly string[]]>([
    ['every word, without case and accents', { text: 'BANK zurich' }, ['Zürich Bank']],
    ['a domain', { text: 'zb.ex' }, ['Zürich Bank']],
    ['a tag in the text', { text: 'silver' }, ['Adatum 10']],
    ['how it is reached', { access: 'gdap' }, ['Adatum 9', 'contoso']],
    ['a tag', { tag: 'gold' }, ['Adatum 10', 'Zürich Bank']],
    ['hidden', { state: 'hidden' }, ['contoso']],
    ['favourites', { state: 'favourite' }, ['Adatum 10']],
    ['an access that ends', { state: 'ending' }, ['contoso']],
    ['no longer listed', { state: 'gone' }, ['Adatum 9']],
    ['listed now', { state: 'listed' }, ['Adatum 10', 'contoso', 'Zürich Bank']],
    ['something written about it', { state: 'written' }, ['Adatum 9']],
    ['all of these at once', { tag: 'gold', state: 'favourite', text: 'ada' }, ['Adatum 10']],
  ])('filters by %s', (_what, query, expected) => {
    expect(names(list, query)).toEqual(expected);
  });

  it('sorts by each column, and what says nothing comes last either way', () => {
    for (const sort of sortColumns)
      for (const descending of [false, true]) expect(names(list, { sort, descending })).toHaveLength(4);
    expect(names(list, { sort: 'tags' }).slice(0, 2)).toEqual(['Zürich Bank', 'Adatum 10']);
    expect(names(list, { sort: 'tags', descending: true }).slice(0, 2)).toEqual(['Adatum 10', 'Zürich Bank']);
  });

  it('does not sort again what comes from A to Z', () => {
    // In an order that no sort would give, so that it shows.
    expect(names(list, {}, true)).toEqual(list.map(({ name }) => name));
  });

  it('has few rows in the page, however many there are, and always the one with the keyboard', () => {
    for (const scrollTop of [0, 1, 123_456, 10_000 * rowHeight - shownHeight]) {
      const indices = indicesInSight(10_000, scrollTop, 5_000);
      expect(indices.length).toBeLessThan(40);
      expect(indices).toContain(5_000);
      const first = Math.floor(scrollTop / rowHeight);
      for (let row = first; row * rowHeight < scrollTop + shownHeight && row < 10_000; row += 1)
        expect(indices).toContain(row);
      expect([...indices].sort((a, b) => a - b)).toEqual(indices);
    }
    expect(indicesInSight(0, 0, -1)).toEqual([]);
    expect(indicesInSight(2, 0, 1)).toEqual([0, 1]);
  });
});

describe('the keyboard in the table', () => {
  const ids = list.map(({ tenantId }) => tenantId);
  const press = (state: GridState, ...keys: readonly string[]): GridState =>
    keys.reduce((from, key) => {
      const [name = '', ...held] = key.split('+').toReversed();
      const moved = moveInGrid(
        from,
        { key: name === 'Space' ? ' ' : name, shift: held.includes('Shift'), command: held.includes('Ctrl') },
        ids,
        6,
      );
      if (moved === undefined) throw new Error(`${key} is a key of the table`);
      return moved;
    }, state);

  it('moves by rows and cells, and stays inside', () => {
    expect(press(gridStart, 'ArrowUp', 'ArrowLeft')).toMatchObject({ row: 0, column: 0 });
    expect(press(gridStart, 'ArrowDown', 'ArrowRight', 'ArrowRight')).toMatchObject({ row: 1, column: 2 });
    expect(press(gridStart, 'PageDown', 'End')).toMatchObject({ row: 3, column: 5 });
    expect(press(gridStart, 'Ctrl+End', 'Ctrl+Home', 'End', 'Home')).toMatchObject({ row: 0, column: 0 });
  });

  it('selects with Space, ranges with Shift, all with Ctrl+A, and lets go with Escape', () => {
    expect([...press(gridStart, 'Space').selected]).toEqual([ids[0]]);
    expect(press(gridStart, 'Space', 'Space').selected.size).toBe(0);
    const range = press(gridStart, 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    expect([...range.selected]).toEqual(ids.slice(1, 4));
    expect(press(gridStart, 'Ctrl+a').selected.size).toBe(4);
    expect(press(gridStart, 'Ctrl+a', 'Escape').selected.size).toBe(0);
    // With nothing selected Escape closes the window, as everywhere.
    expect(moveInGrid(gridStart, { key: 'Escape', shift: false, command: false }, ids, 6)).toBeUndefined();
    expect(moveInGrid(gridStart, { key: 'x', shift: false, command: false }, ids, 6)).toBeUndefined();
  });
});
