import { readReference } from '../../../shared/portals/read-reference.ts';
import { problem, type Problem } from '../../../shared/problem.ts';
import { readRecords, type CsvRecord } from './csv-records.ts';
import { fieldOf, findable, freeText, type Field } from './fields.ts';
import { shorten, type RowReading } from './list-row.ts';
import { asWritten } from './neutral-cells.ts';
import { readFields, type FieldTexts } from './read-fields.ts';

const separators = [';', '\t', ',', '|'];

type Columns = readonly (Field | undefined)[];

/** A table whose first record is a heading that is understood. */
export interface CsvTable {
  readonly separator: string;
  readonly heading: CsvRecord;
  readonly columns: Columns;
  /** True when a column can name a tenant. */
  readonly useful: boolean;
}

/**
 * The heading of a table, if its first record is one. The separator is the one under which most of it is understood.
 * `text` has `\n` between its lines and no byte order mark.
 */
export function readHeading(text: string): CsvTable | undefined {
  let best: CsvTable | undefined;
  for (const separator of separators) {
    const [heading] = readRecords(tableIn(text), separator);
    // A cell that names a tenant makes it a row.
    if (heading === undefined || heading.cells.some((cell) => readReference(cell).ok)) continue;
    const columns = heading.cells.map(fieldOf);
    if (known(columns) <= known(best?.columns ?? [])) continue;
    const useful = columns.some((field) => field !== undefined && findable.has(field));
    best = { separator, heading, columns, useful };
  }
  return best;
}

/** Why none of a table's rows can be read: its heading tells that no column names a tenant. */
export function noTenantColumn({ heading }: CsvTable): Problem {
  const columns = heading.cells.map(shorten).filter((cell) => cell !== '');
  return problem('list-no-tenant-column', { columns: shorten(columns.join(', ')) });
}

/** The rows below a heading that has a column which can name a tenant. */
export function* readCsvList(text: string, table: CsvTable): Generator<RowReading> {
  const { separator, heading, columns } = table;
  const labels = labelsOf(columns, heading.cells);
  const free = (cell: number) => freeText.has(columns[cell] ?? 'otherId');
  for (const { line, cells } of readRecords(tableIn(text), separator, free)) {
    if (line === heading.line) continue;
    const whole = cells.join(separator);
    yield readFields({ line, whole, texts: textsOf(columns, cells.map(asWritten)), labels });
  }
}

/** Without Excel's way to state the separator: the heading tells it as well. The line stays. */
function tableIn(text: string): string {
  return text.replace(/^sep=[^\n]?(?=\n)/i, '');
}

function known(columns: Columns): number {
  return columns.filter((field) => field !== undefined).length;
}

function textsOf(columns: Columns, cells: readonly string[]): FieldTexts {
  const texts: Partial<Record<Field, string[]>> = {};
  for (const [column, field] of columns.entries())
    if (field !== undefined) (texts[field] ??= []).push(cells[column] ?? '');
  return texts;
}

/** How the list itself calls each field, to say where a row is wrong. */
function labelsOf(columns: Columns, heading: readonly string[]): Partial<Record<Field, string>> {
  const labels: Partial<Record<Field, string>> = {};
  for (const [column, field] of columns.entries())
    if (field !== undefined) labels[field] ??= shorten(heading[column] ?? '');
  return labels;
}
