import type { Annotation } from '../customer/customer.ts';
import type { ListEncoding, ListReadAs } from './list-encoding.ts';
import type { Problem } from '../problems/problem.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/** What a list may weigh, in bytes as a file and in characters as a text. */
export const heaviestList = 20 * 1024 * 1024;

/**
 * Where an import's rows come from: what was pasted; a file that the user is asked for; the bytes of one that was dropped
 * or read elsewhere; or the file that was read last, again. `encoding`: as the user chose, else it is found out.
 */
export type ImportOrigin =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly encoding?: ListEncoding }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly encoding?: ListEncoding }
  | { readonly kind: 'again'; readonly encoding?: ListEncoding };

/** What an import found out about its list as a whole. */
export interface AboutList {
  /** Rows that say only what other rows of the list say. */
  readonly duplicates: number;
  /** What is odd in it, though no row is refused for that. */
  readonly told: readonly Problem[];
  /** Null for a pasted text. */
  readonly readAs: ListReadAs | null;
}

/**
 * What an import would change of a customer. `ownList`: the customer comes onto the user's own list (before: null, after:
 * true). `listedName`: the name it has there, which the user's own name (`name`) hides.
 */
export type ImportField = 'ownList' | 'listedName' | 'defaultDomain' | 'domains' | keyof Annotation;

/** What a field holds, for people to read: a link is its name and address, an instruction its text. Null: nothing. */
export type ImportValue = string | readonly string[] | boolean | null;

export interface PlannedChange {
  readonly field: ImportField;
  readonly before: ImportValue;
  readonly after: ImportValue;
}

/** One customer that an import adds or changes. */
export interface PlannedCustomer {
  readonly kind: 'added' | 'changed';
  readonly tenantId: TenantId;
  /** The name it will be shown by. */
  readonly name: string;
  /** Where in the list it stands, from 1. */
  readonly line: number;
  /** Never empty. For an added one, all that the list says. */
  readonly changes: readonly PlannedChange[];
  /** A customer of another tenant id that has the same name or domain already: one of the two may be false. */
  readonly namesake: { readonly tenantId: TenantId; readonly name: string } | null;
}

/** A row of a list that was not taken, and why. */
export interface RefusedImport {
  /** From 1; where the row begins. */
  readonly line: number;
  /** The heading of the cell at fault, or its number from 1 where there is no heading; null for the row as a whole. */
  readonly column: string | null;
  /** What stood there, cut to 80 characters. */
  readonly text: string;
  readonly problem: Problem;
}

/** What an import would change. Nothing has been changed yet. */
export interface ImportPreview extends AboutList {
  /** For `importPlanned`. Valid until the next preview, import or change of what it is about. */
  readonly plan: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** At most 200, those with a namesake first; the counts are of all. */
  readonly customers: readonly PlannedCustomer[];
  /** At most 100; `refusedCount` counts them all. */
  readonly refused: readonly RefusedImport[];
  readonly refusedCount: number;
}

/** The forms in which customers and what the user wrote about them are exported. */
export const exportFormats = ['csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How many of the domains in a list have been looked up; of none while the list is read. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}
