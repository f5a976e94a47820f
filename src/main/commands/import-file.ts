import { open } from 'node:fs/promises';
import type { CommandOutcome, ImportReport } from '../../shared/command.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { decodeList, heaviestList, tooBig } from '../directory/list/decode-list.ts';
import { reasonOf } from '../storage/reason.ts';

/** Asks for a file and imports it. Errors: `cancelled`, `list-unreadable`, those of the import. */
export async function importFile(
  choose: () => Promise<string | undefined>,
  importText: (text: string) => Promise<Result<ImportReport, Problem>>,
): Promise<CommandOutcome> {
  const file = await choose();
  if (file === undefined) return err(problem('cancelled', {}));
  const bytes = await readList(file);
  if (!bytes.ok) return bytes;
  const text = decodeList(bytes.value);
  if (!text.ok) return text;
  const imported = await importText(text.value);
  return imported.ok ? ok({ kind: 'imported', report: imported.value }) : imported;
}

async function readList(file: string): Promise<Result<Uint8Array, Problem>> {
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
