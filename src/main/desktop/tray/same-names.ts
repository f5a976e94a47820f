import type { Customer } from '#shared/customer/customer.ts';

type Customers = ReadonlyMap<unknown, Customer>;

/**
 * Tells which customers share their name, but for case and punctuation, with another one of the whole list. Counted
 * once a list: lists are never changed in place.
 */
export class SameNames {
  #list: Customers | undefined;
  #counts = new Map<string, number>();

  has(list: Customers, customer: Customer): boolean {
    if (list !== this.#list) this.#count(list);
    return (this.#counts.get(keyOf(customer)) ?? 0) > 1;
  }

  #count(list: Customers): void {
    this.#list = list;
    this.#counts = new Map();
    for (const customer of list.values()) {
      const key = keyOf(customer);
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }
}

function keyOf({ name }: Customer): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
