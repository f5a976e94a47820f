import { stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { parseHttpsAddress } from '../../../shared/https-address.ts';
import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { heaviestList, tooBig } from '../list/decode-list.ts';
import { abortable } from '../../net/abortable.ts';
import type { HttpClient } from '../../net/http-client.ts';
import { statusProblem } from '../../net/read-answer.ts';
import { reasonOf } from '../../storage/reason.ts';

/** A version of the list, or that there is none newer than the one known. */
export type Reading = { readonly bytes: Uint8Array; readonly version: string | undefined } | 'unchanged';

export interface PlaceReader {
  readonly readFile: (file: string) => Promise<Result<Uint8Array, Problem>>;
  /** A client of the one API session that reaches this host and no other. */
  readonly clientFor: (host: string) => HttpClient;
}

/** True for what can be set as the place of a shared list: an absolute path or a plain https address. */
export function isListPlace(text: string): boolean {
  return parseHttpsAddress(text) !== undefined || isAbsolute(text);
}

/**
 * Reads a list unless it is still the `known` version. Errors: `shared-list-unreadable`,
 * `list-too-big`, `cancelled`, those of HttpClient.
 */
export async function readPlace(
  place: string,
  known: string | undefined,
  reader: PlaceReader,
  signal: AbortSignal,
): Promise<Result<Reading, Problem>> {
  const url = parseHttpsAddress(place);
  // A share that is gone answers after a minute or never, and cannot be told to leave off: nobody waits for it.
  if (url === undefined)
    return abortable(readFromDisk(place, known, reader), signal, () => err(problem('cancelled', {})));
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
  });
}

async function readFromDisk(
  file: string,
  known: string | undefined,
  { readFile }: PlaceReader,
): Promise<Result<Reading, Problem>> {
  try {
    const { mtimeMs, size } = await stat(file);
    if (size > heaviestList) return err(tooBig());
    const version = `${mtimeMs} ${size}`;
    if (version === known) return ok('unchanged');
    const bytes = await readFile(file);
    return bytes.ok ? ok({ bytes: bytes.value, version }) : err(ofPlace(bytes.error));
  } catch (error) {
    return err(problem('shared-list-unreadable', { file, reason: reasonOf(error) }));
  }
}

/** Nobody opens this file again by hand: it is read anew at each sync. */
function ofPlace(error: Problem): Problem {
  return error.kind === 'list-unreadable' ? problem('shared-list-unreadable', error.values) : error;
}
