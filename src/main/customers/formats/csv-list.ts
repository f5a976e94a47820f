import { readReference } from '#shared/portals/read-reference.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import { readRecords, type CsvRecord, type RecordOptions } from './csv-records.ts';
import { fieldOf } from './fields.ts';
import { isRuler, linesOf, mayNameTenant } from './lines.ts';
import { shorten, type Remarks, type RowReading } from './list-row.ts';
import { joinedCells } from './marked-cells.ts';
import { columnsOf, isFreeText, readRow, tooLong, type Columns } from './table.ts';

const separators = [';', '\t', ',', '|'];

/** A heading stands among so many lines, and within so many characters, or the table has none. */
const linesLooked = 40;
const looked = 65_536;
/** In characters. */
const longestHeading = 5_000;

/** A table whose heading is known. */
export interface CsvTable {
  readonly separator: string;
  readonly columns: Columns;
  /** Where the heading begins. */
  readonly from: { readonly at: number; readonly line: number };
}

/**
 * The heading of a table: the line under whose cells most is understood, with the separator that shows most. Before it
 * may stand what programs and people write there: `#TYPE`, `sep=;`, a title, blank lines; nothing that names a tenant.
 * `text` is plain (see plainList).
 */
export function findHeading(text: string): CsvTable | undefined {
  const beginning = text.slice(0, looked);
  let best: CsvTable | undefined;
  let isFirst = true;
  for (const { at, number, text: line } of linesOf(beginning)) {
    if (number > linesLooked) break;
    if (isRuler(line) || isPreface(line)) continue;
    if (line.length > longestHeading || mayNameTenant(line)) break;
    for (const separator of separatorsIn(text)) {
      const [heading] = readRecords(beginning, separator, { from: { at, line: number } });
      if (!heading || heading.over) continue;
      const columns = columnsOf(headingCells(heading.cells, separator));
      // `Org.nr` beside headings is one, though a domain may end so.
      if (heading.cells.some(isTenant) && !(columns.useful && columns.known > 1)) continue;
      // A title above may hold a word that is a heading elsewhere: below the first line only what is useful counts.
      if (!isFirst && !columns.useful) continue;
      if (isBetter(columns, best?.columns)) best = { separator, columns, from: { at, line: number } };
    }
    if (separators.some((separator) => line.split(separator).some(isTenant))) break;
    isFirst = false;
  }
  return best ?? unknownHeading(beginning);
}

function isBetter(one: Columns, other: Columns | undefined): boolean {
  if (other === undefined) return one.known > 0;
  if (one.useful !== other.useful) return one.useful;
  return one.known > other.known;
}

/** So many rows show what a table is. */
const rowsLooked = 20;

/**
 * A heading of which nothing is understood: several words in a line, none of which names a tenant, above rows of as many
 * cells that do.
 */
function unknownHeading(text: string): CsvTable | undefined {
  for (const separator of separators) {
    const records: CsvRecord[] = [];
    for (const record of readRecords(text, separator)) {
      if (record === null) continue;
      const [only, ...others] = record.cells;
      if (others.length === 0 && (only === undefined || isRuler(only) || isPreface(only))) continue;
      records.push(record);
      if (records.length > rowsLooked || record.over || record.cells.join(' ').length > longestHeading) break;
    }
    // The last one may be cut off.
    if (records.length > rowsLooked) records.pop();
    const first = records.findIndex(({ cells }) => cells.length > 1);
    const [heading, ...rows] = records.slice(Math.max(first, 0));
    if (!heading || rows.length < 2 || first > 5) continue;
    const { cells, line } = heading;
    const isHeading =
      cells.length > 1 && cells.every((cell) => isTitle(cell)) && new Set(cells).size === cells.length;
    const fits = rows.filter((row) => row.cells.length === cells.length);
    const naming = fits.filter((row) => row.cells.some((cell) => namesTenant(meantCell(cell))));
    if (!isHeading || fits.length < rows.length || naming.length * 2 < rows.length) continue;
    return { separator, columns: columnsOf(cells), from: { at: 0, line } };
  }
  return undefined;
}

