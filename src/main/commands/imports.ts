import { open } from 'node:fs/promises';
import type { CommandOutcome, ImportReport } from '../../shared/command.ts';
import type { ImportOrigin } from '../../shared/import.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Importer } from '../directory/imports/importer.ts';
import { decodeList, heaviestList, tooBig } from '../directory/list/decode-list.ts';
import { reasonOf } from '../storage/reason.ts';

/** Asks for a list file; nothing when the user changes their mind. */
type ChooseList = () => Promise<string | undefined>;

/** Imports at once what a text or a chosen file names. Errors: `cancelled`, `list-unreadable`, those of the import. */
export async function importFrom(
  origin: ImportOrigin,
  choose: ChooseList,
  importer: Pick<Importer, 'importText'>,
): Promise<CommandOutcome> {
  const text = await textOf(origin, choose);
  return text.ok ? imported(await importer.importText(text.value)) : text;
}

/** Tells what a text or a chosen file would change. Errors: as `importFrom`. */
export async function previewFrom(
  origin: ImportOrigin,
  choose: ChooseList,
  importer: Pick<Importer, 'preview'>,
): Promise<CommandOutcome> {
  const text = await textOf(origin, choose);
  if (!text.ok) return text;
  const preview = await importer.preview(text.value);
  return preview.ok ? ok({ kind: 'previewed', preview: preview.value }) : preview;
}

export function imported(report: Result<ImportReport, Problem>): CommandOutcome {
  return report.ok ? ok({ kind: 'imported', report: report.value }) : report;
}

async function textOf(origin: ImportOrigin, choose: ChooseList): Promise<Result<string, Problem>> {
  if (origin.kind === 'text') return ok(origin.text);
  const file = await choose();
  if (file === undefined) return err(problem('cancelled', {}));
  const bytes = await readListFile(file);
  return bytes.ok ? decodeList(bytes.value) : bytes;
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
