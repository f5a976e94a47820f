import type { ImportReport } from '../../shared/command.ts';
import { readReference } from '../../shared/portals/read-reference.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { TenantId } from '../../shared/tenant-id.ts';
import { cleanName } from './customer-name.ts';
import type { Directory } from './directory.ts';
import { parseList } from './list/parse-list.ts';
import { resolveRows } from './list/resolve-rows.ts';
import type { DomainLookup } from './sources/domain-lookup.ts';

/** How many refused rows a report shows; it counts them all. */
const shownRefusals = 100;

/** Puts what the user pastes, opens or types on the user's own list. Domains are looked up on the way. */
export class Importer {
  readonly #directory: Pick<Directory, 'addToList' | 'annotate' | 'annotationOf'>;
  readonly #lookup: Pick<DomainLookup, 'findAll'>;

  constructor(
    directory: Pick<Directory, 'addToList' | 'annotate' | 'annotationOf'>,
    lookup: Pick<DomainLookup, 'findAll'>,
  ) {
    this.#directory = directory;
    this.#lookup = lookup;
  }

  /**
   * Adds every row that names a tenant and reports every one that does not. Errors: those of `parseList`, `list-empty`,
   * `cancelled` (nothing was changed), `storage-unwritable` (the list has the rows until Tidegate ends).
   */
  async importText(text: string, signal?: AbortSignal): Promise<Result<ImportReport, Problem>> {
    const parsed = parseList(text);
    if (!parsed.ok) return parsed;
    const { rows, refused } = parsed.value;
    if (rows.length === 0 && refused.length === 0) return err(problem('list-empty', {}));
    const resolution = await resolveRows(rows, this.#lookup, signal);
    if (signal?.aborted) return err(problem('cancelled', {}));
    const change = await this.#directory.addToList(resolution.resolved);
    if (!change.ok) return change;
    const allRefused = [...refused, ...resolution.refused].sort((one, other) => one.line - other.line);
    return ok({
      ...change.value,
      refused: allRefused.slice(0, shownRefusals),
      refusedCount: allRefused.length,
    });
  }

  /**
   * Adds one customer by tenant id, domain or portal link; `name` becomes the user's own name for it, which no sync
   * changes. Errors: those of `readReference` and of the domain lookup, `storage-unwritable`.
   */
  async addOne(
    text: string,
    name: string | undefined,
    signal?: AbortSignal,
  ): Promise<Result<TenantId, Problem>> {
    const reference = readReference(text);
    if (!reference.ok) return reference;
    const row = { line: 1, reference: reference.value, domains: [] };
    const { resolved, refused } = await resolveRows([row], this.#lookup, signal);
    const [customer] = resolved;
    if (customer === undefined) return err(refused[0]?.problem ?? problem('cancelled', {}));
    const added = await this.#directory.addToList([customer]);
    if (!added.ok) return added;
    const ownName = cleanName(name ?? '');
    if (ownName !== undefined) {
      const annotation = { ...this.#directory.annotationOf(customer.tenantId), name: ownName };
      const annotated = await this.#directory.annotate(customer.tenantId, annotation);
      if (!annotated.ok) return annotated;
    }
    return ok(customer.tenantId);
  }
}
