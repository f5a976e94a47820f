import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readRows } from '../imports/read-rows.ts';
import { combineRows, listedAfter } from '../list/combine-rows.ts';
import { decodeList } from '../list/decode-list.ts';
import type { DomainLookup } from '../sources/domain-lookup.ts';
import { interruption, leftOutOf } from './left-out.ts';
import type { SharedListRecord } from './shared-list-store.ts';

/** What a version of a shared list says. Errors: those of `readRows`, and of the lookup of domains when they pass. */
export async function readList(
  bytes: Uint8Array,
  lookup: Pick<DomainLookup, 'findAll'>,
  signal: AbortSignal,
): Promise<Result<Pick<SharedListRecord, 'rows' | 'leftOut'>, Problem>> {
  const text = decodeList(bytes);
  if (!text.ok) return text;
  const read = await readRows(text.value, lookup, signal);
  if (!read.ok) return read;
  const { rows, refused } = read.value;
  // Rows that only could not be looked up now must not be missing until the list has another version.
  const interrupted = interruption(refused);
  if (interrupted) return err(interrupted);
  // A page of a proxy, or half a file, is no list that everybody has left.
  if (rows.length === 0) return err(problem('list-empty', {}));
  const leftOut = leftOutOf(refused);
  return ok({
    rows: combineRows(rows).map((row) => listedAfter(undefined, row)),
    ...(leftOut && { leftOut }),
  });
}
