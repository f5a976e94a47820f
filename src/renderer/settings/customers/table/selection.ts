import type { TenantId } from '#shared/tenant/tenant-id.ts';

/** The cell that has the keyboard, and the customers that are selected. */
export interface GridState {
  /** Place of the row among those shown, from 0; -1 for the headings. */
  readonly row: number;
  readonly column: number;
  /** Where a range of rows began. */
  readonly anchor: number;
  readonly selected: ReadonlySet<TenantId>;
}

export const gridStart: GridState = { row: 0, column: 0, anchor: 0, selected: new Set() };

export interface GridPress {
  readonly key: string;
  readonly shift: boolean;
  readonly command: boolean;
}

/** So many rows are a page. */
export const pageRows = 10;

/** Where keys lead; nothing for a key that is none of the grid's. */
export function moveInGrid(
  state: GridState,
  press: GridPress,
  ids: readonly TenantId[],
  columns: number,
): GridState | undefined {
  const { command, key, shift } = press;
  const last = ids.length - 1;
  if (command && key.toLowerCase() === 'a') return { ...state, selected: new Set(ids) };
  if (key === ' ') return shift ? ranged(state, state.row, ids) : toggle(state, state.row, ids);
  if (key === 'Escape' && state.selected.size > 0) return { ...state, selected: new Set() };
  const column = (to: number): GridState => ({
    ...state,
    column: Math.max(0, Math.min(columns - 1, to)),
  });
  const row = (to: number): GridState => {
    const next = Math.max(0, Math.min(last, to));
    const moved = { ...state, row: next };
    return shift ? ranged(moved, next, ids) : { ...moved, anchor: next };
  };
  switch (key) {
    case 'ArrowDown':
      return row(state.row + 1);
    case 'ArrowUp':
      return row(state.row - 1);
    case 'PageDown':
      return row(state.row + pageRows);
    case 'PageUp':
      return row(state.row - pageRows);
    case 'ArrowRight':
      return column(state.column + 1);
    case 'ArrowLeft':
      return column(state.column - 1);
    case 'Home':
      return command ? row(0) : column(0);
    case 'End':
      return command ? row(last) : column(columns - 1);
    default:
      return undefined;
  }
}

/** The row is selected, or no longer. */
export function toggle(state: GridState, row: number, ids: readonly TenantId[]): GridState {
  const id = ids[row];
  if (id === undefined) return state;
  const selected = new Set(state.selected);
  if (!selected.delete(id)) selected.add(id);
  return { ...state, row, anchor: row, selected };
}

/** All rows from where the range began to this one are selected. */
export function ranged(state: GridState, row: number, ids: readonly TenantId[]): GridState {
  const [from, to] = [Math.min(state.anchor, row), Math.max(state.anchor, row)];
  return { ...state, row, selected: new Set([...state.selected, ...ids.slice(from, to + 1)]) };
}
