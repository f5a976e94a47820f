import type { CommandOutcome, ImportReport } from '#shared/commands/command.ts';
import type { ImportOrigin } from '#shared/imports/import.ts';
import type { ListReadAs } from '#shared/imports/list-encoding.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { Importer } from '../customers/imports/importer.ts';
import { ImportWork } from '../customers/imports/import-work.ts';
import { heaviestList } from '#shared/imports/import.ts';
import { sniff } from '../customers/formats/sniff.ts';
import type { Files } from '../system/files/files.ts';

/** A list file that the user chooses. */
export interface ChosenList {
  /** Asks for one; nothing when the user changes their mind. */
  readonly choose: () => Promise<string | undefined>;
  readonly files: Pick<Files, 'read'>;
}

/** The file that was read last, to be read again with another encoding. */
export interface LastFile {
  bytes?: Uint8Array;
}

/**
 * Imports at once what a text or a file names. Errors: `cancelled`, those of `Files.read`, of `sniff` and of the import.
 */
export async function importFrom(
  origin: ImportOrigin,
  chosen: ChosenList,
  importer: Pick<Importer, 'importText'>,
  last: LastFile = {},
  work = new ImportWork(() => undefined),
): Promise<CommandOutcome> {
  const list = await listOf(origin, chosen, last);
  if (!list.ok) return list;
  const { readAs, text } = list.value;
  return work.during(async (signal, progress) =>
    imported(await importer.importText(text, signal, readAs, progress)),
  );
}

/** Tells what a text or a file would change. Errors: as `importFrom`. */
export async function previewFrom(
  origin: ImportOrigin,
  chosen: ChosenList,
  importer: Pick<Importer, 'preview'>,
  last: LastFile = {},
  work = new ImportWork(() => undefined),
): Promise<CommandOutcome> {
  const list = await listOf(origin, chosen, last);
  if (!list.ok) return list;
  const { readAs, text } = list.value;
  const preview = await work.during((signal, progress) => importer.preview(text, signal, readAs, progress));
  return preview.ok ? ok({ kind: 'previewed', preview: preview.value }) : preview;
}

export function imported(report: Result<ImportReport, Problem>): CommandOutcome {
  return report.ok ? ok({ kind: 'imported', report: report.value }) : report;
}

interface ImportedList {
  readonly text: string;
  /** Null for a text, which has no bytes. */
  readonly readAs: ListReadAs | null;
}

async function listOf(
  origin: ImportOrigin,
  chosen: ChosenList,
  last: LastFile,
): Promise<Result<ImportedList, Problem>> {
  if (origin.kind === 'text') return ok({ text: origin.text, readAs: null });
  const bytes = await bytesOf(origin, chosen, last);
  if (!bytes.ok) return bytes;
  last.bytes = bytes.value;
  const { encoding } = origin;
  const list = await sniff(bytes.value, { ...(encoding !== undefined && { encoding }) });
  if (!list.ok) return list;
  const { guessed, text } = list.value;
  return ok({ text, readAs: { encoding: list.value.encoding, guessed } });
}

async function bytesOf(
  origin: Exclude<ImportOrigin, { kind: 'text' }>,
  chosen: ChosenList,
  last: LastFile,
): Promise<Result<Uint8Array, Problem>> {
  if (origin.kind === 'bytes') return ok(origin.bytes);
  if (origin.kind === 'again') return last.bytes ? ok(last.bytes) : err(problem('import-outdated', {}));
  const file = await chosen.choose();
  if (file === undefined) return err(problem('cancelled', {}));
  const read = await chosen.files.read(file, { mostBytes: heaviestList });
  if (!read.ok) return read;
  // No earlier version was named, so that the answer cannot be `unchanged`.
  return read.value === 'unchanged' ? err(problem('list-empty', {})) : ok(read.value.bytes);
}
