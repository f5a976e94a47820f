import type { TenantReference } from '../../../shared/tenant-reference.ts';
import type { AnnotationChange } from '../../../shared/customer.ts';
import type { RefusedImport } from '../../../shared/import.ts';
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
  /** What the row says of what the user wrote; valid, and absent when it says nothing. */
  readonly annotation?: AnnotationChange;
}

/** A row of a list, or why it is none; null where reading pauses. */
export type RowReading = Result<ListRow, RefusedImport> | null;

export interface ParsedList {
  readonly rows: readonly ListRow[];
  readonly refused: readonly RefusedImport[];
}

export const longestList = 50_000;

export function shorten(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, 80);
}
