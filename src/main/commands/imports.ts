import type { CommandOutcome, ImportReport } from '../../shared/command.ts';
import type { ImportOrigin } from '../../shared/import.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Importer } from '../directory/imports/importer.ts';
import { decodeList, heaviestList } from '../directory/list/decode-list.ts';
import type { Files } from '../files/files.ts';

/** A list file that the user chooses. */
export interface ChosenList {
  /** Asks for one; nothing when the user changes their mind. */
  readonly choose: () => Promise<string | undefined>;
  readonly files: Pick<Files, 'read'>;
}

/** Imports at once what a text or a chosen file names. Errors: `cancelled`, those of `Files.read` and of the import. */
export async function importFrom(
  origin: ImportOrigin,
  chosen: ChosenList,
  importer: Pick<Importer, 'importText'>,
): Promise<CommandOutcome> {
  const text = await textOf(origin, chosen);
  return text.ok ? imported(await importer.importText(text.value)) : text;
}

/** Tells what a text or a chosen file would change. Errors: as `importFrom`. */
export async function previewFrom(
  origin: ImportOrigin,
  chosen: ChosenList,
  importer: Pick<Importer, 'preview'>,
): Promise<CommandOutcome> {
  const text = await textOf(origin, chosen);
  if (!text.ok) return text;
  const preview = await importer.preview(text.value);
  return preview.ok ? ok({ kind: 'previewed', preview: preview.value }) : preview;
}

export function imported(report: Result<ImportReport, Problem>): CommandOutcome {
  return report.ok ? ok({ kind: 'imported', report: report.value }) : report;
}

async function textOf(origin: ImportOrigin, { choose, files }: ChosenList): Promise<Result<string, Problem>> {
  if (origin.kind === 'text') return ok(origin.text);
  const file = await choose();
  if (file === undefined) return err(problem('cancelled', {}));
  const read = await files.read(file, { mostBytes: heaviestList });
  if (!read.ok) return read;
  // Nothing was known of it that it could be unchanged since.
  return read.value === 'unchanged' ? err(problem('list-empty', {})) : decodeList(read.value.bytes);
}
