import type { RefusedImport } from '#shared/imports/import.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { ResolvedRow } from '../formats/combine-rows.ts';
import { refuseTwoNames } from '../formats/conflicts.ts';
import { parseList } from '../formats/parse-list.ts';
import { resolveRows } from '../formats/resolve-rows.ts';
import type { DomainLookup, ToldProgress } from '../sources/domain-lookup.ts';

export interface RowsRead {
  readonly rows: readonly ResolvedRow[];
  /** In the order of the list. */
  readonly refused: readonly RefusedImport[];
  /** Rows that say only what others say. */
  readonly duplicates: number;
  /** What is odd in the list as a whole. */
  readonly told: readonly Problem[];
  /** It is what Tidegate exports: two customers of one name were two before. */
  readonly isOwn: boolean;
}

/**
 * The rows of a list with their tenants; domains are looked up. Errors: those of `parseList`; `list-empty`; `cancelled`.
 */
export async function readRows(
  text: string,
  lookup: Pick<DomainLookup, 'findAll'>,
  signal?: AbortSignal,
  progress?: ToldProgress,
): Promise<Result<RowsRead, Problem>> {
  const parsed = await parseList(text);
  if (!parsed.ok) return parsed;
  const { rows, refused, duplicates, told, isOwn } = parsed.value;
  if (rows.length === 0 && refused.length === 0) return err(problem('list-empty', {}));
  const resolution = await resolveRows(rows, lookup, signal, progress);
  if (signal?.aborted) return err(problem('cancelled', {}));
  // Two domains, or a domain and an id, may be one tenant's, which only now shows.
  const judged = await refuseTwoNames(resolution.resolved, ({ tenantId }) => tenantId);
  const all = [...refused, ...resolution.refused, ...judged.refused];
  return ok({
    rows: judged.rows,
    refused: all.sort((one, other) => one.line - other.line),
    duplicates,
    told,
    isOwn,
  });
}
