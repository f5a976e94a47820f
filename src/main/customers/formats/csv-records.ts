import type { Remarks } from './list-row.ts';

export interface CsvRecord {
  /** The line on which the record begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** It is longer than any row: the cells are its first ones. */
  readonly over: boolean;
}

interface Read {
  readonly cells: string[];
  readonly over: boolean;
  /** Where the next record begins. */
  readonly end: number;
}

/** No row of a table has more cells, no quoted cell and no line more characters. What has is not read. */
const mostCells = 2_000;
const longestQuoted = 4_000_000;
const longestLine = 1_000_000;

/** So many characters of a cell are looked through at a time. */
const portion = 65_536;

/** Quotes that fail so often are no quotes: the list uses them as plain characters. */
const mostFailures = 20;

/**
 * The records of a table (RFC 4180), without those that are blank. `text` has `\n` between its lines. A quoted cell may
 * hold line breaks; where its quotes do not pair up, or swallow a row that names a tenant, they are read as plain
 * characters, so that no row swallows the next. `freeText` tells the cells in which a tenant id is just a word; `remarks`
 * notes the first such quote. Null is a pause. `from`: where the table begins, and on which line.
 */
export function* readRecords(
  text: string,
  separator: string,
  { freeText = () => false, from = { at: 0, line: 1 }, remarks }: RecordOptions = {},
): Generator<CsvRecord | null> {
  const patterns = patternsFor(separator);
  let failures = 0;
  let { line } = from;
  for (let at = from.at; at < text.length;) {
    let read = failures < mostFailures ? readQuoted(text, at, separator, patterns, failures > 0) : undefined;
    for (const [index, cell] of read?.cells.entries() ?? [])
      if (!freeText(index) && (yield* swallowedRows(cell))) {
        read = undefined;
        break;
      }
    if (read === undefined) {
      if (failures < mostFailures) remarks?.openQuote(line);
      failures += 1;
      read = readPlain(text, at, separator);
    }
    if (read.cells.some((cell) => cell !== '')) yield { line, cells: read.cells, over: read.over };
    line += lineBreaks(text, at, read.end);
    at = read.end;
  }
}

export interface RecordOptions {
  readonly freeText?: (cell: number) => boolean;
  readonly from?: { readonly at: number; readonly line: number };
  readonly remarks?: Remarks;
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
    const opening = at;
    let cell: string | undefined;
    // Excel's way to keep a text a text: `="00123"`.
    if (text[at] === '=' && text[at + 1] === '"') at += 1;
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === -1) return undefined;
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    }
    const rest = take(patterns.rest, text, at);
    at += rest.length;
    const unquoted = rest.trim();
    if (cell === undefined) cells.push(stray ? unquoted.replace(/"$/, '') : unquoted);
    else if (unquoted === '') cells.push(cell);
    else if (cell.includes('\n')) return undefined;
    // `"Les Amis" SARL`: quotes around a part are the value's own.
    else cells.push(text.slice(opening, at).trimEnd());
    if (text[at] !== separator) return { cells, end: at + 1, over: false };
    if (cells.length === mostCells) return { cells, end: endOfLine(text, at) + 1, over: true };
    at += 1;
  }
}

function readPlain(text: string, start: number, separator: string): Read {
  const end = endOfLine(text, start);
  const cells = text
    .slice(start, Math.min(end, start + longestLine))
    .split(separator, mostCells + 1)
    .map((cell) => withoutQuotes(cell.trim()));
  const over = end - start > longestLine || cells.length > mostCells;
  return { cells: cells.slice(0, mostCells), end: end + 1, over };
}

/** Quotes around the whole cell are the list's, and so is a single one at an end; others are the value's own. */
function withoutQuotes(cell: string): string {
  const whole = /^=?"([^"]*(?:""[^"]*)*)"$/.exec(cell)?.[1];
  if (whole !== undefined) return whole.replaceAll('""', '"');
  const only = cell.indexOf('"');
  return only === cell.lastIndexOf('"') ? cell.replace(/^=?"|"$/, '') : cell;
}

/** The index of the quote that is not doubled, or -1. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start);
  while (at !== -1 && text[at + 1] === '"' && at - start < longestQuoted) at = text.indexOf('"', at + 2);
  return at - start < longestQuoted ? at : -1;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
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
function* swallowedRows(cell: string): Generator<null, boolean> {
  const lineBreak = cell.indexOf('\n');
  if (lineBreak < 0) return false;
  // Portions overlap, so that an id on their border is seen.
  for (let at = lineBreak; at < cell.length; at += portion) {
    if (at > lineBreak) yield null;
    if (/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i.test(cell.slice(at, at + portion + 20))) return true;
  }
  return false;
}
