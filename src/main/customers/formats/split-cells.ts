const separators = ['\t', ';', '|', ','];

/** So many characters are looked at at a time. */
const portion = 65_536;

/** No line of a list has more cells: what follows is not read. */
export const mostLineCells = 100_000;

/**
 * The cells of one line, as they stand there: cut at the first kind of separator that it has outside quotes. Null is a
 * pause; `openQuote` is told of a quote that is never closed.
 */
export function* splitCells(line: string, openQuote: () => void = () => {}): Generator<null, string[]> {
  for (const separator of separators) {
    if (!line.includes(separator)) continue;
    const cells = yield* cut(line, separator, openQuote);
    if (cells.length > 1) return cells;
  }
  return [line];
}

function* cut(line: string, separator: string, openQuote: () => void): Generator<null, string[]> {
  const cells: string[] = [];
  let start = 0;
  let quoted = false;
  let blank = true;
  for (let at = 0; at < line.length; at += 1) {
    if (at % portion === portion - 1) yield null;
    const sign = line.charAt(at);
    if (sign === separator && !quoted) {
      cells.push(line.slice(start, at));
      if (cells.length > mostLineCells) return cells;
      start = at + 1;
      blank = true;
      continue;
    }
    // A quote opens a cell only at its beginning: an inch mark inside is a plain character.
    if (sign === '"') quoted = !quoted && blank;
    if (sign.trim() !== '') blank = false;
  }
  cells.push(line.slice(start));
  if (!quoted) return cells;
  // Quotes that do not pair up quote nothing.
  openQuote();
  return line.split(separator, mostLineCells + 1);
}

/** A cell without the quotes around it; those around parts of it are its own. */
export function unquote(cell: string): string {
  const trimmed = cell.trim();
  const inner = /^"([^"]*(?:""[^"]*)*)"$/.exec(trimmed)?.[1];
  return (inner ?? trimmed).replaceAll('""', '"').trim();
}
