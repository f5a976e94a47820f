import { parseHttpsAddress } from '#shared/text/https-address.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { Files } from '../../system/files/files.ts';
import { isWholePath } from '../../system/files/whole-path.ts';
import { thisPlatform } from '../../system/process/this-platform.ts';
import { heaviestList } from '#shared/imports/import.ts';
import type { HttpClient } from '../../system/net/http-client.ts';
import { statusProblem } from '../../system/net/read-answer.ts';

/** A version of the list, or that there is none newer than the one known. */
export type Reading =
  | {
      readonly bytes: Uint8Array;
      readonly version: string | undefined;
      /** What a server says it is. */
      readonly contentType?: string;
    }
  | 'unchanged';

export interface PlaceReader {
  readonly files: Pick<Files, 'read'>;
  /** A client of the one API session that reaches this host and no other. */
  readonly clientFor: (host: string) => HttpClient;
}

/** True for what can be set as the place of a shared list: a whole path, on a share too, or a plain https address. */
export function isListPlace(text: string, platform = thisPlatform): boolean {
  return parseHttpsAddress(text) !== undefined || isWholePath(text, platform);
}

/**
 * Reads a list unless it is still the `known` version. Errors: `shared-list-unreadable`,
 * `not-a-file`, `file-hangs`, `list-too-big`, `cancelled`, those of HttpClient.
 */
export async function readPlace(
  place: string,
  known: string | undefined,
  reader: PlaceReader,
  signal: AbortSignal,
): Promise<Result<Reading, Problem>> {
  const url = parseHttpsAddress(place);
  if (url === undefined) return readFromDisk(place, known, reader, signal);
  // SECURITY: this host alone, anonymously: no token, no cookie, no redirect.
  const headers = known === undefined ? {} : { 'if-none-match': known };
  const sent = { method: 'GET', url: url.href, headers, signal, mostBytes: heaviestList } as const;
  const answer = await reader.clientFor(url.hostname).send(sent);
  if (!answer.ok) return answer;
  if (answer.value.status === 304 && known !== undefined) return ok('unchanged');
  const failure = statusProblem(url.hostname, answer.value);
  if (failure) return err(failure);
  return ok({
    bytes: answer.value.bytes ?? Buffer.from(answer.value.body),
    version: answer.value.headers['etag'],
    contentType: answer.value.headers['content-type'] ?? '',
  });
}

async function readFromDisk(
  file: string,
  known: string | undefined,
  { files }: PlaceReader,
  signal: AbortSignal,
): Promise<Result<Reading, Problem>> {
  const read = await files.read(file, {
    mostBytes: heaviestList,
    signal,
    ...(known !== undefined && { known }),
  });
  return read.ok ? read : err(ofPlace(read.error));
}

/** Nobody opens this file again by hand: it is read anew at each sync. */
function ofPlace(error: Problem): Problem {
  return error.kind === 'list-unreadable' ? problem('shared-list-unreadable', error.values) : error;
}
