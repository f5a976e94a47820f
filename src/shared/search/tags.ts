import type { Customer } from '../customer/customer.ts';
import type { SearchHit } from './hit.ts';
import type { SearchIndex } from './index.ts';
import { foldText } from './normalise.ts';

/** What follows the `#` of a query that asks for tags; nothing for any other query. */
export function tagIn(typed: string): string | undefined {
  const text = typed.trim();
  return text.startsWith('#') ? text.replace(/^[#\s]+/, '') : undefined;
}

/** Exactly the customers with a tag that begins so. */
export function withTagFrom(index: SearchIndex, beginning: string): SearchHit[] {
  const wanted = tagText(beginning);
  return withSome(index, (tag) => tag.startsWith(wanted));
}

/** Those with a tag that is this and no more. */
export function withTag(index: SearchIndex, tag: string): SearchHit[] {
  const wanted = tagText(tag);
  return wanted === '' ? [] : withSome(index, (each) => each === wanted);
}

/** Favourites from A to Z, then the others. Hidden customers are found by their whole names, not by what they share. */
function withSome(index: SearchIndex, fits: (tag: string) => boolean): SearchHit[] {
  const hits: SearchHit[] = [];
  for (const { customer, slot } of index.aToZ()) {
    if (customer.hidden || customer.tags.length === 0) continue;
    const tag = customer.tags[tagTexts(customer.tags).findIndex(fits)];
    if (tag !== undefined) hits.push(toHit(customer, tag, index.looksLikeAnother(slot)));
  }
  return [...hits.filter(isFavourite), ...hits.filter((hit) => !isFavourite(hit))];
}

function toHit(customer: Customer, tag: string, lookAlike: boolean): SearchHit {
  const text = `#${tag}`;
  return { customer, step: 'tag', field: 'tag', text, ranges: [[0, text.length]], lookAlike };
}

const isFavourite = ({ customer }: SearchHit): boolean => customer.favourite;

/** Asked for at each keystroke, and made once for each customer's tags. */
const texts = new WeakMap<readonly string[], readonly string[]>();

function tagTexts(tags: readonly string[]): readonly string[] {
  let known = texts.get(tags);
  if (known === undefined) texts.set(tags, (known = tags.map(tagText)));
  return known;
}

/** As names are read; a tag without any letter or digit, such as a star, as it is written. */
function tagText(text: string): string {
  return foldText(text) || text.trim().toLowerCase();
}
