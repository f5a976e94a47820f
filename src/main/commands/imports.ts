import { open } from 'node:fs/promises';
import type { CommandOutcome, ImportReport } from '../../shared/command.ts';
import type { ImportOrigin } from '../../shared/import.ts';
import type { ListReadAs } from '../../shared/list-encoding.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Importer } from '../directory/imports/importer.ts';
import { heaviestList } from '../../shared/import.ts';
import { tooBig } from '../directory/list/decode-list.ts';
import { sniff } from '../directory/list/sniff.ts';
import { reasonOf } from '../storage/reason.ts';

/** Asks for a list file; nothing when the user changes their mind. */
type ChooseList = () => Promise<string | undefined>;

/** The file that was read last, to be read again with another encoding. */
export interface LastFile {
  bytes?: Uint8Array;
}

/** Imports at once what a text or a file names. Errors: `cancelled`, `list-unreadable`, those of `sniff` and the import. */
export async function importFrom(
  origin: ImportOrigin,
  choose: ChooseList,
  importer: Pick<Importer, 'importText'>,
  last: LastFile = {},
): Promise<CommandOutcome> {
  const list = await listOf(origin, choose, last);
  return list.ok ? imported(await importer.importText(list.value.text, undefined, list.value.readAs)) : list;
}

/** Tells what a text or a file would change. Errors: as `importFrom`. */
export async function previewFrom(
  origin: ImportOrigin,
  choose: ChooseList,
  importer: Pick<Importer, 'preview'>,
  last: LastFile = {},
): Promise<CommandOutcome> {
  const list = await listOf(origin, choose, last);
  if (!list.ok) return list;
  const preview = await importer.preview(list.value.text, undefined, list.value.readAs);
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
  choose: ChooseList,
  last: LastFile,
): Promise<Result<ImportedList, Problem>> {
  if (origin.kind === 'text') return ok({ text: origin.text, readAs: null });
  const bytes = await bytesOf(origin, choose, last);
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
  choose: ChooseList,
  last: LastFile,
): Promise<Result<Uint8Array, Problem>> {
  if (origin.kind === 'bytes') return ok(origin.bytes);
  if (origin.kind === 'again') return last.bytes ? ok(last.bytes) : err(problem('import-outdated', {}));
  const file = await choose();
  return file === undefined ? err(problem('cancelled', {})) : readListFile(file);
}

/** Errors: `list-unreadable`, `list-too-big`. */
export async function readListFile(file: string): Promise<Result<Uint8Array, Problem>> {
  try {
    const handle = await open(file, 'r');
    try {
      // Asked first, so that a file of gigabytes is not read to find that out.
      if ((await handle.stat()).size > heaviestList) return err(tooBig());
      return ok(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    return err(problem('list-unreadable', { file, reason: reasonOf(error) }));
  }
}
