import { parse } from 'csv-parse/sync';
import { readReference } from '../../../shared/portals/read-reference.ts';
import { problem } from '../../../shared/problem.ts';
import { err } from '../../../shared/result.ts';
import { fieldOf, type Field } from './fields.ts';
import { longestList, shorten, type RowReading } from './list-row.ts';
import { readFields } from './read-fields.ts';

const separators = [';', '\t', ',', '|'];

interface CsvRecord {
  /** The line on which the record begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a table whose first record is a heading. The separator is the one under which most of the heading is
 * understood. Nothing when no heading is. `text` has `\n` between its lines and no byte order mark.
 */
export function readCsvList(text: string): readonly RowReading[] | undefined {
  // Excel's way to state the separator; the heading tells it as well.
  const table = text.replace(/^sep=[^\n]?(?=\n)/i, '');
  let best: { separator: string; fields: readonly (Field | undefined)[] } | undefined;
  for (const separator of separators) {
    const [heading] = records(table, separator, 1);
    const fields = heading === undefined ? [] : readHeading(heading.cells);
    if (known(fields) > known(best?.fields ?? [])) best = { separator, fields };
  }
  if (best === undefined) return undefined;

  const { separator, fields } = best;
  const [heading, ...rows] = records(table, separator, longestList + 2);
  const findable: readonly (Field | undefined)[] = [
    'tenant',
    'perhapsTenant',
    'tenantOrName',
    'link',
    'domain',
  ];
  if (heading !== undefined && !fields.some((field) => field !== undefined && findable.includes(field))) {
    const shown = shorten(heading.cells.join(separator));
    return [err({ line: heading.line, text: shown, problem: problem('link-unknown', { text: shown }) })];
  }
  return rows.map(({ line, cells }) => readFields(line, cells.join(separator), assign(fields, cells)));
}

/** What each column is. Nothing when a cell names a tenant: then it is a row, not a heading. */
function readHeading(cells: readonly string[]): readonly (Field | undefined)[] {
  return cells.some((cell) => readReference(cell).ok) ? [] : cells.map(fieldOf);
}

function known(fields: readonly (Field | undefined)[]): number {
  return fields.filter((field) => field !== undefined).length;
}

function assign(
  fields: readonly (Field | undefined)[],
  cells: readonly string[],
): Partial<Record<Field, string[]>> {
  const texts: Partial<Record<Field, string[]>> = {};
  for (const [column, field] of fields.entries())
    if (field !== undefined) (texts[field] ??= []).push(cells[column] ?? '');
  return texts;
}

/** At most `most` records. Quotes that do not pair up are read as plain characters, so that no row swallows the next. */
function records(text: string, delimiter: string, most: number): CsvRecord[] {
  const paired = parseRecords(text, delimiter, most, '"');
  if (paired !== undefined && !paired.some(swallowedRows)) return paired;
  const plain = parseRecords(text, delimiter, most, false) ?? [];
  return plain.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.replace(/^"|"$/g, '')) }));
}

function parseRecords(
  text: string,
  delimiter: string,
  to: number,
  quote: '"' | false,
): CsvRecord[] | undefined {
  try {
    const parsed = parse(text, {
      delimiter,
      quote,
      to,
      info: true,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({
      line: info.lines - record.join('').split('\n').length + 1,
      cells: record,
    }));
  } catch {
    return undefined;
  }
}

/** A quoted cell may hold line breaks, but not whole rows: tenant ids behind a break are rows it swallowed. */
function swallowedRows({ cells }: CsvRecord): boolean {
  return cells.some((cell) => {
    const lineBreak = cell.indexOf('\n');
    return lineBreak >= 0 && /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i.test(cell.slice(lineBreak));
  });
}
