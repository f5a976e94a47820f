import { useEffect } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import { heaviestList } from '#shared/imports/import.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';

/**
 * Hands a file that is dropped anywhere on the window to main as a list: its bytes, never its path. What is no file is
 * told. Text that is dragged into a field stays the field's.
 */
export function useDroppedList(api: Pick<TidegateApi, 'run'>, tell: (problem: Problem | null) => void): void {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const drop = (event: DragEvent): void => {
      if (!bringsFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      // Both are empty once the event is over.
      const file = fileIn(event.dataTransfer);
      void handOn(file).then(tell);
    };
    const handOn = async (file: Result<File, Problem>): Promise<Problem | null> => {
      const bytes = file.ok ? await bytesOf(file.value) : file;
      if (!bytes.ok) return bytes.error;
      const outcome = await api.run({ kind: 'dropList', bytes: bytes.value });
      return outcome.ok ? null : outcome.error;
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  });
}

function bringsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

/** The one file that is dropped. Errors: `drop-no-file`, `drop-several`, `list-too-big`. */
export function fileIn({ files, items }: Pick<DataTransfer, 'files' | 'items'>): Result<File, Problem> {
  const [file, ...others] = files;
  const isFolder = [...items].some((item) => item.webkitGetAsEntry()?.isDirectory === true);
  if (file === undefined || isFolder) return err(problem('drop-no-file', {}));
  if (others.length > 0) return err(problem('drop-several', { count: String(files.length) }));
  if (file.size > heaviestList)
    return err(problem('list-too-big', { megabytes: String(heaviestList / 1024 / 1024) }));
  return ok(file);
}

async function bytesOf(file: File): Promise<Result<Uint8Array, Problem>> {
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return err(problem('drop-unreadable', { file: file.name.slice(0, 80) }));
  }
}
