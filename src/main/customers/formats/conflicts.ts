import { lookAlikeKey } from '#shared/search/core.ts';
import { fold } from '#shared/search/normalise.ts';
import { inSlices, type SliceClock } from '../../system/process/in-slices.ts';
import type { RefusedImport } from '#shared/imports/import.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';

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

/** Refuses every row of a tenant that stands in the list under two names: none is chosen. `keyOf`: whose a row is. */
export async function refuseTwoNames<R extends Claim>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  clock?: SliceClock,
): Promise<Judged<R>> {
  const namesOf = new Map<string, Map<string, string>>();
  const look = (row: R): void => {
    if (row.name === undefined) return;
    const names = namesOf.get(keyOf(row)) ?? new Map<string, string>();
    if (!names.has(spelling(row.name))) names.set(spelling(row.name), row.name);
    namesOf.set(keyOf(row), names);
  };
  await inSlices(rows, look, clock);
  return judge(rows, keyOf, clock, (row) => {
    const names = namesOf.get(keyOf(row));
    if (names === undefined || names.size < 2) return undefined;
    const [one = '', other = ''] = names.values();
    return problem('list-two-names', { one: one.slice(0, 80), other: other.slice(0, 80) });
  });
}

/**
 * SECURITY: refuses every row of which the name or a domain stands in the list for two tenants: the second would open in
 * the place of the first. Names count as the finder compares them, without legal forms.
 */
export async function refuseTwoTenants<R extends Claim & { readonly tenantId: string }>(
  rows: readonly R[],
  clock?: SliceClock,
): Promise<Judged<R>> {
  const bearers = new Map<string, string | null>();
  await inSlices(
    rows,
    (row) => {
      for (const key of keysOf(row)) {
        const known = bearers.get(key);
        if (known === undefined) bearers.set(key, row.tenantId);
        else if (known !== row.tenantId) bearers.set(key, null);
      }
    },
    clock,
  );
  return judge(
    rows,
    ({ tenantId }) => tenantId,
    clock,
    (row) => {
      const shared = keysOf(row).find((key) => bearers.get(key) === null);
      if (shared === undefined) return undefined;
      const text = shared.startsWith('name ') ? (row.name ?? '') : shared.slice('domain '.length);
      return problem('list-two-tenants', { text: text.slice(0, 80) });
    },
  );
}

async function judge<R extends Claim>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  clock: SliceClock | undefined,
  faultOf: (row: R) => Problem | undefined,
): Promise<Judged<R>> {
  const kept: R[] = [];
  const refused: RefusedImport[] = [];
  const look = (row: R): void => {
    const why = faultOf(row);
    if (why === undefined) kept.push(row);
    else
      refused.push({
        line: row.line,
        column: null,
        text: (row.name ?? keyOf(row)).slice(0, 80),
        problem: why,
      });
  };
  await inSlices(rows, look, clock);
  return { rows: kept, refused };
}

function keysOf(row: Claim): readonly string[] {
  const domains = row.defaultDomain === undefined ? row.domains : [row.defaultDomain, ...row.domains];
  const keys = domains.map((domain) => `domain ${domain}`);
  return row.name === undefined ? keys : [`name ${likeness(row.name)}`, ...keys];
}

/** The same for two spellings of one name: without case, accents and punctuation. */
function spelling(name: string): string {
  return fold(name).text || name;
}

/** The same for two names that are easily taken for each other: also without legal forms. */
function likeness(name: string): string {
  return lookAlikeKey(fold(name)) || name;
}
