import { annotationLimits } from '#shared/customer/annotation-limits.ts';
import { oneLine } from '../annotations/clean-text.ts';

const longest = annotationLimits.name;

/** A name from outside as it may be shown: one line, cut to its limit; nothing for a blank one. */
export function cleanName(text: string): string | undefined {
  const name = oneLine(text.slice(0, 4 * longest));
  return name === '' ? undefined : [...name].slice(0, longest).join('').trimEnd();
}
