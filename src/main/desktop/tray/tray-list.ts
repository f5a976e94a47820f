import type { ListDelta } from '#shared/commands/list-delta.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

/** What the tray has to know of the whole customer list, kept true by the list's changes: favourites, and shared names. */
export class TrayList {
  readonly #keys = new Map<TenantId, string>();
  /** How many customers have each key. */
  readonly #counts = new Map<string, number>();
  readonly #favourites = new Map<TenantId, Customer>();

  apply({ remove, reset, upsert }: Omit<ListDelta, 'revision'>): void {
    for (const tenantId of reset ? [...this.#keys.keys()] : remove) this.#remove(tenantId);
    for (const customer of upsert) {
      this.#remove(customer.tenantId);
      const key = keyOf(customer);
      this.#keys.set(customer.tenantId, key);
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
      if (customer.favourite && !customer.hidden) this.#favourites.set(customer.tenantId, customer);
    }
  }

  /** The favourites that are not hidden, from A to Z. */
  favourites(language: string): readonly Customer[] {
    const { compare } = new Intl.Collator(language);
    return [...this.#favourites.values()].sort((one, other) => compare(one.name, other.name));
  }

  /** Whether another customer has the same name but for case and punctuation. */
  sharesName(customer: Customer): boolean {
    const key = keyOf(customer);
    const itself = this.#keys.get(customer.tenantId) === key ? 1 : 0;
    return (this.#counts.get(key) ?? 0) > itself;
  }

  #remove(tenantId: TenantId): void {
    const key = this.#keys.get(tenantId);
    if (key === undefined) return;
    this.#keys.delete(tenantId);
    this.#favourites.delete(tenantId);
    const left = (this.#counts.get(key) ?? 0) - 1;
    if (left > 0) this.#counts.set(key, left);
    else this.#counts.delete(key);
  }
}

function keyOf({ name }: Customer): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
