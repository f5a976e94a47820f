const separators = ['\t', ';', '|', ','];

/** The cells of one line: cut at the first kind of separator that stands in it outside quotes; quotes taken off. */
export function splitCells(line: string): string[] {
  for (const separator of separators) {
    const cells = cut(line, separator);
    if (cells.length > 1) return cells.map(unquote).filter((cell) => cell !== '');
  }
  return [unquote(line)].filter((cell) => cell !== '');
}

function cut(line: string, separator: string): string[] {
  const cells = [''];
  let quoted = false;
  for (const sign of line) {
    if (sign === separator && !quoted) {
      cells.push('');
      continue;
    }
    const cell = cells[cells.length - 1] ?? '';
    // A quote opens a cell only at its beginning: an apostrophe or an inch mark inside is a plain character.
    if (sign === '"') quoted = quoted ? false : cell.trim() === '';
    cells[cells.length - 1] = cell + sign;
  }
  // Quotes that do not pair up quote nothing.
  return quoted ? line.split(separator) : cells;
}

function unquote(cell: string): string {
  const trimmed = cell.trim();
  const inner = /^"(.*)"$/s.exec(trimmed)?.[1];
  return (inner ?? trimmed).replaceAll('""', '"').trim();
}
