import { lookAlikeKey } from '../../../shared/search/core.ts';
import { fold } from '../../../shared/search/normalise.ts';
import { inSlices, type SliceClock } from '../../process/in-slices.ts';
import type { RefusedImport } from '../../../shared/import.ts';
import { problem, type Problem } from '../../../shared/problem.ts';

/** What a row says of whom. */
export interface Claim {
  readonly line: number;
  readonly name?: string;
  readonly defaultDomain?: string;
  readonly domains: readonly string[];
}

export interface Judged<R> {
  readonly rows: readonly R[];
  /** Each row of a conflict, where it stands. */
  readonly refused: readonly RefusedImport[];
}

/**
 * SECURITY: rows of one list that contradict each other are refused, all of them, rather than chosen from: one tenant
 * under two names, and one name or domain for two tenants. Names count as the finder compares them, so that a second
 * customer is not opened in the place of the first. `keyOf` tells whose a row is.
 */
export async function refuseConflicts<R extends Claim>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  clock?: SliceClock,
): Promise<Judged<R>> {
  const namesOf = new Map<string, Map<string, string>>();
  const bearers = new Map<string, Set<string>>();
  const bear = (what: string, tenant: string): void => {
    const known = bearers.get(what);
    if (known === undefined) bearers.set(what, new Set([tenant]));
    else known.add(tenant);
  };
  await inSlices(
    rows,
    (row) => {
      const tenant = keyOf(row);
      if (row.name !== undefined) {
        const names = namesOf.get(tenant) ?? new Map<string, string>();
        names.set(spelling(row.name), names.get(spelling(row.name)) ?? row.name);
        namesOf.set(tenant, names);
        bear(`name ${likeness(row.name)}`, tenant);
      }
      for (const domain of domainsOf(row)) bear(`domain ${domain}`, tenant);
    },
    clock,
  );
  const kept: R[] = [];
  const refused: RefusedImport[] = [];
  await inSlices(
    rows,
    (row) => {
      const why = faultOf(row, namesOf.get(keyOf(row)), bearers);
      if (why === undefined) kept.push(row);
      else refused.push({ line: row.line, column: null, text: (row.name ?? keyOf(row)).slice(0, 80), problem: why });
    },
    clock,
  );
  return { rows: kept, refused };
}

function faultOf(
  row: Claim,
  names: ReadonlyMap<string, string> | undefined,
  bearers: ReadonlyMap<string, ReadonlySet<string>>,
): Problem | undefined {
  if (names !== undefined && names.size > 1) {
    const [one = '', other = ''] = names.values();
    return problem('list-two-names', { one: one.slice(0, 80), other: other.slice(0, 80) });
  }
  const isShared = (what: string): boolean => (bearers.get(what)?.size ?? 0) > 1;
  if (row.name !== undefined && isShared(`name ${likeness(row.name)}`))
    return problem('list-two-tenants', { text: row.name.slice(0, 80) });
  const domain = domainsOf(row).find((each) => isShared(`domain ${each}`));
  return domain === undefined ? undefined : problem('list-two-tenants', { text: domain.slice(0, 80) });
}

/** The same for two spellings of one name: without case, accents and punctuation. */
function spelling(name: string): string {
  return fold(name).text || name;
}

/** The same for two names that are easily taken for each other: also without legal forms. */
function likeness(name: string): string {
  return lookAlikeKey(fold(name)) || name;
}

function domainsOf({ defaultDomain, domains }: Claim): readonly string[] {
  return defaultDomain === undefined ? domains : [defaultDomain, ...domains];
}
