import { cellsOf } from '../formats/annotation-cells.ts';
import type { AnnotationField } from '../formats/fields.ts';
import { neutralised } from '../formats/neutral-cells.ts';
import type { ExportRow } from './export-rows.ts';
import type { ListSeparator } from './list-separator.ts';

type Column = 'tenant' | 'name' | 'domain' | 'domains' | AnnotationField;

/** Headings that `formats/fields` knows, in the same words in every language, so that a list can be passed on. */
const columns: readonly (readonly [Column, heading: string])[] = [
  ['tenant', 'Tenant ID'],
  ['name', 'Name'],
  ['domain', 'Default domain'],
  ['domains', 'Domains'],
  ['ownName', 'Own name'],
  ['aliases', 'Aliases'],
  ['tags', 'Tags'],
  ['favourite', 'Favourite'],
  ['hidden', 'Hidden'],
  ['note', 'Note'],
  ['instruction', 'Instruction'],
  ['atLaunch', 'Show instruction at launch'],
  ['colour', 'Colour'],
  ['links', 'Custom links'],
  ['browser', 'Open in browser'],
  ['isolation', 'Browser isolation'],
  ['ownProfile', 'Own browser profile'],
  ['account', 'Serving account'],
];

export const exportedHeadings: readonly string[] = columns.map(([, heading]) => heading);

/** A table in UTF-8 begins with it, so that spreadsheets know the encoding. */
export const utf8Mark = '\uFEFF';

/** One line of a table with its end. SECURITY: no cell of it is run as a formula. */
export function csvLine(cells: readonly string[], separator: ListSeparator): string {
  return `${cells.map((cell) => quoted(neutralised(cell))).join(separator)}\r\n`;
}

/** The lines of a table, each with its end. */
export function* csvLines(rows: readonly ExportRow[], separator: ListSeparator): Generator<string> {
  yield utf8Mark + csvLine(exportedHeadings, separator);
  for (const row of rows) {
    const cells: Readonly<Partial<Record<Column, string>>> = {
      tenant: row.tenantId,
      name: row.name ?? '',
      domain: row.defaultDomain ?? '',
      domains: row.domains.join(' '),
      ...cellsOf(row.annotation),
    };
    yield csvLine(
      columns.map(([column]) => cells[column] ?? ''),
      separator,
    );
  }
}

function quoted(cell: string): string {
  return /[\s"',;|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
