import { oneLine } from '../annotations/clean-text.ts';
import type { TenantReference } from '#shared/tenant/tenant-reference.ts';
import type { AnnotationChange } from '#shared/customer/customer.ts';
import type { RefusedImport } from '#shared/imports/import.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';

/** One customer that a list names. */
export interface ListRow {
  /** Counted from 1; where the row begins. */
  readonly line: number;
  readonly reference: TenantReference;
  readonly name?: string;
  readonly defaultDomain?: string;
  /** Other domains that the row gives for the customer. */
  readonly domains: readonly string[];
  /** What stands in the row as a domain and is none, shortened. */
  readonly unreadDomain?: string;
  /** What the row says of what the user wrote; valid, and absent when it says nothing. */
  readonly annotation?: AnnotationChange;
}

/** A row of a list, or why it is none; null where reading pauses. */
export type RowReading = Result<ListRow, RefusedImport> | null;

export interface ParsedList {
  readonly rows: readonly ListRow[];
  readonly refused: readonly RefusedImport[];
  /** Rows that say of a tenant only what a row before them says. */
  readonly duplicates: number;
  /** What the user should know of the list though no row of it is refused for that. */
  readonly told: readonly Problem[];
  /** It is what Tidegate exports. */
  readonly isOwn: boolean;
}

/** Notes what is odd in a list while it is read. */
export class Remarks {
  #openQuote: number | undefined;

  /** A quote that is never closed begins on this line. */
  openQuote(line: number): void {
    this.#openQuote ??= line;
  }

  get told(): readonly Problem[] {
    return this.#openQuote === undefined
      ? []
      : [problem('list-quote-open', { line: String(this.#openQuote) })];
  }
}

export const longestList = 50_000;

/** So much of a text is looked at to show its beginning, in characters. */
const looked = 1_000;

/** The beginning of what stood in a list, as it can be shown: one line, without signs that steer a terminal. */
export function shorten(text: string): string {
  return oneLine(text.slice(0, looked)).slice(0, 80);
}
