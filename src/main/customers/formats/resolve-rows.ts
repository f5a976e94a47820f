import { inSlices } from '../../system/process/in-slices.ts';
import type { DomainLookup, ToldProgress } from '../sources/domain-lookup.ts';
import type { RefusedImport } from '#shared/imports/import.ts';
import type { ResolvedRow } from './combine-rows.ts';
import type { ListRow } from './list-row.ts';

export interface ResolvedRows {
  readonly resolved: readonly ResolvedRow[];
  /** The rows whose domain no tenant was found for. */
  readonly refused: readonly RefusedImport[];
}

/** Finds the tenants of the rows that name only a domain. */
export async function resolveRows(
  rows: readonly ListRow[],
  lookup: Pick<DomainLookup, 'findAll'>,
  signal?: AbortSignal,
  told?: ToldProgress,
): Promise<ResolvedRows> {
  const unresolved: string[] = [];
  await inSlices(rows, ({ reference }) => {
    if (reference.kind === 'domain') unresolved.push(reference.domain);
  });
  const answers = await lookup.findAll(unresolved, signal, told);
  const resolved: ResolvedRow[] = [];
  const refused: RefusedImport[] = [];
  await inSlices(rows, ({ reference, ...rest }) => {
    if (reference.kind === 'tenant') {
      resolved.push({ tenantId: reference.tenantId, ...rest });
      return;
    }
    const answer = answers.get(reference.domain);
    // It is one of the tenant's domains for certain; whether it is the default one, only the row can tell.
    if (answer?.ok)
      resolved.push({ tenantId: answer.value, ...rest, domains: [reference.domain, ...rest.domains] });
    else if (answer)
      refused.push({ line: rest.line, column: null, text: reference.domain, problem: answer.error });
  });
  return { resolved, refused };
}
