import { useCallback, useId, useMemo, useRef, useState } from 'preact/hooks';
import { accessKindsText } from '#shared/access/access-kinds-text.ts';
import { accessKinds, type Customer } from '#shared/customer/customer.ts';
import type { SectionProps } from '../../../sections/section-props.ts';
import { Field } from '../../../ui/field.tsx';
import { useText } from '../../../ui/text.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { VirtualGrid, type GridRow } from '../../grid/virtual-grid.tsx';
import { EditSelected } from './edit-selected.tsx';
import {
  customerStates,
  sortColumns,
  statesOf,
  tableRows,
  tagsIn,
  wholeTable,
  type SortColumn,
  type TableQuery,
} from './rows.ts';
import { gridStart, moveInGrid, ranged, toggle } from './selection.ts';

/** The first column has the box that shows who is selected. */
const columnCount = sortColumns.length + 1;

/** The widths of the columns. */
const template = '2.25rem 2fr 2fr 1.4fr 1.2fr 1.2fr';

/** All customers, to be found, selected and changed. */
export function CustomerTable(props: SectionProps) {
  const { customers, ordered } = props.state;
  const { t, language } = useText();
  const id = useId();
  const now = useNow();
  const [query, setQuery] = useState<TableQuery>(wholeTable);
  const [grid, setGrid] = useState(gridStart);
  const body = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => tableRows(customers, query, { language, now, ordered }),
    [customers, query, language, ordered, now],
  );
  const ids = useMemo(() => rows.map(({ tenantId }) => tenantId), [rows]);
  const tags = useMemo(() => tagsIn(customers, language), [customers, language]);
  const current = Math.min(grid.row, rows.length - 1);
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
  const rowAt = useCallback(
    (index: number): GridRow | undefined => {
      const customer = rows[index];
      if (customer === undefined) return undefined;
      const selected = grid.selected.has(customer.tenantId);
      const checkbox = (
        <>
          <span aria-hidden="true" class="grid-box">
            {selected ? '✓' : ''}
          </span>
          <span class="unseen">
            {t(selected ? 'desktop.customers.isSelected' : 'desktop.customers.notSelected')}
          </span>
        </>
      );
      return {
        key: customer.tenantId,
        tenantId: customer.tenantId,
        selected,
        cells: [
          { content: checkbox, class: 'grid-select' },
          ...cellsOf(customer).map((text) => ({ content: text, title: text })),
        ],
      };
    },
    [rows, grid.selected, t, now],
  );
  const sortBy = (column: SortColumn): void =>
    ask({ sort: column, descending: query.sort === column && !query.descending });
  const select = (row: number, event: MouseEvent): void =>
    setGrid(event.shiftKey ? ranged(grid, row, ids) : toggle(grid, row, ids));
  return (
    <div class="customer-table">
      <div class="columns customer-filters" role="search" aria-label={t('desktop.customers.filters')}>
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
      <VirtualGrid
        label={t('desktop.customers.title')}
        describedBy={`${id}-keys`}
        template={template}
        columns={[
          {
            head: <span class="unseen">{t('desktop.customers.selection')}</span>,
            class: 'grid-select',
          },
          ...sortColumns.map(
            (column) =>
              ({
                sort: query.sort === column ? (query.descending ? 'descending' : 'ascending') : 'none',
                head: (
                  <button type="button" class="grid-sort" tabIndex={-1} onClick={() => sortBy(column)}>
                    {t(`desktop.customers.column.${column}`)}
                    <span aria-hidden="true">
                      {query.sort === column ? (query.descending ? ' ↓' : ' ↑') : ''}
                    </span>
                  </button>
                ),
              }) as const,
          ),
        ]}
        naming={1}
        count={rows.length}
        current={current}
        column={grid.column}
        box={body}
        rowAt={rowAt}
        multiselectable
        onPress={(press) => {
          const next = moveInGrid({ ...grid, row: Math.max(0, current) }, press, ids, columnCount);
          if (next !== undefined) setGrid(next);
          return next !== undefined;
        }}
        onClick={select}
      />
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
