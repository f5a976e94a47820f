import type { Customer } from '../customer/customer.ts';
import { foldText } from './normalise.ts';

/** A customer and its place in the index. */
interface Slotted {
  readonly slot: number;
  readonly customer: Customer;
}

/** Which customers have a tag, by slot. Asked at each keystroke, so nobody without the tag is looked at. */
export class Tagged {
  readonly #slots = new Map<string, number[]>();

  /** `order`: from A to Z, as slots come out again. */
  constructor(order: readonly Slotted[]) {
    // Thousands of customers share a few tags.
    const texts = new Map<string, string>();
    const textOf = (tag: string): string => {
      const known = texts.get(tag) ?? tagText(tag);
      texts.set(tag, known);
      return known;
    };
    for (const { customer, slot } of order) {
      if (customer.tags.length === 0) continue;
      // Two tags that are read alike are one.
      for (const tag of new Set(customer.tags.map(textOf))) {
        const slots = this.#slots.get(tag);
        if (slots === undefined) this.#slots.set(tag, [slot]);
        else slots.push(slot);
      }
    }
  }

  /** Those with a tag that is this and no more. */
  with(tag: string): readonly number[] {
    return this.#slots.get(tagText(tag)) ?? [];
  }

  /** Those with a tag that begins so: tag by tag, each customer once. */
  withBeginning(beginning: string): readonly number[] {
    const wanted = tagText(beginning);
    const fitting = [...this.#slots].filter(([tag]) => tag.startsWith(wanted));
    return [...new Set(fitting.flatMap(([, slots]) => slots))];
  }
}

/** As names are read; a tag without any letter or digit, such as a star, as it is written. */
export function tagText(text: string): string {
  return foldText(text) || text.trim().toLowerCase();
}
