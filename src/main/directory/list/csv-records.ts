export interface CsvRecord {
  /** The line on which the record begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

interface Read {
  readonly cells: string[];
  /** Where the next record begins. */
  readonly end: number;
}

/** Quotes that fail so often are no quotes: the list uses them as plain characters. */
const mostFailures = 20;

/**
 * The records of a table (RFC 4180), without those that are blank. `text` has `\n` between its lines. A quoted cell may
 * hold line breaks; where its quotes do not pair up, or swallow a row that names a tenant, they are read as plain
 * characters, so that no row swallows the next. `freeText` tells the cells in which a tenant id is just a word.
 */
export function* readRecords(
  text: string,
  separator: string,
  freeText: (cell: number) => boolean = () => false,
): Generator<CsvRecord> {
  const patterns = patternsFor(separator);
  let failures = 0;
  let line = 1;
  for (let at = 0; at < text.length;) {
    let read = failures < mostFailures ? readQuoted(text, at, separator, patterns, failures > 0) : undefined;
    if (read?.cells.some((cell, index) => swallowedRows(cell) && !freeText(index))) read = undefined;
    if (read === undefined) {
      failures += 1;
      read = readPlain(text, at, separator);
    }
    if (read.cells.some((cell) => cell !== '')) yield { line, cells: read.cells };
    line += lineBreaks(text, at, read.end);
    at = read.end;
  }
}

interface Patterns {
  readonly blanks: RegExp;
  /** What stands before the next separator or line break. */
  readonly rest: RegExp;
}

function patternsFor(separator: string): Patterns {
  const escaped = separator === '\t' ? String.raw`\t` : `\\${separator}`;
  return {
    blanks: separator === '\t' ? / */y : /[ \t]*/y,
    rest: new RegExp(`[^${escaped}\\n]*`, 'y'),
  };
}

/** Nothing when the quotes do not pair up. `stray`: a quote before did not, so that its other half may stand here. */
function readQuoted(
  text: string,
  start: number,
  separator: string,
  patterns: Patterns,
  stray: boolean,
): Read | undefined {
  const cells: string[] = [];
  for (let at = start; ;) {
    at += take(patterns.blanks, text, at).length;
    let cell = '';
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === -1) return undefined;
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    }
    const rest = take(patterns.rest, text, at);
    at += rest.length;
    const unquoted = rest.trim();
    if (unquoted !== '' && cell.includes('\n')) return undefined;
    cells.push(cell + (stray ? unquoted.replace(/"$/, '') : unquoted));
    if (text[at] !== separator) return { cells, end: at + 1 };
    at += 1;
  }
}

function readPlain(text: string, start: number, separator: string): Read {
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const cells = text
    .slice(start, end)
    .split(separator)
    .map((cell) => cell.trim().replace(/^"|"$/g, ''));
  return { cells, end: end + 1 };
}

/** The index of the quote that is not doubled, or -1. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function take(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function lineBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** A quoted cell may hold line breaks, but not whole rows: tenant ids behind a break are rows it swallowed. */
function swallowedRows(cell: string): boolean {
  const lineBreak = cell.indexOf('\n');
  return lineBreak >= 0 && /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i.test(cell.slice(lineBreak));
}
