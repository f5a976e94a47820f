import type { ImportReport } from '#shared/commands/command.ts';
import type { AboutList, ImportPreview, RefusedImport } from '#shared/imports/import.ts';
import type { ListReadAs } from '#shared/imports/list-encoding.ts';
import { readReference } from '#shared/portals/read-reference.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { cleanName } from '../sources/customer-name.ts';
import type { Directory } from '../store/directory.ts';
import type { ResolvedRow } from '../formats/combine-rows.ts';
import { resolveRows } from '../formats/resolve-rows.ts';
import { refuseTwoTenants } from '../formats/conflicts.ts';
import { guessOf } from '../formats/guess.ts';
import type { DomainLookup, ToldProgress } from '../sources/domain-lookup.ts';
import { planImport, type ImportPlan } from './plan-import.ts';
import { readRows } from './read-rows.ts';

/** How much a report or preview shows; it counts everything. */
const shownRefusals = 100;
const shownCustomers = 200;

type Target = Pick<Directory, 'customers' | 'written' | 'write'>;

interface Planned extends ImportPlan, AboutList {
  readonly id: string;
  readonly refused: readonly RefusedImport[];
}

const nothingAbout: AboutList = { duplicates: 0, told: [], readAs: null };

/** Puts what the user pastes, opens or types on the user's own list, with what it says of what the user wrote. */
export class Importer {
  readonly #directory: Target;
  readonly #lookup: Pick<DomainLookup, 'findAll'>;
  #count = 0;
  /** The newest preview. */
  #planned: Planned | undefined;

  constructor(directory: Target, lookup: Pick<DomainLookup, 'findAll'>) {
    this.#directory = directory;
    this.#lookup = lookup;
  }

  /** What a text would change; it changes nothing. Errors: those of `readRows`. */
  async preview(
    text: string,
    signal?: AbortSignal,
    readAs: ListReadAs | null = null,
    progress?: ToldProgress,
  ): Promise<Result<ImportPreview, Problem>> {
    const planned = await this.#plan(text, readAs, signal, progress);
    if (!planned.ok) return planned;
    this.#planned = planned.value;
    const { id, added, changed, unchanged, customers, refused, duplicates, told } = planned.value;
    const doubtful = customers.filter(({ namesake }) => namesake !== null);
    const others = customers.filter(({ namesake }) => namesake === null);
    return ok({
      plan: id,
      added,
      changed,
      unchanged,
      customers: [...doubtful, ...others].slice(0, shownCustomers),
      refused: refused.slice(0, shownRefusals),
      refusedCount: refused.length,
      duplicates,
      told,
      readAs,
    });
  }

  /**
   * Does what a preview said, all of it or nothing. Errors: `import-outdated` when it is not the newest preview or what it
   * was about has changed since; those of the disk, when what was imported lasts until Tidegate ends.
   */
  async importPlanned(plan: string): Promise<Result<ImportReport, Problem>> {
    const planned = this.#planned;
    this.#planned = undefined;
    return planned?.id === plan ? this.#carryOut(planned) : err(problem('import-outdated', {}));
  }

  /**
   * Both in one: adds every row that names a tenant and reports every one that does not. Cancelled, it has added none:
   * error `cancelled`.
   */
  async importText(
    text: string,
    signal?: AbortSignal,
    readAs: ListReadAs | null = null,
    progress?: ToldProgress,
  ): Promise<Result<ImportReport, Problem>> {
    const planned = await this.#plan(text, readAs, signal, progress);
    return planned.ok ? this.#carryOut(planned.value) : planned;
  }

  /**
   * Adds one customer by tenant id, domain or portal link; `name` becomes the user's own name for it, which no sync
   * changes. Errors: those of `readReference` and of the domain lookup, and of `importPlanned`.
   */
  async addOne(
    text: string,
    name: string | undefined,
    signal?: AbortSignal,
  ): Promise<Result<TenantId, Problem>> {
    const row = await this.#rowOf(text, name, signal);
    return row.ok ? this.#add(row.value) : row;
  }

  /** The tenant that a text names as for `addOne`: one that no list has is added. Errors: those of `addOne`. */
  async findOrAdd(text: string, signal?: AbortSignal): Promise<Result<TenantId, Problem>> {
    const row = await this.#rowOf(text, undefined, signal);
    if (!row.ok) return row;
    const { tenantId } = row.value;
    return this.#directory.customers().has(tenantId) ? ok(tenantId) : this.#add(row.value);
  }

  async #rowOf(
    text: string,
    name: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Result<ResolvedRow, Problem>> {
    const reference = readReference(text);
    if (!reference.ok) return reference;
    const ownName = cleanName(name ?? '');
    const annotation = ownName === undefined ? {} : { annotation: { name: ownName } };
    const row = { line: 1, reference: reference.value, domains: [], ...annotation };
    const { resolved, refused } = await resolveRows([row], this.#lookup, signal);
    const [customer] = resolved;
    return customer === undefined ? err(refused[0]?.problem ?? problem('cancelled', {})) : ok(customer);
  }

  async #add(row: ResolvedRow): Promise<Result<TenantId, Problem>> {
    const added = await this.#carryOut(await this.#planRows([row], []));
    return added.ok ? ok(row.tenantId) : added;
  }

  async #plan(
    text: string,
    readAs: ListReadAs | null,
    signal?: AbortSignal,
    progress?: ToldProgress,
  ): Promise<Result<Planned, Problem>> {
    const read = await readRows(text, this.#lookup, signal, progress);
    if (!read.ok) return read;
    const { duplicates, isOwn, told } = read.value;
    const judged = isOwn ? { rows: read.value.rows, refused: [] } : await refuseTwoTenants(read.value.rows);
    const refused = [...read.value.refused, ...judged.refused].sort((one, other) => one.line - other.line);
    const guess = readAs?.guessed ? [guessOf(readAs)] : [];
    const planned = await this.#planRows(judged.rows, refused, {
      duplicates,
      told: [...guess, ...told],
      readAs,
    });
    // Whoever cancels until now finds nothing written.
    return signal?.aborted ? err(problem('cancelled', {})) : ok(planned);
  }

  async #planRows(
    rows: readonly ResolvedRow[],
    refused: readonly RefusedImport[],
    about: AboutList = nothingAbout,
  ): Promise<Planned> {
    this.#count += 1;
    const id = String(this.#count);
    const directory = this.#directory;
    const plan = await planImport(rows, {
      customers: directory.customers(),
      written: (tenantId) => directory.written(tenantId),
    });
    return { ...plan, ...about, id, refused };
  }

  async #carryOut(plan: Planned): Promise<Result<ImportReport, Problem>> {
    const directory = this.#directory;
    const written = await directory.write(plan.steps);
    if (!written.ok) return written;
    const { added, changed, unchanged, refused, duplicates, told, readAs } = plan;
    return ok({
      duplicates,
      told,
      readAs,
      added,
      updated: changed,
      unchanged,
      refused: refused.slice(0, shownRefusals),
      refusedCount: refused.length,
    });
  }
}
