import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { inSlices } from '../../system/process/in-slices.ts';
import { readRows } from '../imports/read-rows.ts';
import { combineRows, listedAfter } from '../formats/combine-rows.ts';
import { sniff, type ListHints } from '../formats/sniff.ts';
import type { DomainLookup } from '../sources/domain-lookup.ts';
import { interruption, leftOutOf } from './left-out.ts';
import type { SharedListRecord } from './shared-list-store.ts';

/**
 * What a version of a shared list says. Errors: those of `sniff` and `readRows`, and of the lookup of domains when they
 * pass.
 */
export async function readList(
  bytes: Uint8Array,
  hints: ListHints,
  lookup: Pick<DomainLookup, 'findAll'>,
  signal: AbortSignal,
): Promise<Result<Omit<SharedListRecord, 'place' | 'version' | 'refused'>, Problem>> {
  const list = await sniff(bytes, hints);
  if (!list.ok) return list;
  const { encoding, guessed, text } = list.value;
  const read = await readRows(text, lookup, signal);
  if (!read.ok) return read;
  const { rows, refused, told } = read.value;
  // Rows that only could not be looked up now must not be missing until the list has another version.
  const interrupted = interruption(refused);
  if (interrupted) return err(interrupted);
  // A page of a proxy, or half a file, is no list that everybody has left.
  if (rows.length === 0) return err(problem('list-empty', {}));
  const leftOut = leftOutOf(refused);
  const openQuote = told.find((each) => each.kind === 'list-quote-open')?.values.line;
  const listed: SharedListRecord['rows'][number][] = [];
  await inSlices(await combineRows(rows), (row) => void listed.push(listedAfter(undefined, row)));
  return ok({
    rows: listed,
    ...(leftOut && { leftOut }),
    ...(hints.encoding !== undefined && { chosen: hints.encoding }),
    ...(guessed && { guessed: encoding }),
    ...(openQuote !== undefined && { openQuote }),
  });
}
