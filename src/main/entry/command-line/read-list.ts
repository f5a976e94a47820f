import { constants, createReadStream, fstatSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Socket } from 'node:net';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { isatty, ReadStream } from 'node:tty';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { heaviestList } from '#shared/imports/import.ts';
import { tooBig } from '../../customers/formats/decode-list.ts';
import type { Files } from '../../system/files/files.ts';
import { reasonOf } from '../../system/storage/reason.ts';

/**
 * The bytes of a list that was named on a command line: a file, `-` for the standard input, or a pipe, such as what a shell
 * puts for `<(command)`. Whoever typed the line may be allowed to read what the application is not, and only this process
 * has their pipes. A pipe is waited for as long as they like. Errors: those of `Files.read`.
 */
export async function readList(
  file: string,
  folder: string,
  files: Pick<Files, 'read'>,
): Promise<Result<Uint8Array, Problem>> {
  const descriptor = descriptorOf(file);
  if (descriptor !== undefined) return readAll(file, async () => streamOf(descriptor));
  const path = resolve(folder, file);
  const read = await files.read(path, { mostBytes: heaviestList });
  if (read.ok && read.value !== 'unchanged') return ok(read.value.bytes);
  if (read.ok) return err(problem('list-empty', {}));
  const isPipe = read.error.kind === 'not-a-file' && read.error.values.what === 'fileKind.pipe';
  return isPipe ? readAll(path, () => pipeAt(path)) : read;
}

/** What is open in this process already, by the names that shells have for it. */
function descriptorOf(file: string): number | undefined {
  if (file === '-' || file === '/dev/stdin') return 0;
  const [, digits] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,6})$/.exec(file) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function streamOf(descriptor: number): Readable {
  const found = fstatSync(descriptor);
  if (isatty(descriptor)) return new ReadStream(descriptor);
  // No thread waits for what others write: a thread that waits would keep this process from ending.
  if (found.isFIFO() || found.isSocket()) return pipeOf(descriptor);
  return createReadStream('', { fd: descriptor });
}

async function pipeAt(path: string): Promise<Readable> {
  const { fd } = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return pipeOf(fd);
}

function pipeOf(fd: number): Readable {
  return new Socket({ fd, readable: true, writable: false });
}

/** SECURITY: no more than a list may weigh, whatever gives it. */
async function readAll(file: string, start: () => Promise<Readable>): Promise<Result<Uint8Array, Problem>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of (await start()) as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > heaviestList) return err(tooBig());
      chunks.push(chunk);
    }
    return ok(Buffer.concat(chunks, length));
  } catch (error) {
    return err(problem('list-unreadable', { file, reason: reasonOf(error) }));
  }
}
