import type { Customer } from '#shared/customer/customer.ts';

type Customers = ReadonlyMap<unknown, Customer>;

/** The favourites of the whole list, from A to Z. Looked for once a list: lists are never changed in place. */
export class Favourites {
  #list: Customers | undefined;
  #found: readonly Customer[] = [];

  of(list: Customers, language: string): readonly Customer[] {
    if (list === this.#list) return this.#found;
    this.#list = list;
    const { compare } = new Intl.Collator(language);
    this.#found = [...list.values()]
      .filter(({ favourite, hidden }) => favourite && !hidden)
      .sort((one, other) => compare(one.name, other.name));
    return this.#found;
  }
}
