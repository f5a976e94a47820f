import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import type { Field } from './fields.ts';
import { isRuler, linesOf, mayNameTenant } from './lines.ts';
import { shorten, type RowReading } from './list-row.ts';
import { columnsOf, readRow, tooLong, type Columns } from './table.ts';

/** The heading stands among so many lines, within so many characters. */
const linesLooked = 60;
const looked = 65_536;
const longestLine = 20_000;

/** A table as a terminal shows it: every column begins at a place of its own. */
export interface FixedTable {
  readonly columns: Columns;
  /** Where the columns begin, in places of a terminal. */
  readonly starts: readonly number[];
  /** Where the rows begin. */
  readonly from: { readonly at: number; readonly line: number };
}

/**
 * A table with a heading and, below it, a line of dashes for each column (PowerShell's Format-Table, `az … -o table`);
 * or with a heading alone, of which at least two columns are understood and one can name a tenant.
 */
export function findFixedTable(text: string): FixedTable | undefined {
  const beginning = text.slice(0, looked);
  let above: { readonly text: string } | undefined;
  for (const { at, number, text: line } of linesOf(beginning)) {
    if (number > linesLooked || line.length > longestLine) return undefined;
    const below = { at: at + line.length + 1, line: number + 1 };
    if (above !== undefined && isDashes(line)) {
      const starts = startsOf(line, /\S+/g);
      const columns = columnsOf(cellsOf(above.text, starts));
      if (columns.known > 0) return { columns, starts, from: below };
    }
    if (!/[|;\t]/.test(line) && /\S {2,}\S/.test(line) && !isDashes(nextLine(beginning, below.at))) {
      const starts = startsOf(line, /\S+(?: \S+)*/g);
      const columns = columnsOf(cellsOf(line, starts));
      if (columns.useful && columns.known > 1) return { columns, starts, from: below };
    }
    if (mayNameTenant(line)) return undefined;
    above = line.trim() === '' ? undefined : { text: line };
  }
  return undefined;
}

function isDashes(line: string): boolean {
  return /^\s*[-=─━]{2,}\s*$|^\s*[-=─━]+(?: +[-=─━]+)+\s*$/.test(line);
}

function nextLine(text: string, at: number): string {
  const [line] = linesOf(text.slice(at, at + longestLine));
  return line?.text ?? '';
}

/** The rows up to the end of the text. */
export function* readFixedList(text: string, table: FixedTable): Generator<RowReading> {
  const { columns, from, starts } = table;
  for (const { number, text: line } of linesOf(text, from)) {
    if (isRuler(line)) yield null;
    else if (line.length > longestLine) yield tooLong(number, line);
    else yield readFixedRow(columns, starts, number, line);
  }
}

function readFixedRow(columns: Columns, starts: readonly number[], line: number, whole: string): RowReading {
  const cells = cellsOf(whole, starts);
  const cut = columns.fields.findIndex(
    (field, at) => field !== undefined && needsAll.has(field) && isCut(cells[at]),
  );
  if (cut === -1) return readRow(columns, { line, cells, whole });
  const why = problem('list-cell-cut', { text: shorten(cells[cut] ?? '') });
  return err({ line, column: shorten(columns.names[cut] ?? ''), text: shorten(whole), problem: why });
}

/** What would be another name, or another tenant, without its end. Of several domains the last may be missing. */
const needsAll: ReadonlySet<Field> = new Set([
  'tenant',
  'perhapsTenant',
  'ownId',
  'tenantOrName',
  'domain',
  'name',
  'link',
]);

/** A terminal writes three points, or one sign of them, where a column is too narrow. */
function isCut(cell = ''): boolean {
  return /(?:…|\.\.\.)$/.test(cell);
}

/** Signs that take two places of a terminal. Source: Unicode's East Asian Width, wide and full-width blocks. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;

/** Where each place of the terminal is in the line, and the line's end last. */
function placesOf(line: string): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < line.length; at += 1) {
    places.push(at);
    if (wide.test(line.charAt(at))) places.push(at);
  }
  return places;
}

/** In places of a terminal. */
function startsOf(line: string, word: RegExp): readonly number[] {
  const places = placesOf(line);
  return [...line.matchAll(word)].map(({ index }) => places.indexOf(index));
}

/** The line cut where the columns begin, or at the blank before where a value is longer than the place it has. */
function cellsOf(line: string, starts: readonly number[]): string[] {
  const places = wide.test(line) ? placesOf(line) : undefined;
  const cuts = starts.map((start, column) => {
    if (column === 0) return 0;
    let at = places ? (places[start] ?? line.length) : Math.min(start, line.length);
    while (at > 0 && at < line.length && line[at - 1] !== ' ') at -= 1;
    return at;
  });
  return cuts.map((cut, column) => line.slice(cut, cuts[column + 1] ?? line.length).trim());
}
