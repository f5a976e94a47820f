const separators = ['\t', ';', '|', ','];

/** The cells of one line: cut at the first kind of separator that stands in it outside quotes; quotes taken off. */
export function splitCells(line: string): string[] {
  for (const separator of separators) {
    const cells = cut(line, separator);
    if (cells.length > 1) return cells.map(unquote);
  }
  return [unquote(line)];
}

function cut(line: string, separator: string): string[] {
  const cells: string[] = [];
  let start = 0;
  let quoted = false;
  let blank = true;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === separator && !quoted) {
      cells.push(line.slice(start, at));
      start = at + 1;
      blank = true;
      continue;
    }
    // A quote opens a cell only at its beginning: an inch mark inside is a plain character.
    if (sign === '"') quoted = !quoted && blank;
    if (sign.trim() !== '') blank = false;
  }
  // Quotes that do not pair up quote nothing.
  return quoted ? line.split(separator) : [...cells, line.slice(start)];
}

function unquote(cell: string): string {
  const trimmed = cell.trim();
  const inner = /^"(.*)"$/s.exec(trimmed)?.[1];
  return (inner ?? trimmed).replaceAll('""', '"').trim();
}
