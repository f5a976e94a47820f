import type { SearchHit } from './hit.ts';
import type { SearchIndex } from './index.ts';
import { tagText } from './tagged.ts';

/** What follows the `#` of a query that asks for tags; nothing for any other query. */
export function tagIn(typed: string): string | undefined {
  const text = typed.trim();
  return text.startsWith('#') ? text.replace(/^[#\s]+/, '') : undefined;
}

/** Exactly the customers with a tag that begins so. */
export function withTagFrom(index: SearchIndex, beginning: string): SearchHit[] {
  const wanted = tagText(beginning);
  const places = index.places();
  const slots = index.tagged().withBeginning(beginning);
  return toHits(
    index,
    slots.toSorted((a, b) => places[a]! - places[b]!),
    (tag) => tag.startsWith(wanted),
  );
}

/** Those with a tag that is this and no more. */
export function withTag(index: SearchIndex, tag: string): SearchHit[] {
  const wanted = tagText(tag);
  return wanted === '' ? [] : toHits(index, index.tagged().with(tag), (each) => each === wanted);
}

/** Favourites from A to Z, then the others. Hidden customers are found by their whole names, not by what they share. */
function toHits(index: SearchIndex, slots: readonly number[], fits: (tag: string) => boolean): SearchHit[] {
  const hits = slots.flatMap((slot): SearchHit[] => {
    const { customer } = index.bySlot[slot]!;
    if (customer.hidden) return [];
    const text = `#${customer.tags.find((tag) => fits(tagText(tag))) ?? ''}`;
    const lookAlike = index.looksLikeAnother(slot);
    return [{ customer, step: 'tag', field: 'tag', text, ranges: [[0, text.length]], lookAlike }];
  });
  return [...hits.filter(isFavourite), ...hits.filter((hit) => !isFavourite(hit))];
}

const isFavourite = ({ customer }: SearchHit): boolean => customer.favourite;