/** A word or a few, as a heading has them: no number, no legal form that a comma parted from its name. */
function isTitle(cell: string): boolean {
  const isForm = /^(?:inc|ltd|llc|llp|plc|corp|co|gmbh|ag|sa|sas|sarl|srl|bv|nv|oy|ab|as|limited)\.?$/i.test(
    cell,
  );
  return /\p{L}/u.test(cell) && cell.length <= 60 && !mayNameTenant(cell) && !namesTenant(cell) && !isForm;
}

function meantCell(cell: string): string {
  return cell.replace(/^="(.*)"$/s, '$1');
}

/** What Windows PowerShell, Excel and SharePoint write before a heading. */
function isPreface(line: string): boolean {
  return /^\s*"?(?:#TYPE\b|sep=|ListSchema=)/i.test(line);
}

/** The one that the list states is one of them. */
function separatorsIn(text: string): readonly string[] {
  const stated = /^\s*"?sep=([^\s"])/i.exec(text.slice(0, 100))?.[1];
  return stated === undefined || separators.includes(stated) ? separators : [stated, ...separators];
}

function namesTenant(cell: string): boolean {
  return cell.length <= 4_000 && readReference(cell).ok;
}

/** `company.name` and `tenant.id` are headings, though domains may end so. */
function isTenant(cell: string): boolean {
  return namesTenant(cell) && fieldOf(cell) === undefined;
}

/** Jira and Confluence write `||Customer||Tenant ID||` above `|Contoso|…|`. */
function headingCells(cells: readonly string[], separator: string): readonly string[] {
  const parted = cells.filter((_cell, at) => at % 2 === 0);
  const isWiki =
    separator === '|' &&
    cells.length > 4 &&
    cells.every((cell, at) => at % 2 === 0 || cell === '') &&
    parted[0] === '' &&
    parted.at(-1) === '';
  return isWiki ? parted : cells;
}

/** The rows below a heading that has a column which can name a tenant. */
export function* readCsvList(text: string, table: CsvTable, remarks: Remarks): Generator<RowReading> {
  const { from, separator } = table;
  let { columns } = table;
  const options: RecordOptions = { from, remarks, freeText: (cell) => isFreeText(columns, cell) };
  for (const record of readRecords(text, separator, options)) {
    if (record === null) {
      yield null;
      continue;
    }
    const { line, over } = record;
    const whole = record.cells.join(separator);
    if (line === from.line || (whole.length < 1_000 && isRuler(whole))) continue;
    const next = over ? undefined : headingAgain(record.cells, whole, table);
    if (next !== undefined) {
      columns = next;
      yield null;
      continue;
    }
    const cells = separator === '|' ? joinedCells(record.cells, columns.names.length) : record.cells;
    if (over) yield tooLong(line, whole);
    else yield tooWide(columns, { ...record, cells }, whole) ?? readRow(columns, { line, cells, whole });
  }
}

/**
 * The columns below another heading: lists are put together of several, and each may have its own order. A row that has
 * what looks like an id, a link or a domain is none.
 */
function headingAgain(
  cells: readonly string[],
  whole: string,
  { separator, columns }: CsvTable,
): Columns | undefined {
  if (whole.length > longestHeading || mayNameTenant(whole)) return undefined;
  const now = headingCells(cells, separator);
  if (now.length === columns.names.length && now.every((cell, at) => cell === columns.names[at]))
    return columns;
  if (/\.\p{L}{2,}/u.test(whole)) return undefined;
  const next = columnsOf(now);
  const filled = cells.filter((cell) => cell !== '').length;
  return next.useful && next.known > 1 && next.known * 2 >= filled ? next : undefined;
}

/**
 * Why a row cannot be read that has a value beyond the heading's columns: a separator inside a value has moved all behind
 * it to a column that is not theirs, or the heading leaves one out. Blank cells at its end are no values.
 */
function tooWide(columns: Columns, { cells, line }: CsvRecord, whole: string): RowReading | undefined {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const named = columns.names.length;
  if (filled <= named) return undefined;
  const why = problem('list-row-too-wide', { cells: String(filled), columns: String(named) });
  return err({ line, column: null, text: shorten(whole), problem: why });
}
