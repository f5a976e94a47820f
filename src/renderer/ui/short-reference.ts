import { readReference } from '../../shared/portals/read-reference.ts';
import { referenceKey } from '../../shared/tenant-reference.ts';

/** The tenant id or domain that a text names, else the text itself: a portal link may be longer than main accepts. */
export function shortReference(text: string): string {
  const reference = readReference(text);
  return reference.ok ? referenceKey(reference.value) : text.trim().slice(0, longestText);
}

/** No text that a window sends, but a pasted list, is longer than this. */
export const longestText = 2_000;
