import { referenceKey, type TenantReference } from '../../../shared/tenant-reference.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { Result } from '../../../shared/result.ts';

/** One customer that a list names. */
export interface ListRow {
  /** Counted from 1; where the row begins. */
  readonly line: number;
  readonly reference: TenantReference;
  readonly name?: string;
  readonly defaultDomain?: string;
  /** Other domains that the row gives for the customer. */
  readonly domains: readonly string[];
}

/** A row that names no customer, and why. `text` is what stood there, cut to 80 characters. */
export interface RefusedRow {
  readonly line: number;
  readonly text: string;
  readonly problem: Problem;
}

export type RowReading = Result<ListRow, RefusedRow>;

export interface ParsedList {
  readonly rows: readonly ListRow[];
  readonly refused: readonly RefusedRow[];
}

export const longestList = 50_000;

export function shorten(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, 80);
}

/** Rows that name one tenant by the same means become one: the first name and default domain win, no domain is lost. */
export function mergeRows(rows: readonly ListRow[]): ListRow[] {
  const merged = new Map<string, { row: ListRow; domains: Set<string> }>();
  for (const row of rows) {
    const key = referenceKey(row.reference);
    const first = merged.get(key);
    if (first === undefined) {
      merged.set(key, { row, domains: new Set(row.domains) });
      continue;
    }
    first.row = { ...row, ...first.row };
    for (const domain of allDomains(row)) first.domains.add(domain);
  }
  return [...merged.values()].map(({ row, domains }) => ({
    ...row,
    domains: [...domains].filter((domain) => domain !== row.defaultDomain),
  }));
}

/** The default domain first. */
export function allDomains(row: Pick<ListRow, 'defaultDomain' | 'domains'>): readonly string[] {
  return row.defaultDomain === undefined ? row.domains : [row.defaultDomain, ...row.domains];
}
