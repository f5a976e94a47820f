import { constants, unwatchFile, watchFile } from 'node:fs';
import { access, open, readdir, realpath, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { thisPlatform } from '../process/this-platform.ts';
import { reasonOf } from '../storage/reason.ts';
import { whyNoFile, type NoFile } from './no-file.ts';
import { windowsFile } from './windows-file.ts';

const isWindows = thisPlatform === 'win32';

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
  /** Tells what stands at a place where a program is said to be. */
  | { readonly do: 'look'; readonly file: string }
  /** Tells `changed` again and again, when a file changes, appears or goes. */
  | { readonly do: 'watch'; readonly file: string; readonly everyMilliseconds: number };

/** What stands where a program is said to be. */
export interface ProgramFound {
  readonly isExecutable: boolean;
  /** Changes when another file lies at the path. */
  readonly mark: string;
  /** Names of the files beside it. */
  readonly beside: readonly string[];
  /** Where it really is, when links lead there, and the names beside that. */
  readonly realPath: string;
  readonly besideReal: readonly string[];
}

/** What a reader process tells. */
export type TaskAnswer =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly version: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'written' }
  | { readonly kind: 'looked'; readonly program: ProgramFound }
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
  // SECURITY: before anything is opened, because opening a device can do something.
  const meant = isWindows ? windowsFile(task.file) : { kind: 'file' as const, path: task.file };
  if (meant.kind === 'no-file') {
    tell(meant);
    return;
  }
  const asked = { ...task, file: meant.path };
  if (asked.do === 'watch') {
    watch(asked, () => tell({ kind: 'changed' }));
    return;
  }
  try {
    tell(await answerTo(asked));
  } catch (error) {
    tell({ kind: 'failed', reason: reasonOf(error) });
  }
}

function answerTo(task: Exclude<Task, { do: 'watch' }>): Promise<TaskAnswer> {
  if (task.do === 'look') return look(task.file);
  return task.do === 'read' ? read(task) : write(task);
}

async function look(file: string): Promise<TaskAnswer> {
  const found = await stat(file);
  const what = whyNoFile(found);
  if (what !== undefined) return { kind: 'no-file', what };
  const isExecutable = await access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
  const realPath = await realpath(file);
  const [beside, besideReal] = await Promise.all(
    [dirname(file), dirname(realPath)].map((each) => readdir(each)),
  );
  const mark = `${found.mtimeMs} ${found.size}`;
  const names = { beside: beside ?? [], besideReal: besideReal ?? [] };
  return { kind: 'looked', program: { isExecutable, mark, realPath, ...names } };
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
