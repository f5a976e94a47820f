/** The cell that has the keyboard. */
export interface GridCell {
  /** Place of the row among those shown, from 0. */
  readonly row: number;
  readonly column: number;
}

export interface GridPress {
  readonly key: string;
  readonly shift: boolean;
  readonly command: boolean;
}

/** How many rows Page Up and Page Down move by. */
export const pageRows = 10;

/** Where keys lead from a cell; nothing for a key that does not move. */
export function moveCell(
  cell: GridCell,
  { command, key }: Pick<GridPress, 'key' | 'command'>,
  rows: number,
  columns: number,
): GridCell | undefined {
  const last = rows - 1;
  const column = (to: number): GridCell => ({
    row: cell.row,
    column: Math.max(0, Math.min(columns - 1, to)),
  });
  const row = (to: number): GridCell => ({
    row: Math.max(0, Math.min(last, to)),
    column: cell.column,
  });
  switch (key) {
    case 'ArrowDown':
      return row(cell.row + 1);
    case 'ArrowUp':
      return row(cell.row - 1);
    case 'PageDown':
      return row(cell.row + pageRows);
    case 'PageUp':
      return row(cell.row - pageRows);
    case 'ArrowRight':
      return column(cell.column + 1);
    case 'ArrowLeft':
      return column(cell.column - 1);
    case 'Home':
      return command ? row(0) : column(0);
    case 'End':
      return command ? row(last) : column(columns - 1);
    default:
      return undefined;
  }
}
