import { constants, unwatchFile, watchFile, type Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { reasonOf } from '../storage/reason.ts';

/** What a reader process is started for: one thing, with one place that the user named. Paths are absolute. */
export type Task =
  | {
      readonly do: 'read';
      readonly file: string;
      readonly mostBytes: number;
      /** A version that need not be read again. */
      readonly known?: string;
    }
  /** Replaces what the file holds. A file that is not there is made. */
  | { readonly do: 'write'; readonly file: string; readonly content: Uint8Array }
  /** Tells `changed` again and again, when a file changes, appears or goes. */
  | { readonly do: 'watch'; readonly file: string; readonly everyMilliseconds: number };

/** What stands where a file should be. */
export type NoFile = 'folder' | 'pipe' | 'device' | 'socket' | 'other';

/** What a reader process tells. */
export type TaskAnswer =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly version: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'written' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'no-file'; readonly what: NoFile }
  | { readonly kind: 'too-big' }
  /** `reason`: the file system's own words. */
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Does a task, in a process that can be ended while it hangs. Every answer goes to `tell`: one for a read or a write, any
 * number for a watch.
 */
export async function carryOut(task: Task, tell: (answer: TaskAnswer) => void): Promise<void> {
  if (task.do === 'watch') {
    watch(task, () => tell({ kind: 'changed' }));
    return;
  }
  try {
    tell(task.do === 'read' ? await read(task) : await write(task));
  } catch (error) {
    tell({ kind: 'failed', reason: reasonOf(error) });
  }
}

async function read({ file, known, mostBytes }: Extract<Task, { do: 'read' }>): Promise<TaskAnswer> {
  // SECURITY: looked at before it is opened, because opening a device can do something; and again when it is open.
  const before = whyNoFile(await stat(file));
  if (before !== undefined) return { kind: 'no-file', what: before };
  const handle = await open(file, constants.O_RDONLY | nonBlocking);
  try {
    const found = await handle.stat();
    const what = whyNoFile(found);
    if (what !== undefined) return { kind: 'no-file', what };
    if (found.size > mostBytes) return { kind: 'too-big' };
    const version = `${found.mtimeMs} ${found.size}`;
    if (version === known) return { kind: 'unchanged' };
    const bytes = await readAtMost(handle, mostBytes);
    return bytes === undefined ? { kind: 'too-big' } : { kind: 'read', bytes, version };
  } finally {
    await handle.close();
  }
}

async function write({ content, file }: Extract<Task, { do: 'write' }>): Promise<TaskAnswer> {
  const before = await stat(file).then(whyNoFile, () => undefined);
  if (before !== undefined) return { kind: 'no-file', what: before };
  const handle = await open(file, constants.O_WRONLY | constants.O_CREAT | nonBlocking, 0o666);
  try {
    const what = whyNoFile(await handle.stat());
    if (what !== undefined) return { kind: 'no-file', what };
    await handle.truncate();
    await handle.writeFile(content);
    return { kind: 'written' };
  } finally {
    await handle.close();
  }
}

function watch({ everyMilliseconds, file }: Extract<Task, { do: 'watch' }>, changed: () => void): () => void {
  // By looking again and again: shares do not tell.
  watchFile(file, { interval: everyMilliseconds }, changed);
  return () => unwatchFile(file, changed);
}

/** A pipe is opened at once also when nobody writes to it. Windows has no such flag, and no such pipes. */
const nonBlocking = (constants.O_NONBLOCK as number | undefined) ?? 0;

/** Nothing for a regular file. */
export function whyNoFile(found: Stats): NoFile | undefined {
  if (found.isFile()) return undefined;
  if (found.isDirectory()) return 'folder';
  if (found.isFIFO()) return 'pipe';
  if (found.isSocket()) return 'socket';
  return found.isCharacterDevice() || found.isBlockDevice() ? 'device' : 'other';
}

/** Everything from the beginning; nothing when it is more, also of a file that grows or that has no true size. */
async function readAtMost(handle: FileHandle, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(chunkBytes), 0, chunkBytes, length);
    if (bytesRead === 0) return Buffer.concat(chunks, length);
    length += bytesRead;
    if (length > most) return undefined;
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

const chunkBytes = 1024 * 1024;
