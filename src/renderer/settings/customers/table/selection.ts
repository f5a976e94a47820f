import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { moveCell, type GridCell, type GridPress } from '../../grid/move-cell.ts';

/** The cell that has the keyboard, and the customers that are selected. */
export interface GridState extends GridCell {
  /** Where a range of rows began. */
  readonly anchor: number;
  readonly selected: ReadonlySet<TenantId>;
}

export const gridStart: GridState = { row: 0, column: 0, anchor: 0, selected: new Set() };

/** Where keys lead; nothing for a key that is none of the grid's. */
export function moveInGrid(
  state: GridState,
  press: GridPress,
  ids: readonly TenantId[],
  columns: number,
): GridState | undefined {
  const { command, key, shift } = press;
  if (command && key.toLowerCase() === 'a') return { ...state, selected: new Set(ids) };
  if (key === ' ') return shift ? ranged(state, state.row, ids) : toggle(state, state.row, ids);
  if (key === 'Escape' && state.selected.size > 0) return { ...state, selected: new Set() };
  const next = moveCell(state, press, ids.length, columns);
  if (next === undefined) return undefined;
  const moved = { ...state, ...next };
  if (!isVertical(key, command)) return moved;
  return shift ? ranged(moved, next.row, ids) : { ...moved, anchor: next.row };
}

function isVertical(key: string, command: boolean): boolean {
  return /^(?:Arrow|Page)(?:Up|Down)$/.test(key) || (command && (key === 'Home' || key === 'End'));
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
