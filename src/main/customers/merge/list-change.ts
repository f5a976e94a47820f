import type { Customer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

/**
 * What has become of the customer list since its listeners were last told. Here alone a customer is compared with what it
 * was: tray, windows and the finder's index take the change as it is told.
 */
export class ListChange {
  /** What listeners know of each tenant that looks different now, and what there is to know; undefined for nobody. */
  readonly #changed = new Map<
    TenantId,
    { readonly known: Customer | undefined; now: Customer | undefined }
  >();

  /** Gives the customer to keep: the very object that was there, or was told, when the new one looks the same. */
  note(tenantId: TenantId, before: Customer | undefined, now: Customer | undefined): Customer | undefined {
    if (same(before, now)) return before;
    const change = this.#changed.get(tenantId);
    if (change === undefined) this.#changed.set(tenantId, { known: before, now });
    else if (same(change.known, now)) {
      this.#changed.delete(tenantId);
      return change.known;
    } else change.now = now;
    return now;
  }

  /** Gives the change and begins a new one. */
  take(): { readonly upsert: readonly Customer[]; readonly remove: readonly TenantId[] } {
    const upsert: Customer[] = [];
    const remove: TenantId[] = [];
    for (const [tenantId, { now }] of this.#changed) {
      if (now === undefined) remove.push(tenantId);
      else upsert.push(now);
    }
    this.#changed.clear();
    return { upsert, remove };
  }
}

/** Compares plain data by content: a customer is made of nothing else. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const members = Object.entries(one);
  return (
    members.length === Object.keys(other).length &&
    members.every(([name, value]) => same(value, (other as Readonly<Record<string, unknown>>)[name]))
  );
}
