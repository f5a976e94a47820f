import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { accessKindsText } from '#shared/access/access-kinds-text.ts';
import { accessKinds, type Customer } from '#shared/customer/customer.ts';
import type { SectionProps } from '../../../sections/section-props.ts';
import { chordOf, onKeys } from '../../../ui/keyboard.ts';
import { Field } from '../../../ui/field.tsx';
import { useText } from '../../../ui/text.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { EditSelected } from './edit-selected.tsx';
import {
  customerStates,
  indicesInSight,
  rowHeight,
  shownHeight,
  sortColumns,
  statesOf,
  tableRows,
  tagsIn,
  wholeTable,
  type SortColumn,
  type TableQuery,
} from './rows.ts';
import { gridStart, moveInGrid, ranged, toggle } from './selection.ts';

/** The first column is the mark of what is selected. */
const columnCount = sortColumns.length + 1;

/**
 * All customers, of which only the rows in sight are in the page. A grid as ARIA has it: one stop for Tab, whose active
 * descendant is the cell that the arrows move.
 */
export function CustomerTable(props: SectionProps) {
  const { customers, ordered } = props.state;
  const { t, language } = useText();
  const id = useId();
  const now = useNow();
  const [query, setQuery] = useState<TableQuery>(wholeTable);
  const [grid, setGrid] = useState(gridStart);
  const [scrollTop, setScrollTop] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => tableRows(customers, query, { language, now, ordered }),
    [customers, query, language, ordered, now],
  );
  const ids = useMemo(() => rows.map(({ tenantId }) => tenantId), [rows]);
  const tags = useMemo(() => tagsIn(customers, language), [customers, language]);
  const current = Math.min(grid.row, rows.length - 1);
  const cellId = (row: number, column: number): string => `${id}-${row}-${column}`;
  const ask = (part: Partial<TableQuery>): void => {
    setQuery({ ...query, ...part });
    setGrid({ ...grid, row: 0, anchor: 0 });
    if (body.current) body.current.scrollTop = 0;
  };
  // Of what has left the list, or is left out now, nobody sees that it is selected.
  const selected = useMemo(
    () => rows.filter(({ tenantId }) => grid.selected.has(tenantId)),
    [rows, grid.selected],
  );
  useLayoutEffect(() => {
    const box = body.current;
    if (box === null || current < 0) return;
    // The headings stay above the rows, and are as high as one.
    const top = current * rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + 2 * rowHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = top + 2 * rowHeight - box.clientHeight;
  }, [current]);
  // The list that a filter shortens scrolls by itself.
  useEffect(() => setScrollTop(body.current?.scrollTop ?? 0), [rows]);
  const keys = onKeys((press) => {
    const chord = chordOf(press);
    const held = press.ctrlKey || press.metaKey;
    if (press.altKey || (chord !== 'none' && !press.shiftKey && !held)) return false;
    const next = moveInGrid(
      { ...grid, row: Math.max(0, current) },
      { key: press.key, shift: press.shiftKey, command: held },
      ids,
      columnCount,
    );
    if (next === undefined) return false;
    setGrid(next);
    return true;
  });
  const sortBy = (column: SortColumn): void =>
    ask({ sort: column, descending: query.sort === column && !query.descending });
  const press = (row: number, event: MouseEvent): void =>
    setGrid(event.shiftKey ? ranged(grid, row, ids) : toggle(grid, row, ids));
  return (
    <div class="customer-table">
      <div class="customer-filters" role="search" aria-label={t('desktop.customers.filters')}>
        <Field label={t('desktop.customers.search')}>
          {(control) => (
            <input
              {...control}
              type="search"
              value={query.text}
              onInput={(event) => ask({ text: event.currentTarget.value })}
            />
          )}
        </Field>
        <Choice
          label={t('desktop.customers.access')}
          all={t('desktop.customers.any')}
          value={query.access}
          options={accessKinds.map((kind) => ({
            value: kind,
            name: kind === 'own' ? t('finder.row.own') : t(`access.kind.${kind}`),
          }))}
          choose={(access) => ask({ access })}
        />
        <Choice
          label={t('desktop.customers.tag')}
          all={t('desktop.customers.any')}
          value={query.tag}
          options={tags.map((tag) => ({ value: tag, name: tag }))}
          choose={(tag) => ask({ tag })}
        />
        <Choice
          label={t('desktop.customers.state')}
          all={t('desktop.customers.any')}
          value={query.state}
          options={customerStates.map((state) => ({
            value: state,
            name: t(`desktop.customers.state.${state}`),
          }))}
          choose={(state) => ask({ state })}
        />
        <Choice
          label={t('desktop.customers.sort')}
          all={null}
          value={query.sort}
          options={sortColumns.map((column) => ({
            value: column,
            name: t(`desktop.customers.column.${column}`),
          }))}
          choose={(sort) => ask({ sort: sort ?? 'name', descending: false })}
        />
      </div>
      <p class="field-help" role="status">
        {t('desktop.customers.count', { count: rows.length })}
        {selected.length > 0 && ` · ${t('desktop.customers.selected', { count: selected.length })}`}
      </p>
      <div
        ref={body}
        class="grid"
        role="grid"
        aria-label={t('desktop.customers.title')}
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        aria-colcount={columnCount}
        tabIndex={0}
        aria-activedescendant={current < 0 ? undefined : cellId(current, grid.column)}
        aria-describedby={`${id}-keys`}
        style={{ maxHeight: `${shownHeight + rowHeight}px` }}
        onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
        {...keys}
      >
        <div role="rowgroup">
          <div role="row" class="grid-row grid-head" aria-rowindex={1}>
            <span role="columnheader" class="grid-mark" aria-colindex={1}>
              <span class="unseen">{t('desktop.customers.mark')}</span>
            </span>
            {sortColumns.map((column, at) => (
              <span
                key={column}
                role="columnheader"
                aria-colindex={at + 2}
                aria-sort={query.sort === column ? (query.descending ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" class="grid-sort" tabIndex={-1} onClick={() => sortBy(column)}>
                  {t(`desktop.customers.column.${column}`)}
                  <span aria-hidden="true">
                    {query.sort === column ? (query.descending ? ' ↓' : ' ↑') : ''}
                  </span>
                </button>
              </span>
            ))}
          </div>
        </div>
        <div class="grid-body" role="rowgroup" style={{ height: `${rows.length * rowHeight}px` }}>
          {indicesInSight(rows.length, scrollTop, current).map((index) => {
            const customer = rows[index];
            if (customer === undefined) return null;
            const isSelected = grid.selected.has(customer.tenantId);
            const cells = cellsOf(customer);
            return (
              <div
                key={customer.tenantId}
                role="row"
                class="grid-row"
                aria-rowindex={index + 2}
                aria-selected={isSelected}
                data-current={index === current}
                data-tenant={customer.tenantId}
                style={{ transform: `translateY(${index * rowHeight}px)`, height: `${rowHeight}px` }}
                onClick={(event) => press(index, event)}
              >
                <span role="gridcell" id={cellId(index, 0)} class="grid-mark" aria-colindex={1}>
                  <span aria-hidden="true" class="grid-box">
                    {isSelected ? '✓' : ''}
                  </span>
                  <span class="unseen">
                    {t(isSelected ? 'desktop.customers.isSelected' : 'desktop.customers.notSelected')}
                  </span>
                </span>
                {cells.map((text, at) => (
                  <span
                    key={at}
                    role={at === 0 ? 'rowheader' : 'gridcell'}
                    id={cellId(index, at + 1)}
                    aria-colindex={at + 2}
                    data-current={index === current && grid.column === at + 1}
                    title={text}
                  >
                    {text}
                  </span>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {rows.length === 0 && <p class="field-help">{t('desktop.customers.none')}</p>}
      <p id={`${id}-keys`} class="field-help">
        {t('desktop.customers.keys')}
      </p>
      {selected.length > 0 && <EditSelected {...props} selected={selected} tags={tags} />}
    </div>
  );

  function cellsOf(customer: Customer): readonly string[] {
    return [
      customer.name,
      customer.defaultDomain ?? customer.tenantId,
      accessKindsText(t, customer),
      customer.tags.join(', '),
      statesOf(customer, now)
        .map((state) => t(`desktop.customers.state.${state}`))
        .join(', '),
    ];
  }
}

/** A choice among few; with `all`, nothing is one of them. */
function Choice<T extends string>(props: {
  readonly label: string;
  readonly all: string | null;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly choose: (value: T | null) => void;
}) {
  return (
    <Field label={props.label}>
      {(control) => (
        <select
          {...control}
          value={props.value ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            props.choose(props.options.find((option) => option.value === value)?.value ?? null);
          }}
        >
          {props.all !== null && <option value="">{props.all}</option>}
          {props.options.map(({ name, value }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
