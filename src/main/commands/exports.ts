import type { CommandOutcome } from '#shared/commands/command.ts';
import type { ExportFormat } from '#shared/imports/import.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { isSample } from '#shared/customer/samples.ts';
import type { Directory } from '../customers/store/directory.ts';
import { csvLines } from '../customers/exports/csv-export.ts';
import { exportRows } from '../customers/exports/export-rows.ts';
import type { ListSeparator } from '../customers/exports/list-separator.ts';
import { jsonLines } from '../customers/exports/json-export.ts';
import type { Files } from '../system/files/files.ts';
import { inSlices } from '../system/process/in-slices.ts';

export interface ExportOptions {
  readonly directory: Pick<Directory, 'observations' | 'annotations'>;
  /** Asks for a place; nothing when the user changes their mind. */
  readonly choosePlace: (format: ExportFormat) => Promise<string | undefined>;
  /** The separator that this user's spreadsheets expect between two cells. */
  readonly separator: () => Promise<ListSeparator>;
  readonly files: Pick<Files, 'write'>;
}

/** Writes all customers and what the user wrote about them to a file. Errors: `cancelled`, those of `Files.write`. */
export async function exportCustomers(options: ExportOptions, format: ExportFormat): Promise<CommandOutcome> {
  const path = await options.choosePlace(format);
  if (path === undefined) return err(problem('cancelled', {}));
  const all = exportRows(options.directory.observations(), options.directory.annotations());
  // What others are to import is no place for samples.
  const rows = all.filter(({ tenantId }) => !isSample(tenantId));
  const lines = format === 'csv' ? csvLines(rows, await options.separator()) : jsonLines(rows);
  const written: string[] = [];
  await inSlices(lines, (line) => written.push(line));
  const done = await options.files.write(path, Buffer.from(written.join('')));
  return done.ok ? ok({ kind: 'exported', file: path, customers: rows.length }) : done;
}
