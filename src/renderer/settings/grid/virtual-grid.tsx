import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useState } from 'preact/hooks';
import { chordOf, onKeys } from '../../ui/keyboard.ts';
import { indicesInSight, rowHeight, shownHeight } from './in-sight.ts';
import type { GridPress } from './move-cell.ts';

export interface GridColumn {
  readonly head: ComponentChildren;
  readonly sort?: 'ascending' | 'descending' | 'none';
  readonly class?: string;
}

export interface GridRow {
  readonly key: string;
  readonly cells: readonly GridCellContent[];
  /** Absent where nothing can be selected. */
  readonly selected?: boolean;
  /** The customer that the row is about. */
  readonly tenantId: string;
}

interface GridCellContent {
  readonly content: ComponentChildren;
  /** The whole text, where the column may be too narrow for it. */
  readonly title?: string;
  readonly class?: string;
}

/**
 * A table of any length, of which only the rows in sight are in the page. A grid as ARIA has it: one stop for Tab, whose
 * active descendant is the cell that the arrows move.
 */
export function VirtualGrid(props: {
  readonly label: string;
  /** Id of what tells the keys. */
  readonly describedBy: string;
  /** CSS for the widths of the columns. */
  readonly template: string;
  readonly columns: readonly GridColumn[];
  /** Which column names the row. */
  readonly naming: number;
  readonly count: number;
  /** The cell with the keyboard. */
  readonly current: number;
  readonly column: number;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly rowAt: (index: number) => GridRow | undefined;
  readonly multiselectable?: boolean;
  /** False for a key that is none of the grid's. */
  readonly onPress: (press: GridPress) => boolean;
  readonly onClick?: (row: number, event: MouseEvent) => void;
}) {
  const { box, columns, count, current, naming } = props;
  const id = useId();
  const [scrollTop, setScrollTop] = useState(0);
  const cellId = (row: number, column: number): string => `${id}-${row}-${column}`;
  useLayoutEffect(() => {
    if (box.current === null || current < 0) return;
    // The headings stay above the rows, and are as high as one.
    const top = current * rowHeight;
    if (top < box.current.scrollTop) box.current.scrollTop = top;
    else if (top + 2 * rowHeight > box.current.scrollTop + box.current.clientHeight)
      box.current.scrollTop = top + 2 * rowHeight - box.current.clientHeight;
  }, [current]);
  // Where the columns are wider than the page, the cell with the keyboard comes into sight.
  useLayoutEffect(() => {
    const cell = document.getElementById(cellId(current, props.column));
    if (box.current === null || cell === null) return;
    const end = cell.offsetLeft + cell.offsetWidth;
    if (cell.offsetLeft < box.current.scrollLeft) box.current.scrollLeft = cell.offsetLeft;
    else if (end > box.current.scrollLeft + box.current.clientWidth)
      box.current.scrollLeft = end - box.current.clientWidth;
  }, [props.column]);
  // The list that a filter shortens scrolls by itself.
  useEffect(() => setScrollTop(box.current?.scrollTop ?? 0), [count, props.rowAt]);
  const keys = onKeys((press) => {
    const held = press.ctrlKey || press.metaKey;
    if (press.altKey || (chordOf(press) !== 'none' && !press.shiftKey && !held)) return false;
    return props.onPress({ key: press.key, shift: press.shiftKey, command: held });
  });
  const widths = { gridTemplateColumns: props.template };
  return (
    <div
      ref={box}
      class="grid"
      role="grid"
      aria-label={props.label}
      aria-multiselectable={props.multiselectable ? 'true' : undefined}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      tabIndex={0}
      aria-activedescendant={current < 0 ? undefined : cellId(current, props.column)}
      aria-describedby={props.describedBy}
      style={{ maxHeight: `${shownHeight + rowHeight}px` }}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      {...keys}
    >
      <div role="rowgroup" class="grid-head">
        <div role="row" class="grid-row" aria-rowindex={1} style={widths}>
          {columns.map(({ class: name, head, sort }, at) => (
            <span key={at} role="columnheader" class={name} aria-colindex={at + 1} aria-sort={sort}>
              {head}
            </span>
          ))}
        </div>
      </div>
      <div class="grid-body" role="rowgroup" style={{ height: `${count * rowHeight}px` }}>
        {indicesInSight(count, scrollTop, current).map((index) => {
          const row = props.rowAt(index);
          if (row === undefined) return null;
          return (
            <div
              key={row.key}
              role="row"
              class="grid-row"
              aria-rowindex={index + 2}
              aria-selected={row.selected}
              data-current={index === current}
              data-tenant={row.tenantId}
              style={{
                ...widths,
                transform: `translateY(${index * rowHeight}px)`,
                height: `${rowHeight}px`,
              }}
              onClick={props.onClick && ((event) => props.onClick?.(index, event))}
            >
              {row.cells.map(({ class: name, content, title }, at) => (
                <span
                  key={at}
                  role={at === naming ? 'rowheader' : 'gridcell'}
                  id={cellId(index, at)}
                  class={name}
                  aria-colindex={at + 1}
                  data-current={index === current && props.column === at}
                  title={title}
                >
                  {content}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
