import { cellsOf } from '../formats/annotation-cells.ts';
import type { AnnotationField } from '../formats/fields.ts';
import { neutralised } from '../formats/neutral-cells.ts';
import type { ExportRow } from './export-rows.ts';

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

/** The lines of a table, each with its end; UTF-8 with a byte order mark, so that spreadsheets know it. */
export function* csvLines(rows: readonly ExportRow[], separator: ';' | ','): Generator<string> {
  const line = (cells: readonly string[]) => `${cells.map(quoted).join(separator)}\r\n`;
  yield `\uFEFF${line(exportedHeadings)}`;
  for (const row of rows) {
    const cells: Readonly<Partial<Record<Column, string>>> = {
      tenant: row.tenantId,
      name: row.name ?? '',
      domain: row.defaultDomain ?? '',
      domains: row.domains.join(' '),
      ...cellsOf(row.annotation),
    };
    yield line(columns.map(([column]) => neutralised(cells[column] ?? '')));
  }
}

/** What spreadsheets of this locale expect between two cells: a semicolon where the comma is the decimal sign. */
export function listSeparator(locale: string): ';' | ',' {
  // A system without a language tells one that is no language tag, such as `C`.
  const known = /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(locale) ? locale : 'en-US';
  return new Intl.NumberFormat(known).format(0.5).includes(',') ? ';' : ',';
}

function quoted(cell: string): string {
  return /[\s"',;|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
