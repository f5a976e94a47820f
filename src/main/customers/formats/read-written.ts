import type { Annotation, AnnotationChange } from '#shared/customer/customer.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { annotationChangeSchema } from '../annotations/annotation-schema.ts';
import { changeAnnotation } from '../annotations/change-annotation.ts';

/**
 * What the `annotation` of an element in Tidegate's own JSON says, cleaned; null removes a member. A fault names the
 * property, as in `annotation.note`.
 */
export function readWritten(
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
