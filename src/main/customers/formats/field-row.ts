import type { Problem } from '#shared/problems/problem.ts';
import type { Field } from './fields.ts';

/** The texts a row has for each field, in the row's order; blank ones may be among them. */
export type FieldTexts = Readonly<Partial<Record<Field, readonly string[]>>>;

/** How the list itself calls a field. */
export type FieldLabels = Readonly<Partial<Record<Field, string>>>;

export interface FieldRow {
  readonly line: number;
  /** The row as text, to report it. */
  readonly whole: string;
  readonly texts: FieldTexts;
  readonly labels: FieldLabels;
}

/** Why a row is refused, and the field at fault; none when it is the row as a whole. */
export interface FieldFault {
  readonly problem: Problem;
  readonly field?: Field;
}
