import type { AnnotationChange } from '#shared/customer/customer.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { changeAnnotation } from '../annotations/change-annotation.ts';
import { annotationOfCell } from './annotation-cells.ts';
import { annotationFields } from './fields.ts';
import type { FieldFault, FieldTexts } from './read-fields.ts';

/** What a row's cells say of what the user wrote, cleaned. A blank cell says nothing. */
export function readAnnotation(texts: FieldTexts): Result<AnnotationChange, FieldFault> {
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
