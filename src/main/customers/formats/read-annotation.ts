import type { AnnotationChange, Annotation } from '#shared/customer/customer.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { changeAnnotation } from '../annotations/change-annotation.ts';
import { annotationOfCell } from './annotation-cells.ts';
import { annotationFields } from './fields.ts';
import type { FieldFault, FieldTexts } from './field-row.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { annotationChangeSchema } from '../annotations/annotation-schema.ts';

/** What a row's cells say of what the user wrote, cleaned. A blank cell says nothing. */
export function annotationInCells(texts: FieldTexts): Result<AnnotationChange, FieldFault> {
  let annotation: AnnotationChange = {};
  const row = { atLaunch: texts.atLaunch?.[0] ?? '' };
  for (const field of annotationFields) {
    const filled = (texts[field] ?? []).filter((text) => text.trim() !== '');
    if (filled.length === 0) continue;
    const said = annotationOfCell(field, filled.join(field === 'note' ? '\n' : '; '), row);
    if (!said.ok) return err({ problem: said.error, field });
    const cleaned = changeAnnotation({}, said.value);
    if (!cleaned.ok) return err({ problem: cleaned.error, field });
    annotation = { ...annotation, ...cleaned.value };
  }
  return ok(annotation);
}

/**
 * What the `annotation` of an element in Tidegate's own JSON says, cleaned; null removes a member. A fault names the
 * property, as in `annotation.note`.
 */
export function annotationInJson(
  value: unknown,
): Result<AnnotationChange, { readonly column: string; readonly problem: Problem }> {
  if (value === undefined || value === null) return ok({});
  const parsed = annotationChangeSchema.safeParse(value);
  if (!parsed.success) {
    const path = ['annotation', ...(parsed.error.issues[0]?.path ?? [])];
    const why = problem('value-unknown', { text: JSON.stringify(value).slice(0, 80), allowed: 'text' });
    return err({ column: path.join('.'), problem: why });
  }
  const change: Record<string, unknown> = {};
  for (const [member, said] of Object.entries(parsed.data)) {
    const cleaned = changeAnnotation({}, { [member]: said });
    if (!cleaned.ok) return err({ column: `annotation.${member}`, problem: cleaned.error });
    change[member] = cleaned.value[member as keyof Annotation] ?? null;
  }
  return ok(change);
}
