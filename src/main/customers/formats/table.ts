import { problem, type Problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import { annotationFields, fieldsOf, findable, freeText, type Field } from './fields.ts';
import { nameColumnsOf, RowTexts, type NameColumn } from './name-columns.ts';
import { shorten, type RowReading } from './list-row.ts';
import { linkedIn, unwrapped } from './marked-cells.ts';
import { asWritten } from './neutral-cells.ts';
import { valueIn } from './no-value.ts';
import { readFields } from './read-fields.ts';

/** What the columns of a table say about a customer, and how the list itself calls them. */
export interface Columns {
  readonly names: readonly string[];
  readonly fields: readonly (Field | undefined)[];
  /** Where several are names, which of them are the customer's. */
  readonly nameColumns: readonly (NameColumn | undefined)[];
  /** How many are understood. */
  readonly known: number;
  /** True when a column can name a tenant. */
  readonly useful: boolean;
  /** True for what Tidegate exports: it comes back as it was. */
  readonly isOwn: boolean;
}

/** Nobody else has columns for these. */
const ownColumns: readonly Field[] = ['ownName', 'atLaunch', 'isolation', 'ownProfile', 'account'];

export function columnsOf(names: readonly string[]): Columns {
  const fields = fieldsOf(names);
  const known = fields.filter((field) => field !== undefined);
  return {
    names,
    fields,
    nameColumns: nameColumnsOf(names),
    known: known.length,
    useful: known.some((field) => findable.has(field)),
    isOwn: ownColumns.every((field) => known.includes(field)),
  };
}

/** True for a cell in which anything may stand. */
export function isFreeText({ fields }: Columns, cell: number): boolean {
  return freeText.has(fields[cell] ?? 'otherId');
}

/** Why none of a table's rows can be read: its heading tells that no column names a tenant. */
export function noTenantColumn({ names }: Pick<Columns, 'names'>): Problem {
  const filled = names.map(shorten).filter((name) => name !== '');
  return problem('list-no-tenant-column', { columns: shorten(filled.join(', ')) });
}

/** The customer of one row. `whole`: the row as text, to report it. */
export function readRow(
  { fields, isOwn, nameColumns, names }: Columns,
  row: { readonly line: number; readonly cells: readonly string[]; readonly whole: string },
): NonNullable<RowReading> {
  const labels: Partial<Record<Field, string>> = {};
  const texts = new RowTexts(nameColumns);
  for (const [column, field] of fields.entries()) {
    if (field === undefined) continue;
    const cell = row.cells[column] ?? '';
    texts.add(column, field, isOwn ? written(cell) : meant(field, valueIn(field, written(cell))));
    labels[field] ??= shorten(names[column] ?? '');
  }
  return readFields({ line: row.line, whole: row.whole, texts: texts.all, labels });
}

/** Excel's way to keep a text a text, and our own way to keep it no formula, are no part of it. */
function written(cell: string): string {
  const text = /^="(.*)"$/s.exec(cell)?.[1];
  return asWritten(text === undefined ? cell : text.replaceAll('""', '"'));
}

const ofTheUser: ReadonlySet<Field> = new Set(annotationFields);

/** What other programs put around a value is no part of it; what the user wrote stays sign by sign. */
function meant(field: Field, cell: string): string {
  return ofTheUser.has(field) ? cell : unwrapped(linkedIn(field, cell.trim()));
}

/** A row that is longer than any row of a list is. */
export function tooLong(line: number, text: string): NonNullable<RowReading> {
  return err({ line, column: null, text: shorten(text), problem: problem('list-row-too-long', {}) });
}
