import type { ExportRow } from './export-rows.ts';

/** The rows as JSON, one customer a line. `formats/json-list` reads it. */
export function* jsonLines(rows: readonly ExportRow[]): Generator<string> {
  yield '{"customers": [';
  for (const [index, row] of rows.entries()) yield `${index === 0 ? '' : ','}\n  ${JSON.stringify(row)}`;
  yield '\n]}\n';
}
