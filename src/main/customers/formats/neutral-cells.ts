/**
 * A cell that a spreadsheet would take for a formula begins with one of these, or with the full-width form of one.
 * Source: OWASP, CSV injection.
 */
const formula = String.raw`[=+\-@\t\r＝＋－＠]`;
const dangerous = new RegExp(`^'*${formula}`);
const neutral = new RegExp(`^'+${formula}`);

/** SECURITY: the cell with an apostrophe before it if a spreadsheet would run it. `asWritten` undoes exactly that. */
export function neutralised(cell: string): string {
  return dangerous.test(cell) ? `'${cell}` : cell;
}

export function asWritten(cell: string): string {
  return neutral.test(cell) ? cell.slice(1) : cell;
}
