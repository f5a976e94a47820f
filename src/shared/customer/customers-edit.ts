import type { Annotation } from './customer.ts';
import type { AnnotationChange } from './customer.ts';

/** A change of what the user wrote about several customers: a member that is not there stays as it is at each of them. */
export interface CustomersEdit extends Pick<
  AnnotationChange,
  'browser' | 'colour' | 'favourite' | 'hidden' | 'isolation'
> {
  /** Tags that each of them gets besides its own. */
  readonly addTags?: readonly string[];
  /** Tags that each of them loses, whatever the case of their letters. */
  readonly removeTags?: readonly string[];
}

/** What the edit comes to at one customer. */
export function changeOf(
  { addTags = [], removeTags = [], ...change }: CustomersEdit,
  { tags = [] }: Pick<Annotation, 'tags'>,
): AnnotationChange {
  if (addTags.length + removeTags.length === 0) return change;
  const key = (tag: string): string => tag.trim().toLowerCase();
  const gone = new Set(removeTags.map(key));
  const kept = tags.filter((tag) => !gone.has(key(tag)));
  const there = new Set(kept.map(key));
  const added = addTags.filter((tag) => !there.has(key(tag)));
  return { ...change, tags: [...kept, ...added] };
}
