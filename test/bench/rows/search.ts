import { compare, type Comparison } from '../comparison.ts';
import { readCustomers, scaleTo, withAccentsAndAliases } from '../search/customers.ts';
import { engines } from '../search/engines.ts';
import { makeQueries } from '../search/queries.ts';
import { readQueries } from '../search/query-file.ts';
import { measureSearch, type MeasuredSearch } from '../search/report.ts';
import { typeAll } from '../search/typing.ts';

/** The same names and queries in every run. */
const seeds = { names: 1, queries: 7 } as const;
/** How many customers, and the longest that a keystroke of the slowest way of typing may take, in milliseconds. */
const sizes = [
  { size: 10_000, most: 2.5 },
  { size: 50_000, most: 12 },
] as const;
const quick = { askingMs: 90_000, typingMs: 5_000 };
/** For queries that somebody brought: every engine answers all of them, and only the typing is a sample. */
const given = { askingMs: 900_000, typingMs: 10_000 };
const patient = { askingMs: 900_000, typingMs: 60_000 };

export interface SearchRequest {
  /** A CSV file with tenantId, name and defaultDomain; null for the repository's. */
  readonly customers: string | null;
  /** A file of labelled queries; null for the repository's, made from the customers. */
  readonly queries: string | null;
  readonly full: boolean;
}

/** How well and how fast customers are found, beside libraries. */
export function measureFinding({ customers, queries, full }: SearchRequest): MeasuredSearch {
  const list =
    customers === null ? withAccentsAndAliases(readCustomers(), seeds.names) : readCustomers(customers);
  const asked = queries === null ? makeQueries(list, full ? 100 : 40, seeds.queries) : readQueries(queries);
  return measureSearch(list, asked, full ? patient : queries === null ? quick : given);
}

/** What was found out, as lines of the one table. */
export function findingRows({ report, ceilings }: MeasuredSearch): readonly Comparison[] {
  const ours = report.engines['tidegate'];
  const ceiling = ceilings['all'];
  if (ours === undefined || ceiling === undefined) return [];
  return (['hit1', 'hit5'] as const).map((hit) =>
    compare({
      row: 'search',
      what: hit === 'hit1' ? 'Right customer first' : 'Right customer in the first five',
      unit: '%',
      tidegate: [100 * ours[hit]],
      beside: 'ceiling of the query set',
      floor: [100 * ceiling[hit]],
      measure: 'below it',
      target: 1.5,
    }),
  );
}

/** Keystroke to ranked results: the slowest way of typing, which the target is for. */
export function keystrokeRows(full: boolean): readonly Comparison[] {
  return sizes.flatMap(({ size, most }) => slowestOf(size, most, full));
}

function slowestOf(size: number, most: number, full: boolean): readonly Comparison[] {
  const customers = scaleTo(withAccentsAndAliases(readCustomers(), seeds.names), size, seeds.names);
  const queries = makeQueries(customers, full ? 60 : 20, seeds.queries);
  const both = [engines.tidegate(customers), engines['fuse.js'](customers)];
  // Once for the compiler, then for the clock.
  typeAll(both, queries, 500);
  const [ours, theirs] = typeAll(both, queries, (full ? patient : quick).typingMs);
  const rows = [...(ours ?? [])].map(([kind, times]) =>
    compare({
      row: 'search',
      what: `Keystroke to ranked results, ${size.toLocaleString('en')} customers; slowest: ${kind}`,
      unit: 'ms',
      tidegate: times,
      beside: 'fuse.js alone',
      floor: theirs === undefined ? [] : [...theirs.values()].flat(),
      measure: 'p95',
      target: most,
    }),
  );
  return rows.sort((a, b) => b.value - a.value).slice(0, 1);
}
